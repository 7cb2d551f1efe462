"""Schemas that a row brings along judge its label; without any schema what needs none is still judged."""

import json
from typing import Any

import pytest

from tests.conftest import Project
from tests.edgejson.conftest import examined
from tests.edgejson.formats.rows import alpaca, openai, openai_call, xlam

PLACE = "/messages/1/tool_calls/0/function"


def found(project: Project, *rows: Any) -> list[tuple[str, str, Any]]:
    """Return (rule, pointer, actual) of each finding."""
    findings = examined(project.data("data.jsonl", *rows)).findings
    return [(one.rule, one.pointer, one.actual) for one in findings]


def called(name: str, arguments: Any) -> dict[str, Any]:
    row = openai_call(1)
    row["messages"][0]["content"] = f"{name} {json.dumps(arguments)}"
    row["messages"][1]["tool_calls"][0]["function"] = {"name": name, "arguments": json.dumps(arguments)}
    return row


def test_function_that_is_not_declared(project: Project) -> None:
    assert found(project, called("drop_table", {"x": 1})) == [
        ("structure.label_matches_schema", f"{PLACE}/name", "drop_table")
    ]


def test_argument_that_is_missing_or_unknown_or_of_another_type(project: Project) -> None:
    right = {"runner": "Ada Voss", "bib": 11}
    assert found(project, called("register_runner", right)) == []
    assert found(project, called("register_runner", {"runner": "Ada Voss"})) == [
        ("structure.label_matches_schema", f"{PLACE}/arguments/bib", None)
    ]
    assert found(project, called("register_runner", {**right, "club": "Elm"})) == [
        ("structure.label_matches_schema", f"{PLACE}/arguments/club", "Elm")
    ]
    assert found(project, called("register_runner", {**right, "bib": "eleven"})) == [
        ("structure.label_matches_schema", f"{PLACE}/arguments/bib", "eleven")
    ]
    assert found(project, called("list_races", {"year": 2024})) == [
        ("structure.label_matches_schema", f"{PLACE}/arguments/year", 2024)
    ]


def test_references_inside_parameters_are_meant_from_their_root(project: Project) -> None:
    row = called("register_runner", {"runner": "Ada Voss"})
    row["tools"][0]["function"]["parameters"] = {
        "type": "object",
        "properties": {"runner": {"$ref": "#/$defs/name"}},
        "$defs": {"name": {"type": "integer"}},
    }
    assert found(project, row) == [
        ("structure.label_matches_schema", f"{PLACE}/arguments/runner", "Ada Voss")
    ]


def test_values_that_the_prompt_does_not_state_are_found_at_their_place(project: Project) -> None:
    row = called("register_runner", {"runner": "Ada Voss", "bib": 11})
    row["messages"][0]["content"] = "Runner Ada Voss starts."
    assert found(project, row) == [
        ("grounding.values_are_stated_in_the_prompt", f"{PLACE}/arguments/bib", 11)
    ]


def test_xlam_arguments(project: Project) -> None:
    project.settings('fields = { prompt = "/query", expected_output = "/answers", tools = "/tools" }')
    row = xlam(1)
    row["answers"] = json.dumps([{"name": "register_runner", "arguments": {"runner": "Ilse Voss"}}])
    assert found(project, xlam(0), row) == [
        ("structure.label_matches_schema", "/answers/0/arguments/bib", None)
    ]


def test_schema_of_the_answers(project: Project) -> None:
    row = openai(1)
    schema = {"type": "object", "required": ["club"]}
    row["response_format"] = {"type": "json_schema", "json_schema": {"name": "run", "schema": schema}}
    assert found(project, row) == [("structure.label_matches_schema", "/messages/2/content/club", None)]


@pytest.mark.parametrize("schema", [{"type": "objekt"}, {"$ref": "http://example.org/x.json"}])
def test_schema_of_a_row_that_is_none(project: Project, schema: Any) -> None:
    row = {**openai(1), "response_format": {"json_schema": {"name": "run", "schema": schema}}}
    assert [rule for rule, _, _ in found(project, row)] == ["structure.label_has_a_schema"]


