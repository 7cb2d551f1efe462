"""Lines read are judged or refused, and no setting lets a line pass that nothing has looked at."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edgejson import NotAdmitted, SettingsError, admit, admit_or_validate
from edgejson.gate.attestation import Attestation, NotAStatement, statement
from edgejson.rules import FAMILIES
from edgejson.suite.engine import examine
from edgejson.suite.examination import Examination
from edgejson.suite.suite import built_in_rules, resolve_suite
from edgejson.suite.verdict import verdict_of
from tests.conftest import Project, contact, invoice, jsonl
from tests.edgejson.formats.rows import alpaca, openai, openai_call

RULES = [rule.id for rule in built_in_rules() if rule.family != "account"]
NAMES = [*FAMILIES, *RULES, "*", "structure.*", "*.*"]

_good, _text = contact(1), {**openai(1), "messages": openai(1)["messages"][:2]}
_call = openai_call(1)
_broken_call = json.loads(json.dumps(_call).replace('"{', '"'))
UNJUDGED: dict[str, bytes] = {
    "empty": b"",
    "blank": b"\n",
    "no JSON": jsonl(b'{"id": "a"', _good),
    "a mark and no JSON": b"\xef\xbb\xbf{",
    "two on a line": jsonl(b'{"a": 1} {"b": 2}', _good),
    "an array on a line": jsonl(_good, b"[1]"),
    "no id": jsonl({name: value for name, value in _good.items() if name != "id"}, contact(2)),
    "no label": jsonl({**_good, "expected_output": None}),
    "a label that is text among objects": jsonl(_good, {**contact(2), "expected_output": "{}"}),
    "unknown schema": jsonl({**_good, "schema_id": "other"}),
    "chat without an answer": jsonl(_text),
    "chat without JSON": jsonl(openai(1), {"messages": [{"role": "user", "content": "Hm?"}]}),
    "chat with a role that is not known": jsonl({"messages": [{"role": "x", "content": "{}"}]}),
    "calls that are cut off": jsonl(_call, _broken_call),
    "text labels": jsonl(alpaca(1), {**alpaca(2), "output": '{"a": '}),
    "number that no double holds": jsonl({**_good, "meta": {"x": 1}}, b'{"id": 9e999}'),
    "own schema that is none": jsonl(
        {**openai(1), "response_format": {"json_schema": {"name": "x", "schema": {"type": "objekt"}}}}
    ),
}


def examined(data: Path) -> Examination:
    return examine(data, resolve_suite(data))


def attested(data: Path, found: Examination) -> Attestation:
    return Attestation.parse(statement(found, resolve_suite(data)))


@pytest.mark.parametrize("name", UNJUDGED)
def test_every_line_is_judged_or_refused(name: str, project: Project) -> None:
    data = project.file("data.jsonl", UNJUDGED[name])
    found = examined(data)
    assert found.n_lines == len(UNJUDGED[name].splitlines())
    assert found.n_lines == found.n_judged + found.n_refused
    assert verdict_of(found, resolve_suite(data)).result == "FAILED"
    # One cause, one finding: what another rule has said is not said again.
    assert not [one for one in found.findings if one.rule == "account.every_line_is_judged"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    name=st.sampled_from(sorted(UNJUDGED)),
    disable=st.lists(st.sampled_from(NAMES), max_size=8, unique=True),
    severity=st.dictionaries(st.sampled_from([*FAMILIES, *RULES]), st.just("warning"), max_size=8),
    fail_on=st.sampled_from(["error", "warning"]),
)
def test_no_setting_lets_an_unjudged_line_pass(
    name: str, disable: list[str], severity: dict[str, str], fail_on: str, project: Project
) -> None:
    project.settings(
        f"fail_on = {fail_on!r}\ndisable = {json.dumps(disable)}\n[tool.edgejson.severity]\n"
        + "".join(f'"{rule}" = "{level}"\n' for rule, level in severity.items())
    )
    data = project.file("data.jsonl", UNJUDGED[name])
    found = examined(data)
    stated = attested(data, found)
    assert (stated.n_lines, stated.n_refused) == (found.n_lines, found.n_refused)
    assert stated.result == "FAILED"
    with pytest.raises(NotAdmitted):
        admit_or_validate(data)


def test_waiver_lets_no_unjudged_record_pass(project: Project) -> None:
    waiver = {"rule": "envelope.schema_id_is_known", "id": contact(1)["id"], "reason": "we know it"}
    project.settings("[[tool.edgejson.waivers]]\n" + "".join(f"{k} = {v!r}\n" for k, v in waiver.items()))
    found = examined(project.data("data.jsonl", {**contact(1), "schema_id": "other"}))
    assert [one.rule for one in found.findings] == ["account.every_line_is_judged"]


def test_file_that_no_rule_has_judged_fails(project: Project) -> None:
    project.settings('disable = ["*"]')
    found = examined(project.data("data.jsonl", contact(1), contact(2)))
    assert (found.n_judged, found.n_refused) == (0, 2)
    assert {one.actual for one in found.findings} == {"every rule is disabled"}


@pytest.mark.parametrize(
    "text",
    [
        'disable = ["account"]',
        'disable = ["account.every_line_is_judged"]',
        'severity = { account = "warning" }',
        'waivers = [{ rule = "account.every_line_is_judged", id = "a", reason = "b" }]',
    ],
)
def test_account_cannot_be_changed(text: str, project: Project) -> None:
    project.settings(text)
    with pytest.raises(SettingsError, match="says what no"):
        resolve_suite(project.data("data.jsonl", contact(1)))


def test_rule_that_fails_itself_fails_the_file(project: Project) -> None:
    project.file(
        "check_mine.py",
        "from edgejson import check\n\n\n@check(severity='warning')\ndef breaks(record):\n"
        "    'It breaks.'\n    return record.label['no such field']\n",
    )
    data = project.data("data.jsonl", contact(1))
    project.settings(
        f'[[tool.edgejson.waivers]]\nrule = "mine.breaks"\nid = "{contact(1)["id"]}"\nreason = "tired"'
    )
    found = examined(data)
    (one,) = found.findings
    assert (one.kind, one.severity) == ("internal", "error")
    assert "Traceback" in str(one.traceback)
    assert "record.label['no such field']" in str(one.traceback)
    assert json.loads(one.to_json())["traceback"] == one.traceback
    assert attested(data, found).failed == ("mine.breaks",)


def test_rows_without_a_label_may_be_allowed(project: Project) -> None:
    rows = [openai(1), {"messages": [{"role": "user", "content": "Hm?"}]}]
    data = project.data("data.jsonl", *rows)
    assert [one.rule for one in examined(data).findings] == ["structure.line_has_a_label"]
    project.settings('unlabelled = "allow"')
    found = examined(data)
    assert (found.n_judged, found.n_refused, found.n_unlabelled) == (2, 0, 1)
    assert not found.findings
    only = project.data("only.jsonl", rows[1])
    assert [one.rule for one in examined(only).findings] == ["structure.file_has_lines"]


def _edited(content: bytes, **annotations: Any) -> bytes:
    document = json.loads(content)
    document["subject"][0]["annotations"] |= annotations
    return json.dumps(document).encode()


def test_statement_whose_account_does_not_add_up_is_none(project: Project) -> None:
    data = project.data("data.jsonl", contact(1), invoice(2))
    content = statement(examined(data), resolve_suite(data))
    assert Attestation.parse(content).result == "PASSED"
    for edited in ({"refused": 1}, {"lines": 3}, {"judged": 1, "refused": 1}, {"records": 0}):
        with pytest.raises(NotAStatement):
            Attestation.parse(_edited(content, **edited))


def test_file_that_was_read_in_another_format_is_not_admitted(project: Project) -> None:
    data = project.data("data.jsonl", *map(openai, range(3)))
    admitted = admit_or_validate(data)
    assert admitted.format == "messages"
    assert len(list(admitted.records())) == 3
    project.settings('format = "alpaca"')
    with pytest.raises(NotAdmitted, match="it was read as messages, and the settings say alpaca"):
        admit(data)
