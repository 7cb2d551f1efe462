"""Two ways of writing the same thing in one file: both sides are counted, and one is accused."""

import json
from pathlib import Path

import pytest

from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import JSONObject, Project
from tests.edgejson.rules.records import edited, made, said

UNSTATED = "unstated_fields_are_always_left_out"
BREAKS = "line_breaks_are_always_kept"
SIGN = "amounts_of_a_type_have_one_sign"
FORM = "times_of_a_field_have_one_form"


def notification(number: int, *, stated: str | None = None, label: str | None = None) -> JSONObject:
    """Return a record whose prompt lists a priority, and whose label holds one, or does not."""
    listed = f"Priority: {stated}\n" if stated else ""
    fields = {"title": f"Message {number}", "body": "Nothing new."} | ({"priority": label} if label else {})
    return edited(
        made("notification"),
        id=f"n{number}",
        prompt=f"Push note\n\nTitle: Message {number}\nBody: Nothing new.\n{listed}\nAs JSON, please.",
        expected_output=fields,
    )


def test_default_that_some_records_invent_and_others_leave_out(project: Project) -> None:
    omitted = [notification(n) for n in range(3)]
    invented = [notification(n, label="normal") for n in (3, 4)]
    stated = [notification(n, stated="high", label="high") for n in (5, 6)]
    data = project.data("data.jsonl", *omitted, *invented, *stated)
    assert said(data, "conventions") == [(UNSTATED, 4), (UNSTATED, 5)]


def test_finding_counts_both_sides(project: Project) -> None:
    records = [*(notification(n) for n in range(3)), *(notification(n, label="normal") for n in (3, 4))]
    data = project.data("data.jsonl", *records)
    finding = examine(data, resolve_suite(data), selected=frozenset({f"conventions.{UNSTATED}"})).findings[0]
    assert finding.pointer == "/expected_output/priority"
    assert "3 records" in str(finding.expected)
    assert "2 records" in str(finding.actual)
    assert (finding.kind, finding.severity) == ("convention", "warning")


def test_one_invented_default_is_a_slip(project: Project) -> None:
    records = [*(notification(n) for n in range(3)), notification(3, label="normal")]
    assert said(project.data("data.jsonl", *records), "conventions") == []


def test_default_that_all_records_invent_contradicts_nothing(project: Project) -> None:
    data = project.data("data.jsonl", *(notification(n, label="normal") for n in range(4)))
    assert said(data, "conventions") == []


def test_fields_left_out_although_stated_are_no_side_of_it(project: Project) -> None:
    dropped = [notification(n, stated="low") for n in range(3)]
    invented = [notification(n, label="normal") for n in (3, 4)]
    assert said(project.data("data.jsonl", *dropped, *invented), "conventions") == []


def test_value_stated_in_prose_is_not_invented(project: Project) -> None:
    prose = [
        edited(
            notification(n, label="urgent"),
            prompt=f"Send the note 'Message {n}' saying 'Nothing new.' and mark it as urgent.",
        )
        for n in range(3)
    ]
    omitted = [notification(n) for n in range(3, 6)]
    assert said(project.data("data.jsonl", *prose, *omitted), "conventions") == []


def transaction(number: int, kind: str, stated: str, amount: float) -> JSONObject:
    label = {
        "transaction_id": f"t{number}",
        "date": "2024-02-03T10:00:00Z",
        "amount": amount,
        "currency": "EUR",
        "type": kind,
    }
    prompt = f"Transaction t{number}\nDate: 2024-02-03T10:00:00Z\nAmount: {stated} EUR\nType: {kind}"
    return edited(made("transaction_record"), id=f"t{number}", prompt=prompt, expected_output=label)


def test_signs_by_type(project: Project) -> None:
    data = project.data(
        "data.jsonl",
        transaction(1, "debit", "-12.50", -12.5),
        transaction(2, "debit", "-1,310.75", -1310.75),
        transaction(3, "debit", "20.00", 20.0),
        transaction(4, "credit", "99.95", 99.95),
        transaction(5, "transfer", "0", 0),
    )
    assert said(data, "conventions") == [(SIGN, 3)]


