"""What a label's JSON Schema says of it: each violation at its own place, in words, with what is there."""

import json
from decimal import Decimal

import pytest

from edgejson.core.finding import Finding
from tests.conftest import JSONObject, Project, changed, contact, invoice, record
from tests.edgejson.conftest import STRUCTURE, examined


def findings(project: Project, *records: JSONObject | bytes) -> list[Finding]:
    return list(examined(project.data("data.jsonl", *records), selected=STRUCTURE).findings)


def line(**fields: object) -> JSONObject:
    return {"description": "Desk lamp", "quantity": 1, "unit_price": 10, **fields}


@pytest.mark.parametrize(
    ("fields", "pointer", "expected", "actual"),
    [
        ({"payment_status": "x"}, "/payment_status", "one of unpaid, partial, paid, overdue", "x"),
        ({"total_amount": "5"}, "/total_amount", "the type number", "5"),
        ({"total_amount": True}, "/total_amount", "the type number", True),
        ({"tax": -1}, "/tax", "at least 0", -1),
        ({"line_items": []}, "/line_items", "at least 1 item", []),
        (
            {"line_items": [line(), line(quantity=1.5)]},
            "/line_items/1/quantity",
            "the type integer",
            Decimal("1.5"),
        ),
        ({"line_items": [line(quantity=0)]}, "/line_items/0/quantity", "at least 1", 0),
        ({"line_items": [line(colour="red")]}, "/line_items/0/colour", "no such field in the schema", "red"),
        ({"a/b~c": 1}, "/a~1b~0c", "no such field in the schema", 1),
        ({"": 1}, "/", "no such field in the schema", 1),
        ({"total_amount": None}, "/total_amount", "a value (total_amount is required)", None),
        ({"invoice_date": "2024-13-01"}, "/invoice_date", "the format date", "2024-13-01"),
        ({"invoice_date": "2024-02-30"}, "/invoice_date", "the format date", "2024-02-30"),
    ],
)
def test_violation(
    project: Project, fields: dict[str, object], pointer: str, expected: str, actual: object
) -> None:
    (found,) = findings(project, invoice(7), changed(invoice(), **fields))
    assert (found.line, found.pointer) == (2, f"/expected_output{pointer}")
    assert (found.expected, found.actual) == (expected, actual)
    assert (found.record_id, found.schema_id) == ("edgejson_invoice_template_001", "invoice")
    is_format = expected.startswith("the format")
    assert found.rule == f"structure.{'formats_are_kept' if is_format else 'label_matches_schema'}"
    assert found.kind == ("format" if is_format else "schema")


def test_empty_object_is_one_violation(project: Project) -> None:
    (found,) = findings(project, changed(invoice(), line_items=[line(), {}]))
    assert (found.pointer, found.expected) == ("/expected_output/line_items/1", "at least 1 field")
    assert (found.kind, found.severity) == ("ambiguity", "error")
    assert found.rule == "structure.list_items_are_not_empty"


def test_every_violation_of_a_record_is_found(project: Project) -> None:
    found = findings(project, changed(invoice(), payment_status="x", tax=-1, invoice_date="soon", extra=1))
    assert {one.pointer.removeprefix("/expected_output") for one in found} == {
        "/payment_status", "/tax", "/invoice_date", "/extra",
    }  # fmt: skip


@pytest.mark.parametrize(
    "timestamp",
    [
        "2024-01-01T00:00:00",
        "2024-01-01",
        "2024-01-01T25:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-01-01T00:00:00+9",
    ],
)
def test_date_time_needs_a_real_moment_with_an_offset(project: Project, timestamp: str) -> None:
    label = {"level": "INFO", "message": "m", "timestamp": timestamp}
    (found,) = findings(project, record("log_entry", 1, label))
    assert (found.kind, found.pointer) == ("format", "/expected_output/timestamp")


@pytest.mark.parametrize(
    "timestamp", ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.123456+05:30", "2024-02-29T23:59:59-11:00"]
)
def test_date_time_with_an_offset_is_kept(project: Project, timestamp: str) -> None:
    assert (
        findings(project, record("log_entry", 1, {"level": "INFO", "message": "m", "timestamp": timestamp}))
        == []
    )


