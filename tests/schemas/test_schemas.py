"""The 25 schema files: valid Draft-07, closed, and strict where the public ones were loose."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "edgejson" / "schemas"
FILES = sorted(FOLDER.glob("*.schema.json"))
FREE = {
    ("api_response", "/data"),
    ("iot_device_network", "/devices/*/current_state/readings"),
    ("iot_device_network", "/devices/*/configuration/alert_thresholds"),
    ("iot_device_network", "/automation_rules/*/actions/*/action_parameters"),
    ("multi_party_transaction", "/payment_methods/*/details"),
    ("multi_party_transaction", "/metadata/custom_fields"),
}


def read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def walk(schema: dict[str, Any], where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    yield where, schema
    for name, inner in schema.get("properties", {}).items():
        yield from walk(inner, f"{where}/{name}")
    if "items" in schema:
        yield from walk(schema["items"], f"{where}/*")


def test_there_are_25_with_known_complexities() -> None:
    levels = [read(path)["x-complexity"] for path in FILES]
    assert {level: levels.count(level) for level in levels} == {"simple": 10, "medium": 10, "complex": 5}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.split(".")[0])
def test_file_is_a_closed_draft_07_schema(path: Path) -> None:
    schema_id, document = path.name.removesuffix(".schema.json"), read(path)
    jsonschema_rs.meta.validate(document)
    assert document["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert document["$id"] == f"urn:edgejson:schema:{schema_id}"
    assert document["title"]
    assert document["description"].endswith(".")
    for where, schema in walk(document):
        if schema.get("type") == "object":
            is_open = (schema_id, where) in FREE
            assert ("properties" not in schema) == is_open, where
            assert schema.get("additionalProperties", True) is is_open, where
            assert set(schema.get("required", ())) <= set(schema.get("properties", ())), where
        if schema.get("type") == "array" and schema["items"].get("type") == "object":
            assert schema["items"]["minProperties"] == 1, where


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("2025-03-01T09:30:00Z", True),
        ("2025-03-01T09:30:00.250-05:00", True),
        ("2025-03-01T09:30:00", False),
        ("2025-03-01", False),
        ("2025-02-30T09:30:00Z", False),
    ],
)
def test_date_time_is_asserted_with_an_offset(text: str, valid: bool) -> None:
    document = read(FOLDER / "log_entry.schema.json")
    validator = jsonschema_rs.validator_for(document, validate_formats=True)
    assert validator.is_valid({"level": "INFO", "message": "started", "timestamp": text}) is valid