def test_first_sign_counts_when_both_are_as_frequent(project: Project) -> None:
    data = project.data(
        "data.jsonl", transaction(1, "fee", "3.00", 3.0), transaction(2, "fee", "-3.50", -3.5)
    )
    assert said(data, "conventions") == [(SIGN, 2)]


def test_one_sign_against_its_prompt_is_a_slip_and_two_are_a_convention(project: Project) -> None:
    good = [
        transaction(n, kind, f"{n}.25", n + 0.25) for n, kind in enumerate(("debit", "debit", "fee", "fee"))
    ]
    slips = [transaction(10, "debit", "10.75", -10.75), transaction(11, "fee", "11.75", -11.75)]
    assert said(project.data("one.jsonl", *good, slips[0]), "conventions") == []
    assert said(project.data("two.jsonl", *good, *slips), "conventions") == [(SIGN, 5), (SIGN, 6)]


def location(number: int, *, kept: bool) -> JSONObject:
    street, city = f"{number} Mill Lane", "Springfield, IL 62701"
    label = {"latitude": 39.8, "longitude": -89.6, "address": f"{street}{chr(10) if kept else ', '}{city}"}
    prompt = f"Place\n\nLatitude: 39.8\nLongitude: -89.6\nAddress: {street}\n{city}\n\nAs JSON."
    return edited(made("location"), id=f"l{number}", prompt=prompt, expected_output=label)


@pytest.mark.parametrize(
    ("kept", "rewritten", "expected"), [(3, 2, 2), (2, 3, 3), (3, 1, 0), (0, 3, 0), (3, 0, 0)]
)
def test_line_breaks_in_values(project: Project, kept: int, rewritten: int, expected: int) -> None:
    records = [location(n, kept=n < kept) for n in range(kept + rewritten)]
    lines = range(kept + 1, kept + rewritten + 1)
    assert (
        said(project.data("data.jsonl", *records), "conventions")
        == [(BREAKS, line) for line in lines][:expected]
    )


def own_schema(project: Project, form: str | None = None) -> None:
    """Give the project a schema whose times have no format, or this one."""
    time = {"type": "string"} | ({"format": form} if form else {})
    item = {"type": "object", "properties": {"at": time}}
    schema = {"type": "object", "properties": {"at": time, "calls": {"type": "array", "items": item}}}
    project.file("schemas/visit.schema.json", json.dumps(schema))
    project.settings('schemas = "schemas"')


def visits(project: Project, *labels: JSONObject) -> Path:
    around = {"schema_id": "visit", "complexity": "simple", "source": "human"}
    records = [
        {"id": str(n), **around, "prompt": str(label), "expected_output": label}
        for n, label in enumerate(labels)
    ]
    return project.data("data.jsonl", *records)


def test_times_with_and_without_offset_where_the_schema_asks_for_neither(project: Project) -> None:
    own_schema(project)
    data = visits(
        project,
        *({"at": f"2024-05-0{n}T08:00:00Z"} for n in (1, 2, 3)),
        {"at": "2024-05-04T08:00:00"},
        {"at": "noon"},
    )
    assert said(data, "conventions") == [(FORM, 4)]


def test_dates_in_lists(project: Project) -> None:
    own_schema(project)
    data = visits(
        project, {"calls": [{"at": "2024-05-01"}, {"at": "2024-05-02"}]}, {"calls": [{"at": "05/03/2024"}]}
    )
    finding = examine(data, resolve_suite(data), selected=frozenset({f"conventions.{FORM}"})).findings
    assert [(one.line, one.pointer) for one in finding] == [(2, "/expected_output/calls")]


def test_forms_that_the_schema_names_are_found_by_the_schema(project: Project) -> None:
    own_schema(project, form="date-time")
    data = visits(
        project, *({"at": f"2024-05-0{n}T08:00:00Z"} for n in (1, 2, 3)), {"at": "2024-05-04T08:00:00"}
    )
    assert said(data, "conventions") == []
    assert said(data, "structure") == [("formats_are_kept", 4)]