@pytest.mark.parametrize(
    "email",
    [
        "nope",
        "a@",
        "@b.org",
        "a b@c.org",
        "a@b@c.org",
        "Ann Ax <a@b.org>",
        '"Ax, Ann" <a@b.org>',
        "<a@b.org>",
    ],
)
def test_email(project: Project, email: str) -> None:
    (found,) = findings(project, changed(contact(), email=email))
    assert (found.kind, found.pointer, found.actual) == ("format", "/expected_output/email", email)


@pytest.mark.parametrize("email", ["a@b.org", "ann.ax+lists@mail.b.org", '"ann ax"@b.org', "a@[127.0.0.1]"])
def test_email_that_is_an_address(project: Project, email: str) -> None:
    assert findings(project, changed(contact(), email=email)) == []


def test_integer_written_with_a_point_is_an_integer(project: Project) -> None:
    """JSON Schema: a number without fraction is an integer, however it is written."""
    assert findings(project, changed(invoice(), line_items=[line(quantity=1.0)])) == []


def test_keys_that_look_like_indexes_are_keys(project: Project) -> None:
    label = {"status_code": 200, "message": "m", "data": {"0": [1]}, "pagination": {"1": 2}}
    (found,) = findings(project, record("api_response", 1, label))
    assert found.pointer == "/expected_output/pagination/1"


@pytest.mark.parametrize("depth", [60, 250])
def test_deep_labels_are_judged(project: Project, depth: int) -> None:
    project.settings("max_depth = 250")
    raw = (
        b'{"id":"a","schema_id":"api_response","complexity":"medium","source":"human","prompt":"p",'
        b'"expected_output":{"status_code":1,"message":"m","data":'
        + b'{"a":' * (depth - 2)
        + b"1"
        + b"}" * depth
    )
    found = examined(project.data("data.jsonl", raw)).findings
    assert "/expected_output/status_code" in {one.pointer for one in found if one.kind == "schema"}
    assert not [one.message for one in found if "the rule itself failed" in one.message]


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ({"minimum": 0.5}, 0.25, "at least 0.5"),
        ({"maximum": 1e3}, 1001, "at most 1000.0"),
        ({"exclusiveMinimum": 0}, 0, "more than 0"),
        ({"exclusiveMaximum": 10}, 10, "less than 10"),
        ({"multipleOf": 0.05}, 0.07, "a multiple of 0.05"),
        ({"const": 1.5}, 2, "1.5"),
        ({"const": {"a": None}}, 2, '{"a": null}'),
        ({"enum": [1.5, "a", None, True]}, 2, "one of 1.5, a, null, true"),
        ({"type": ["number", "null"]}, "2", "the type null or number"),
        ({"maxLength": 1}, "ab", "at most 1 character"),
        ({"minProperties": 2}, {}, "at least 2 fields"),
        ({"maxItems": 2}, [1, 2, 3], "at most 2 items"),
        ({"uniqueItems": True}, [1, 1], "no item twice"),
        (
            {"anyOf": [{"type": "number"}, {"type": "null"}]},
            "2",
            "what the keyword anyOf of the schema asks for",
        ),
        ({"not": {}}, 2, "what the keyword not of the schema asks for"),
        (False, 2, "nothing"),
    ],
)
def test_keywords_of_a_users_schema(project: Project, schema: object, value: object, expected: str) -> None:
    project.settings('schemas = "schemas"')
    project.file("schemas/thing.schema.json", json.dumps({"type": "object", "properties": {"x": schema}}))
    (found,) = findings(project, record("thing", 1, {"x": value}))
    assert (found.pointer, found.expected) == ("/expected_output/x", expected)


def test_an_empty_item_is_one_finding_of_the_whole_suite(project: Project) -> None:
    record = changed(invoice())
    record["expected_output"]["line_items"].append({})
    found = examined(project.data("data.jsonl", record)).findings
    about = [one for one in found if one.pointer.startswith("/expected_output/line_items")]
    assert [(one.rule, one.kind, one.pointer) for one in about] == [
        ("structure.list_items_are_not_empty", "ambiguity", "/expected_output/line_items/2")
    ]