def test_one_schema_of_the_folder_needs_no_name(project: Project) -> None:
    project.settings('schemas = "schemas"')
    project.file("schemas/runner.schema.json", '{"type": "object", "required": ["club"]}')
    assert found(project, alpaca(1)) == [("structure.label_matches_schema", "/output/club", None)]


def test_schema_of_all_labels_may_be_named(project: Project) -> None:
    project.settings('schemas = "schemas"\nschema_id = "runner"')
    project.file("schemas/runner.schema.json", '{"type": "object", "required": ["club"]}')
    project.file("schemas/other.schema.json", '{"type": "object"}')
    assert found(project, alpaca(1)) == [("structure.label_matches_schema", "/output/club", None)]


SCHEMAS = {
    "runner": {"properties": {"runner": {}, "bib": {}, "town": {}}, "required": ["runner", "bib"]},
    "race": {"properties": {"race": {}, "day": {}}, "required": ["race", "day"]},
}


def test_several_schemas_are_told_by_their_names(project: Project) -> None:
    project.settings('schemas = "schemas"')
    for name, schema in SCHEMAS.items():
        project.file(f"schemas/{name}.schema.json", json.dumps({"type": "object", **schema}))
    other = {**alpaca(2), "output": '{"race": "Elm Run"}', "input": "Elm Run"}
    data = project.data("data.jsonl", alpaca(1), other)
    result = examined(data)
    assert result.schemas == {"runner": 1}
    (one,) = result.findings
    assert (one.rule, one.pointer) == ("structure.label_has_a_schema", "/output")
    assert one.expected == "the names of one of race, runner"
    assert one.actual == "the nearest is race, without day"


def test_several_schemas_are_told_by_a_constant(project: Project) -> None:
    project.settings('schemas = "schemas"\nschema_by = "/kind"')
    for name, schema in SCHEMAS.items():
        properties = {**schema["properties"], "kind": {"const": name.upper()}}  # type: ignore[dict-item]
        document = {"type": "object", "properties": properties}
        project.file(f"schemas/{name}.schema.json", json.dumps(document))
    rows = [{**alpaca(n), "output": json.dumps({"kind": kind})} for n, kind in enumerate(("RACE", "X"))]
    for row, kind in zip(rows, ("RACE", "X"), strict=True):
        row["input"] = kind
    result = examined(project.data("data.jsonl", *rows))
    assert result.schemas == {"race": 1}
    (one,) = result.findings
    assert (one.rule, one.pointer, one.actual) == ("structure.label_has_a_schema", "/output/kind", '"X"')


def test_without_any_schema_the_rest_is_judged(project: Project) -> None:
    wrong = alpaca(1)
    wrong["output"] = wrong["output"].replace("Linden", "Oakley")
    result = examined(project.data("data.jsonl", alpaca(2), wrong, alpaca(2)))
    assert {one.rule.partition(".")[0] for one in result.findings} == {"grounding", "duplicates"}
    assert result.schemas == {"none": 3}


CALL = {
    "type": "object",
    "properties": {
        "name": {"enum": ["land", "climb"]},
        "arguments": {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"type": "object", "properties": {"metres": {"type": "integer"}}},
        },
    },
}


@pytest.mark.parametrize(
    ("arguments", "rule", "pointer"),
    [
        ('{"metres": 40}', None, ""),
        ('"{\\"metres\\": 40}"', "structure.label_is_encoded_once", ""),
        ('{"metres": 40', "structure.label_is_complete", ""),
        ("forty metres", "structure.label_is_json", ""),
        ('{"metres": 40, "metres": 40}', "structure.names_are_unique", "/metres"),
        ('{"metres": "40"}', "structure.label_matches_schema", "/metres"),
        ('{"metres": 41}', "grounding.numbers_are_as_stated", "/metres"),
    ],
)
def test_json_inside_a_label(project: Project, arguments: str, rule: str | None, pointer: str) -> None:
    project.settings('schemas = "schemas"\nfields = { complexity = false, source = false }')
    project.file("schemas/call.schema.json", json.dumps(CALL))
    record = {"id": "c", "schema_id": "call", "prompt": "Climb to 40 metres."}
    findings = found(project, {**record, "expected_output": {"name": "climb", "arguments": arguments}})
    expected = [] if rule is None else [(rule, f"/expected_output/arguments{pointer}")]
    assert [one[:2] for one in findings] == expected
