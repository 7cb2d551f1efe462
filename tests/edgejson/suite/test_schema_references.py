"""References of a schema: within its folder they are resolved and in the digest, all others are refused."""

import json
import os
from pathlib import Path

import pytest

from edgejson.errors import SettingsError
from edgejson.suite.schema_registry import registry
from edgejson.suite.suite import resolve_suite
from tests.conftest import JSONObject, Project, record
from tests.edgejson.conftest import accused

STRING: JSONObject = {"type": "string"}


@pytest.fixture
def schemas(project: Project) -> Project:
    project.settings('schemas = "schemas"')
    return project


def thing(schemas: Project, reference: str, **keywords: object) -> None:
    schema = {**keywords, "type": "object", "properties": {"a": {"$ref": reference}}}
    schemas.file("schemas/thing.schema.json", json.dumps(schema))
    registry.cache_clear()


def digest(schemas: Project) -> str:
    registry.cache_clear()
    return resolve_suite(schemas.root / "data.jsonl").sha256


@pytest.mark.parametrize(
    ("reference", "keywords", "file"),
    [
        ("parts.json", {}, STRING),
        ("parts.json#/definitions/a", {}, {"definitions": {"a": STRING}}),
        ("./deep/../parts.json", {}, STRING),
        (
            "parts.json",
            {"$id": "https://example.org/thing.json"},
            {"$id": "https://example.org/parts.json", **STRING},
        ),
        ("https://example.org/p", {}, {"$id": "https://example.org/p", **STRING}),
    ],
)
def test_file_of_the_folder_is_resolved_and_in_the_digest(
    schemas: Project, reference: str, keywords: JSONObject, file: JSONObject
) -> None:
    schemas.file("schemas/parts.json", json.dumps(file))
    thing(schemas, reference, **keywords)
    bad = record("thing", 1, {"a": 5})
    assert accused(schemas, bad) == [("label_matches_schema", "/a")]
    assert accused(schemas, record("thing", 1, {"a": "x"})) == []
    before = digest(schemas)
    schemas.file("schemas/parts.json", json.dumps(file) + "\n")
    assert digest(schemas) != before


def test_schema_without_references_has_the_digest_of_its_bytes(schemas: Project) -> None:
    thing(schemas, "#")
    before = digest(schemas)
    schemas.file("schemas/parts.json", "{}")
    assert digest(schemas) == before


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("http://127.0.0.1:9/a.json", "only files of the schema folder"),
        ("https://example.org/a.json#/x", "only files of the schema folder"),
        ("file:///etc/hostname", "only files of the schema folder"),
        ("none.json", "No such file"),
        ("link.json", "outside the schema folder"),
        ("pipe.json", "not a regular file"),
    ],
)
def test_reference_that_leads_out_is_refused_with_its_pointer(
    schemas: Project, reference: str, says: str
) -> None:
    schemas.file("outside.json", "{}")
    schemas.file("schemas/other.txt", "")
    (schemas.root / "schemas/link.json").symlink_to("../outside.json")
    thing(schemas, reference)
    if reference == "pipe.json":
        os.mkfifo(schemas.root / "schemas/pipe.json")
    with pytest.raises(SettingsError) as caught:
        resolve_suite(schemas.root / "data.jsonl")
    assert "\n" not in str(caught.value)
    told = f"thing.schema.json, /properties/a/$ref: the reference to {reference!r} is refused: "
    assert told in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize("content", ["[" * 100_000, '{"not":' * 100_000, '{"not":' * 900 + "{}" + "}" * 900])
def test_schema_that_nests_too_deeply_is_one_sentence(schemas: Project, content: str) -> None:
    schemas.file("schemas/thing.schema.json", content)
    registry.cache_clear()
    with pytest.raises(SettingsError, match=r"thing\.schema\.json is not a JSON Schema: .*") as caught:
        resolve_suite(schemas.root / "data.jsonl")
    assert "\n" not in str(caught.value)


def test_schema_file_that_is_a_pipe(schemas: Project, tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    os.mkfifo(tmp_path / "schemas/thing.schema.json")
    with pytest.raises(SettingsError, match=r"thing\.schema\.json cannot be read: is not a regular file"):
        resolve_suite(schemas.root / "data.jsonl")
