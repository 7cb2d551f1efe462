"""``new --schema FILE``: records of a user's schema alone, which the suite passes."""

import json
from pathlib import Path
from typing import Any

import pytest

from edgejson.generators import __main__ as command_line
from edgejson.generators.from_schema import generators_of_schema
from edgejson.generators.from_schema.complexity import complexity_of
from edgejson.generators.styles import STYLES
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import Project

LOAN: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "tool loan",
    "type": "object",
    "properties": {
        "loanId": {"type": "string", "pattern": "^L-[0-9]{5}$"},
        "borrower": {"type": "string"},
        "dueDate": {"type": "string", "format": "date"},
        "depositPaid": {"type": "boolean"},
        "home": {"$ref": "#/definitions/home"},
        "tools": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "tool": {"enum": ["drill", "saw"]},
                    "dailyFee": {"type": "number", "minimum": 1},
                },
                "required": ["tool", "dailyFee"],
            },
        },
        "feeTotal": {"type": "number"},
    },
    "required": ["loanId", "borrower", "tools"],
    "additionalProperties": False,
    "definitions": {
        "home": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    },
    "x-sum": {"feeTotal": ["tools/*/dailyFee"]},
}


@pytest.fixture
def schema(project: Project) -> Path:
    project.settings('schemas = "schemas"')
    return project.file("schemas/tool_loan.schema.json", json.dumps(LOAN))


@pytest.mark.parametrize("style", STYLES)
def test_records_of_every_style_pass_the_suite(schema: Path, project: Project, style: str) -> None:
    data = project.root / "loans.jsonl"
    argv = ["new", "--records", "12", "--seed", "3", "--output", str(data), "--schema", str(schema)]
    assert command_line.main([*argv, "--split", "test", "--styles", style]) == 0
    rows = [json.loads(line) for line in data.read_text("utf-8").splitlines()]
    assert {row["schema_id"] for row in rows} == {"tool_loan"}
    assert {row["meta"]["style"] for row in rows} == {style}
    assert {row["complexity"] for row in rows} == {"medium"}
    assert [(one.rule, one.line, one.pointer) for one in examine(data, resolve_suite(data)).findings] == []


def test_names_in_camel_case_and_behind_references_are_words_in_prompts(schema: Path) -> None:
    record = generators_of_schema(schema).generate("tool_loan", 3, "test", styles=("form",))
    assert "Loan ID" in record.prompt or "Loan Id" in record.prompt
    assert all("depositPaid" not in generators_of_schema(schema).generate("tool_loan", n).prompt.replace(
        "depositPaid=", "") for n in range(20))  # fmt: skip


def test_the_same_seed_gives_the_same_record(schema: Path) -> None:
    first, again = (generators_of_schema(schema).generate("tool_loan", 7) for _ in range(2))
    assert first == again
    assert first != generators_of_schema(schema).generate("tool_loan", 7, "test")


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (["--schema", "absent.schema.json"], "--schema names a file SCHEMA_ID.schema.json"),
        (["--schema", "SCHEMA", "--schemas", "invoice"], "leave out --generator, --schemas and --shares"),
    ],
)
def test_requests_that_make_no_sense_end_with_2(
    schema: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str], sentence: str
) -> None:
    output = tmp_path / "out.jsonl"
    named = [str(schema) if each == "SCHEMA" else each for each in extra]
    assert command_line.main(["new", "--records", "1", "--seed", "1", "--output", str(output), *named]) == 2
    assert sentence in capsys.readouterr().err
    assert not output.exists()


def test_complexity_follows_from_fields_and_nesting() -> None:
    flat = {"properties": {"a": {"type": "string"}}}
    assert complexity_of(flat) == "simple"
    assert complexity_of({"properties": {"a": flat}}) == "medium"
    assert complexity_of({"properties": dict.fromkeys("abc", flat)}) == "complex"
    assert complexity_of({"properties": {"a": {"$ref": "#"}}}) == "complex"
