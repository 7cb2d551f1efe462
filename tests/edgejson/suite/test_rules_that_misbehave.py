"""A rule with a mistake in it is a finding of that rule, at its line; nothing else in the run suffers."""

import json
from decimal import Decimal

import pytest

from edgejson.core.finding import Finding, Mismatch
from edgejson.errors import SettingsError
from edgejson.suite.checks import check
from edgejson.suite.suite import resolve_suite
from edgejson.suite.verdict import verdict_of
from tests.conftest import Project, broken_invoice, contact
from tests.edgejson.conftest import examined

HEAD = "import edgejson\nfrom edgejson import Mismatch, check\n\n@check\ndef stumbles(record):\n    "


def findings(project: Project, body: str) -> list[Finding]:
    project.file("check_mine.py", HEAD + body + "\n")
    data = project.data("data.jsonl", contact(1), broken_invoice(2))
    found = examined(data)
    # The other rules have answered, and every finding can be written.
    assert "invoice.total_is_subtotal_plus_tax" in {one.rule for one in found.findings}
    for one in found.findings:
        json.loads(one.to_json().encode())
    assert verdict_of(found, resolve_suite(data)).result == "FAILED"
    return [one for one in found.findings if one.rule == "mine.stumbles"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("record.label['nothing']", "KeyError: 'nothing'"),
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("import pytest; pytest.fail('no')", "Failed: no"),
        ("import pytest; pytest.skip('no')", "Skipped: no"),
        ("return False", "this one gave a bool"),
        ("return True", "this one gave a bool"),
        ("return 'a text'", "this one gave a str"),
        ("yield 'a text'", "this one gave a str"),
        ("yield None", "this one gave a NoneType"),
        ("yield Mismatch(actual={1, 2})", "set is not a JSON value"),
        ("yield Mismatch(actual=0.1)", "so use an int or a Decimal"),
        ("from decimal import Decimal; yield Mismatch(actual=Decimal('NaN'))", "NaN has no JSON spelling"),
        ("yield Mismatch(actual='\\ud800')", "surrogates not allowed"),
        ("yield Mismatch(kind='arithmetics')", "kind: expected one of"),
        ("yield Mismatch(pointer='label.id')", "expected a JSON Pointer"),
        ("yield Mismatch(line='first')", "line: expected a number"),
        ("raise ValueError('\\ud800')", "ValueError: \\ud800"),
        ("def deep(): deep()\n    deep()", "RecursionError"),
    ],
)
def test_mistake_is_a_finding(project: Project, body: str, says: str) -> None:
    found = findings(project, body)
    assert [one.line for one in found] == [1, 2]
    for one in found:
        assert "the rule itself failed" in one.message
        assert says in one.message
        assert str(one.actual).startswith("check_mine.py:")


def test_failing_assert_is_a_finding_with_its_values(project: Project) -> None:
    found = findings(project, "assert record.schema_id == 'contact_info'")
    assert [one.line for one in found] == [2]
    assert "invoice" in found[0].message
    assert "rule itself" not in found[0].message
    assert found[0].actual == "check_mine.py:6"


def test_assert_with_a_message_that_cannot_be_written(project: Project) -> None:
    (found, _) = findings(project, "assert False, '\\ud800'")
    assert "\\ud800" in found.message


def test_findings_before_the_mistake_are_kept(project: Project) -> None:
    found = findings(project, "yield Mismatch(pointer='/id')\n    1 / 0")
    assert [one.pointer for one in found] == ["/id", "", "/id", ""]


def test_file_rule_that_names_a_line_of_no_record(project: Project) -> None:
    project.file(
        "check_mine.py",
        "from edgejson import Mismatch, check\n\n@check(scope='file')\ndef lines(dataset):\n"
        "    yield Mismatch(line=99)\n    yield Mismatch()\n    yield Mismatch(line=2)\n",
    )
    found = examined(project.data("data.jsonl", contact(1), contact(2))).findings
    assert [(one.line, one.record_id) for one in found] == [
        (None, None),
        (2, "edgejson_contact_info_template_002"),
        (99, None),
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"scope": "recrod"}, "scope is 'recrod'"),
        ({"kind": "maths"}, "kind is 'maths'"),
        ({"severity": "fatal"}, "severity is 'fatal'"),
        ({"schemas": "invoice"}, r"schemas is 'invoice', expected a list such as \['invoice'\]"),
        ({"needs": "tax"}, "needs is 'tax'"),
    ],
)
def test_check_refuses_arguments_that_make_no_sense(arguments: dict[str, str], says: str) -> None:
    with pytest.raises((ValueError, TypeError), match=says):
        check(**arguments)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def broken(:", "SyntaxError"),
        ("import no_such_module_anywhere", "ModuleNotFoundError"),
        (
            "from edgejson import check\n\n@check(scope='recrod')\ndef rule(record):\n    pass",
            "scope is 'recrod'",
        ),
    ],
)
def test_check_file_that_cannot_be_loaded_is_a_mistake_of_the_settings(
    project: Project, text: str, says: str
) -> None:
    path = project.file("check_mine.py", text)
    with pytest.raises(SettingsError, match=says) as caught:
        resolve_suite(project.root / "data.jsonl")
    assert path.name in str(caught.value)


def test_rule_for_a_schema_that_there_is_not_is_a_mistake(project: Project) -> None:
    project.file(
        "check_mine.py",
        "from edgejson import check\n\n@check(schemas=['invioce'])\ndef rule(record):\n    assert False\n",
    )
    with pytest.raises(SettingsError, match=r"mine\.rule.*'invioce'.*did you mean 'invoice'"):
        resolve_suite(project.root / "data.jsonl")


def test_two_rules_of_one_name_are_a_mistake(project: Project) -> None:
    text = "from edgejson import check\n\n@check(family='mine')\ndef rule(record):\n    pass\n"
    project.file("check_one.py", text)
    project.file("check_two.py", text)
    with pytest.raises(
        SettingsError, match=r"two rules are named mine\.rule: check_one\.py:3 and check_two\.py:3"
    ):
        resolve_suite(project.root / "data.jsonl")


def test_mismatch_takes_what_json_can_hold() -> None:
    made = Mismatch(
        pointer="/a", expected=[1, {"b": None}], actual=Decimal("1.50"), kind="custom", message="m"
    )
    assert str(made.actual) == "1.50"
