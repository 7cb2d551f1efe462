"""What the severity of a rule, and the severity that fails a file, do to findings and to the result."""

import pytest

from edgejson.suite.suite import resolve_suite
from edgejson.suite.verdict import Verdict, verdict_of
from tests.conftest import Project, broken_invoice, contact
from tests.edgejson.conftest import examined

TOTAL = "invoice.total_is_subtotal_plus_tax"


def verdict(project: Project) -> Verdict:
    data = project.data("data.jsonl", contact(1), broken_invoice(2))
    return verdict_of(examined(data), resolve_suite(data))


def test_error_fails_the_file(project: Project) -> None:
    found = verdict(project)
    assert (found.result, found.failed, found.warned) == ("FAILED", (TOTAL,), ())
    assert (found.n_errors, found.n_warnings) == (1, 0)


@pytest.mark.parametrize("name", [TOTAL, "invoice"])
def test_rule_or_family_set_to_warning_warns(project: Project, name: str) -> None:
    project.settings(f'[tool.edgejson.severity]\n"{name}" = "warning"')
    found = verdict(project)
    assert (found.result, found.failed, found.warned) == ("WARNED", (), (TOTAL,))
    assert (found.n_errors, found.n_warnings) == (0, 1)


def test_rules_own_severity_goes_before_its_familys(project: Project) -> None:
    project.settings(f'[tool.edgejson.severity]\ninvoice = "warning"\n"{TOTAL}" = "error"')
    assert verdict(project).result == "FAILED"


def test_fail_on_warning_fails_what_warns(project: Project) -> None:
    project.settings(f'fail_on = "warning"\n[tool.edgejson.severity]\n"{TOTAL}" = "warning"')
    found = verdict(project)
    assert (found.result, found.failed) == ("FAILED", (TOTAL,))
    assert (found.n_errors, found.n_warnings) == (0, 1)


@pytest.mark.parametrize("name", [TOTAL, "invoice", "invoice.*"])
def test_disabled_rule_is_not_run(project: Project, name: str) -> None:
    project.settings(f'disable = ["{name}"]')
    found = verdict(project)
    assert (found.result, found.failed) == ("PASSED", ())
    assert TOTAL not in found.passed
    assert found.complete


def test_departures_from_the_full_suite_are_noted(project: Project) -> None:
    project.settings(
        f'tolerance = 0.02\ndisable = ["grounding"]\n'
        f'severity = {{ "{TOTAL}" = "warning" }}\n'
        f'waivers = [{{ rule = "{TOTAL}", id = "a", reason = "paid in part" }}]'
    )
    notes = "\n".join(resolve_suite(project.root / "data.jsonl").notes())
    for part in ("grounding", f"{TOTAL} set to warning", "waived", "paid in part", "0.02"):
        assert part in notes


def test_full_suite_has_no_notes(project: Project) -> None:
    assert resolve_suite(project.root / "data.jsonl").notes() == ()


def test_lowered_fail_on_is_noted(project: Project) -> None:
    """Nothing is lowered by it: "error" is the least strict there is."""
    project.settings('fail_on = "warning"')
    assert resolve_suite(project.root / "data.jsonl").notes() == ()
