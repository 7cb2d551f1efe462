"""A waiver silences one rule about one record, is counted, and reaches nothing else."""

import pytest

from edgejson.errors import SettingsError
from edgejson.reports.summary import summarise
from edgejson.suite.suite import resolve_suite
from edgejson.suite.verdict import verdict_of
from tests.conftest import Project, broken_invoice, changed, contact, invoice
from tests.edgejson.conftest import ARITHMETIC, examined

TOTAL = "invoice.total_is_subtotal_plus_tax"
RECORD = "edgejson_invoice_template_001"


def waive(project: Project, rule: str, record_id: str, reason: str = "agreed") -> None:
    project.settings(f'waivers = [{{ rule = "{rule}", id = "{record_id}", reason = "{reason}" }}]')


def test_waived_finding_is_counted_and_gone(project: Project) -> None:
    waive(project, TOTAL, RECORD)
    data = project.data("data.jsonl", broken_invoice(1), contact(2))
    found = examined(data)
    assert (found.findings, found.waived) == ((), 1)
    assert verdict_of(found, resolve_suite(data)).result == "PASSED"


def test_other_records_keep_their_findings(project: Project) -> None:
    waive(project, TOTAL, RECORD)
    found = examined(project.data("data.jsonl", broken_invoice(1), broken_invoice(2)))
    assert [one.record_id for one in found.findings] == ["edgejson_invoice_template_002"]


def test_other_rules_keep_their_findings(project: Project) -> None:
    waive(project, TOTAL, RECORD)
    data = project.data("data.jsonl", changed(invoice(1), subtotal=1, total_amount=5, tax=1))
    found = examined(data, selected=ARITHMETIC)
    assert [one.rule for one in found.findings] == ["invoice.subtotal_is_sum_of_lines"]
    assert found.waived == 1


def test_file_rule_is_waived_by_record(project: Project) -> None:
    waive(project, "envelope.complexity_is_that_of_the_schema", RECORD)
    data = project.data(
        "data.jsonl", invoice(1) | {"complexity": "simple"}, invoice(2) | {"complexity": "simple"}
    )
    found = examined(data, selected={"envelope.complexity_is_that_of_the_schema"})
    assert [one.record_id for one in found.findings] == ["edgejson_invoice_template_002"]
    assert found.waived == 1


def test_waiver_needs_a_reason(project: Project) -> None:
    waive(project, TOTAL, RECORD, reason="")
    with pytest.raises(SettingsError, match="reason"):
        resolve_suite(project.root / "data.jsonl")


def test_waiver_of_an_unknown_rule_is_a_mistake(project: Project) -> None:
    waive(project, "invoice.total_is_subtotal_plus_taxes", RECORD)
    with pytest.raises(SettingsError, match=f"did you mean '{TOTAL}'"):
        resolve_suite(project.root / "data.jsonl")


def test_a_waiver_that_matches_nothing_is_told(project: Project) -> None:
    waive(project, TOTAL, RECORD)
    data = project.data("data.jsonl", invoice(1), broken_invoice(2))
    found = examined(data)
    assert found.idle_waivers == ((TOTAL, RECORD),)
    note = f"warning: the waiver of {TOTAL} for record {RECORD} matches nothing; take it out"
    assert note in summarise(found, resolve_suite(data)).notes


def test_a_waiver_of_another_files_record_is_not_told(project: Project) -> None:
    waive(project, TOTAL, "of_another_file")
    assert examined(project.data("data.jsonl", invoice(1))).idle_waivers == ()


def test_a_waiver_of_a_record_in_no_split_is_told(project: Project) -> None:
    project.settings(
        f'waivers = [{{ rule = "{TOTAL}", id = "gone", reason = "agreed" }}]\n'
        '[tool.edgejson.splits]\ntrain = ["train.jsonl"]\ntest = ["test.jsonl"]'
    )
    project.data("test.jsonl", invoice(2))
    assert examined(project.data("train.jsonl", invoice(1))).idle_waivers == ((TOTAL, "gone"),)


def test_a_waiver_of_a_rule_that_was_not_asked_is_not_told(project: Project) -> None:
    waive(project, TOTAL, RECORD)
    found = examined(project.data("data.jsonl", changed(broken_invoice(1), subtotal="nine")))
    assert [one.rule for one in found.findings if one.kind == "schema"] == ["structure.label_matches_schema"]
    assert found.idle_waivers == ()


def test_a_waiver_that_matches_is_not_told(project: Project) -> None:
    waive(project, TOTAL, RECORD)
    assert examined(project.data("data.jsonl", broken_invoice(1))).idle_waivers == ()


def test_waivers_of_a_file_are_added(project: Project) -> None:
    project.file(
        "accepted.toml",
        f'[[waivers]]\nrule = "{TOTAL}"\nid = "{RECORD}"\nreason = "read, and right"\n',
    )
    project.settings('waivers_file = "accepted.toml"')
    data = project.data("data.jsonl", broken_invoice(1), contact(2))
    assert (examined(data).findings, examined(data).waived) == ((), 1)
    assert f"waived: {TOTAL} for record {RECORD} (read, and right)" in resolve_suite(data).notes()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('[[waivers]]\nrule = "a"\nid = "b"\n', r"accepted\.toml, waivers\[1\]\.reason: Field required"),
        ("[[waiver]]\n", r"accepted\.toml, waiver: Extra inputs"),
        ("waivers = [", r"accepted\.toml is not valid TOML"),
        (None, r"accepted\.toml cannot be read \(No such file"),
    ],
)
def test_file_of_waivers_with_mistakes(project: Project, content: str | None, problem: str) -> None:
    if content is not None:
        project.file("accepted.toml", content)
    project.settings('waivers_file = "accepted.toml"')
    with pytest.raises(SettingsError, match=problem):
        resolve_suite(project.root / "data.jsonl")
