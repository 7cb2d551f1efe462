"""`[[tool.edgejson.rules]]`: rules without Python, and what is said of their mistakes."""

import pytest

from edgejson.errors import SettingsError
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import Project, changed, contact, invoice

SUM = """
[[tool.edgejson.rules]]
name = "total_is_subtotal_plus_tax"
check = "sum"
schemas = ["invoice"]
severity = "warning"
pointer = "/total_amount"
of = ["/subtotal"]
optional = ["/tax"]
decimals = 2
"""


def own_findings(project: Project) -> list[tuple[int | None, str, str, object]]:
    data = project.root / "data.jsonl"
    found = examine(data, resolve_suite(data)).findings
    return [(one.line, one.rule, one.severity, one.actual) for one in found if one.rule.startswith("own.")]


def test_sum_without_python(project: Project) -> None:
    project.settings(SUM)
    project.data("data.jsonl", invoice(1), changed(invoice(2), total_amount=1), contact(3))
    assert own_findings(project) == [(2, "own.total_is_subtotal_plus_tax", "warning", 1)]
    rule = resolve_suite(project.root / "data.jsonl").by_id["own.total_is_subtotal_plus_tax"]
    assert rule.sentence == "Total is subtotal plus tax."
    assert rule.needs == ("total_amount", "subtotal", "tax")
    text = (project.root / "pyproject.toml").read_text().splitlines()
    assert text[rule.line - 1] == "[[tool.edgejson.rules]]"


def test_tolerance_of_the_settings_counts(project: Project) -> None:
    wrong = invoice(2)["expected_output"]["total_amount"] + 0.5
    project.data("data.jsonl", changed(invoice(2), total_amount=wrong))
    for tolerance, findings in (("0.4", 1), ("0.5", 0)):
        project.settings(f"tolerance = {tolerance}\n{SUM}")
        assert len(own_findings(project)) == findings


def test_dependency_in_the_whole_file(project: Project) -> None:
    project.settings(
        '[[tool.edgejson.rules]]\nname = "status_follows_from_customer"\ncheck = "functional_dependency"\n'
        'schemas = ["invoice"]\npointer = "/payment_status"\non = ["/customer_name"]'
    )
    same = [changed(invoice(n), customer_name="Ada Byron") for n in (1, 2, 3)]
    project.data("data.jsonl", *same, changed(invoice(4), customer_name="Ada Byron", payment_status="due"))
    # "due" is no status of the built-in schema: such records are left out.
    assert own_findings(project) == []
    project.data(
        "data.jsonl", *same, changed(invoice(4), customer_name="Ada Byron", payment_status="overdue")
    )
    assert own_findings(project) == [(4, "own.status_follows_from_customer", "error", "overdue")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('check = "sum"\npointer = "/a"', "tool.edgejson.rules[1]: sum needs 'of'"),
        (
            'check = "within"\npointer = "/a"\nmost = 1\nof = ["/b"]',
            "tool.edgejson.rules[1].of: within takes no such key; there are pointer, least, most",
        ),
        ('check = "within"\npointer = "/a"', "tool.edgejson.rules[1]: within needs 'least' or 'most'"),
        (
            'check = "within"\npointer = "a"\nmost = 1',
            "tool.edgejson.rules[1].pointer: expected a JSON Pointer into the label, such as /items/*/price, "
            "but it is 'a'",
        ),
        (
            'check = "unique"\npointr = "/a"',
            "tool.edgejson.rules[1].pointr: there is no such key; did you mean 'pointer'?",
        ),
        (
            'check = "sum"\npointer = "/a"\nof = ["/b"]\ndecimals = "cents"',
            'tool.edgejson.rules[1].decimals: expected a number of digits, or "currency", '
            "but it is 'cents'",
        ),
    ],
)
def test_mistakes(project: Project, text: str, problem: str) -> None:
    project.settings(f'[[tool.edgejson.rules]]\nname = "it_is_so"\n{text}')
    with pytest.raises(SettingsError) as caught:
        resolve_suite(project.root / "data.jsonl")
    assert problem in caught.value.problems


def test_check_that_there_is_not(project: Project) -> None:
    project.settings('[[tool.edgejson.rules]]\ncheck = "total"\npointer = "/a"')
    with pytest.raises(SettingsError) as caught:
        resolve_suite(project.root / "data.jsonl")
    assert "tool.edgejson.rules[1].name is missing; expected the rule's name, a true sentence" in (
        caught.value.problems
    )
    assert any("check: expected one of sum, product" in problem for problem in caught.value.problems)
