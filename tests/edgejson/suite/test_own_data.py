"""Files with other field names and other schemas."""

import json

import pytest

from edgejson.errors import SettingsError
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import JSONObject, Project, broken_invoice, contact

NAMES = {"id": "uid", "schema_id": "task", "prompt": "input", "expected_output": "output"}
FIELDS = "[tool.edgejson.fields]\n" + "\n".join(f'{ours} = "{theirs}"' for ours, theirs in NAMES.items())
PERSON = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {"name": {"type": "string"}, "born": {"type": "string", "format": "date"}},
}


def renamed(record: JSONObject) -> JSONObject:
    return {NAMES.get(name, name): value for name, value in record.items()}


def person(number: int, **label: object) -> JSONObject:
    prompt = "Who is it? " + ", ".join(map(str, label.values()))
    return {"uid": f"p{number}", "task": "person", "input": prompt, "output": label}


def rules_and_pointers(project: Project, *records: JSONObject) -> list[tuple[str, str]]:
    data = project.data("data.jsonl", *records)
    return [(finding.rule, finding.pointer) for finding in examine(data, resolve_suite(data)).findings]


def test_fields_under_other_names(project: Project) -> None:
    project.settings(FIELDS)
    found = rules_and_pointers(project, renamed(contact(1)), renamed(broken_invoice(2)))
    assert ("invoice.total_is_subtotal_plus_tax", "/output/total_amount") in found
    assert not any(rule.startswith("envelope") for rule, _ in found)


def test_our_names_mean_nothing_in_a_file_of_other_names(project: Project) -> None:
    project.settings(FIELDS)
    assert rules_and_pointers(project, contact(1)) == [("envelope.fields_are_present", "")]


def test_own_schemas_take_the_place_of_the_built_in_ones(project: Project) -> None:
    project.settings(f'schemas = "schemas"\n{FIELDS}\ncomplexity = false\nsource = false')
    project.file("schemas/person.schema.json", json.dumps(PERSON))
    records = [
        person(1, name="Ada Byron", born="1815-12-10"),
        person(2, name=3),
        person(3, name="Grace Hopper", born="9 December 1906"),
        {**person(4, name="Emmy Noether"), "task": "contact_info"},
    ]
    found = rules_and_pointers(project, *records)
    assert found == [
        ("structure.label_matches_schema", "/output/name"),
        ("structure.formats_are_kept", "/output/born"),
        ("envelope.schema_id_is_known", "/task"),
    ]


def test_complexity_of_own_schemas_is_compared_where_they_state_one(project: Project) -> None:
    project.settings(f'schemas = "schemas"\n{FIELDS}\nsource = false')
    project.file("schemas/person.schema.json", json.dumps({**PERSON, "x-complexity": "simple"}))
    records = [
        {**person(n, name=f"Ada{n}"), "complexity": level} for n, level in enumerate(("simple", "medium"))
    ]
    assert rules_and_pointers(project, *records) == [
        ("envelope.complexity_is_that_of_the_schema", "/complexity")
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, "name schemas <schema_id>.schema.json"),
        ({"a.schema.json": "{", "b.schema.json": '{"type": 3}'}, "(?s)a.schema.json.*b.schema.json"),
    ],
)
def test_folder_without_schemas_or_with_broken_ones(
    project: Project, files: dict[str, str], expected: str
) -> None:
    project.settings('schemas = "schemas"')
    (project.root / "schemas").mkdir()
    for name, text in files.items():
        project.file(f"schemas/{name}", text)
    with pytest.raises(SettingsError, match=expected):
        resolve_suite(project.root / "data.jsonl")
