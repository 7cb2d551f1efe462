"""Random schemas: many domains and keywords, valid, and records of them that the suite passes."""

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edgejson.generators.draws import Draws
from edgejson.generators.from_schema.texts import KNOWN_WORDS, words_of
from edgejson.generators.from_schema.world import world_of
from edgejson.generators.random_schemas import random_schema
from edgejson.generators.random_schemas.corpus import FOLDER, RECORDS_PER_SCHEMA, SCHEMAS, random_schema_files
from edgejson.generators.random_schemas.domain import domain, domain_names
from edgejson.generators.seeds import draws_for
from edgejson.suite.engine import examine
from edgejson.suite.schema_registry import compiled, registry
from edgejson.suite.suite import resolve_suite

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / FOLDER / "train.jsonl"


def test_there_are_twelve_domains_and_more() -> None:
    assert len(domain_names()) >= 12
    for name in domain_names():
        one = domain(name)
        assert len(one.fields) >= 12
        assert one.objects
        for total, path in one.sums.items():
            items, _, part = path.split("/")
            assert part in one.lists[items]
            assert total not in one.fields
        assert {field for pair in one.orders for field in pair} <= one.fields.keys()


@pytest.mark.parametrize("name", domain_names())
def test_every_field_of_a_domain_is_described_by_a_schema(name: str) -> None:
    one = domain(name)
    for fields in (one.fields, *one.objects.values(), *one.lists.values()):
        document = {"type": "object", "properties": dict(fields), "required": list(fields)}
        world = world_of(name, document, compiled(document))
        for seed in range(5):
            world.check(world.build(draws_for("train", name, seed, "fields")))


@pytest.mark.parametrize("name", domain_names())
def test_free_texts_of_a_domain_have_names_that_are_known(name: str) -> None:
    one = domain(name)
    for fields in (one.fields, *one.objects.values(), *one.lists.values()):
        for field, schema in fields.items():
            if schema.get("type") == "string" and not schema.keys() & {"format", "pattern", "examples"}:
                assert set(words_of(field)) & KNOWN_WORDS, field


@settings(max_examples=25)
@given(st.data(), st.integers(0, 200))
def test_any_random_schema_has_labels(data: st.DataObject, number: int) -> None:
    draws = Draws(lambda n: data.draw(st.integers(0, n - 1)))
    schema = random_schema(number, draws)
    world = world_of(schema.schema_id, schema.document, compiled(schema.document))
    world.check(world.build(draws))


def test_the_committed_records_are_many_and_various() -> None:
    rows = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    assert len(rows) == SCHEMAS * RECORDS_PER_SCHEMA >= 600
    assert len({row["schema_id"] for row in rows}) == SCHEMAS >= 100
    assert len({row["prompt"] for row in rows}) == len(rows)
    assert len(Counter(row["meta"]["style"] for row in rows)) == 9
    assert {row["complexity"] for row in rows} == {"simple", "medium", "complex"}
    documents: Any = [schema.document for schema in registry(DATA.parent / "schemas").schemas.values()]
    text = json.dumps(documents)
    for keyword in (
        "enum",
        "format",
        "pattern",
        "$ref",
        "x-sum",
        "x-order",
        "minItems",
        "multipleOf",
        "examples",
    ):
        assert text.count(f'"{keyword}"') >= 10, keyword


def test_the_committed_files_are_what_their_seed_makes() -> None:
    made = dict(random_schema_files())
    assert {path: (ROOT / path).read_bytes() for path in made} == made
    schemas = {path.relative_to(ROOT) for path in (DATA.parent / "schemas").iterdir()}
    assert {*schemas, FOLDER / "train.jsonl"} == made.keys()


def test_the_suite_has_no_finding_on_them() -> None:
    suite = resolve_suite(DATA)
    found = examine(DATA, suite)
    assert [(one.rule, one.line, one.pointer) for one in found.findings] == []
    assert {"declarations.declared_sums_are_right", "declarations.declared_orders_are_kept"} <= found.ran


@pytest.mark.parametrize(
    ("keyword", "rule"),
    [("x-sum", "declared_sums_are_right"), ("x-order", "declared_orders_are_kept")],
)
def test_a_broken_declaration_is_found(tmp_path: Path, keyword: str, rule: str) -> None:
    folder = tmp_path / "random_schemas"
    shutil.copytree(DATA.parent, folder, ignore=shutil.ignore_patterns("__pycache__", "*.attestation.json"))
    data = folder / "train.jsonl"
    broken = next(_broken(json.loads(line), keyword) for line in data.read_text("utf-8").splitlines()
                  if _broken(json.loads(line), keyword))  # fmt: skip
    data.write_text(f"{json.dumps(broken)}\n", "utf-8")
    assert f"declarations.{rule}" in {one.rule for one in examine(data, resolve_suite(data)).findings}


def _broken(row: Any, keyword: str) -> Any:
    """Return the record with a declared total raised, or its later time years too early; None without one."""
    label = row["expected_output"]
    declared = registry(DATA.parent / "schemas").schema(row["schema_id"]).get(keyword)
    if keyword == "x-sum":
        name = next((total for total in declared or () if total in label), None)
        changed = {name: label[name] + 1} if name else {}
    else:
        name = next((later for earlier, later in declared or () if {earlier, later} <= label.keys()), None)
        changed = {name: "1990" + label[name][4:]} if name else {}
    return {**row, "expected_output": {**label, **changed}} if changed else None
