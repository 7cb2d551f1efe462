"""Generated records: valid, pure functions of their seed, all different, and stated in their prompts."""

import hashlib
import json
import os
import re
import subprocess
import sys
from decimal import Decimal

import pytest

from edgejson.core.json_text import compact
from edgejson.core.pointers import leaves
from edgejson.generators import WORLDS, GeneratedRecord, generate
from edgejson.generators.file_spec import SEEDS_PER_FILE
from edgejson.generators.wording.meaning_representation import display_name
from edgejson.suite.schema_registry import registry

SEEDS = range(40)
SCHEMAS = sorted(WORLDS)

DIGEST_PROGRAM = """
import hashlib
from edgejson.generators import WORLDS, generate
digest = hashlib.sha256()
for schema_id in sorted(WORLDS, reverse=True):
    for seed in (0, 7, 123456):
        digest.update(generate(schema_id, seed, split="test").line())
print(digest.hexdigest())
"""


def records(schema_id: str) -> list[GeneratedRecord]:
    return [generate(schema_id, seed) for seed in SEEDS]


def test_there_is_a_world_for_every_schema() -> None:
    assert list(registry().schema_ids) == SCHEMAS


@pytest.mark.parametrize("schema_id", SCHEMAS)
def test_labels_are_valid_with_formats_and_in_schema_order(schema_id: str) -> None:
    schema = registry().schemas[schema_id]
    for record in records(schema_id):
        label = json.loads(compact(record.label))
        assert [error.message for error in schema.validator.iter_errors(label)] == []
        assert list(label) == [name for name in schema.document["properties"] if name in label]


@pytest.mark.parametrize("schema_id", SCHEMAS)
def test_line_reads_back_as_the_record(schema_id: str) -> None:
    for record in records(schema_id):
        line = record.line()
        assert line.endswith(b"}\n")
        assert line.count(b"\n") == 1
        envelope = json.loads(line, parse_float=Decimal)
        assert envelope["expected_output"] == record.label
        assert envelope["complexity"] == registry().complexity(schema_id)
        assert schema_id in envelope["id"]
        assert (envelope["source"], envelope["prompt"]) == ("template", record.prompt)
        assert envelope["meta"]["seed"] in SEEDS


@pytest.mark.parametrize("schema_id", SCHEMAS)
def test_a_listing_states_each_leaf_beside_its_name(schema_id: str) -> None:
    for record in (generate(schema_id, seed, styles=("listing",)) for seed in SEEDS):
        _, _, facts = record.prompt.partition("\n\n")
        lines = [line.strip() for line in facts.rpartition("\n\n")[0].split("\n")]
        unread = [re.sub(r"^(\d+\. )+", "", line) for line in lines]
        for pointer, value in leaves(record.label):
            name = pointer.rsplit("/", 1)[1]
            text = value if isinstance(value, str) else compact(value)
            spellings = (
                [f"- {text}"] if name.isdigit() else [f"{display_name(name)}: {text}", f"{name}: {text}"]
            )
            found = [value_format for value_format in spellings if value_format in unread]
            assert found, f"{pointer} ({text}) is not stated"
            unread.remove(found[0])
        values_left = [line for line in unread if re.search(r"^-|: ", line)]
        assert values_left == [], "the prompt states what the label does not hold"


@pytest.mark.parametrize("schema_id", SCHEMAS)
def test_nothing_is_empty_and_absent_optionals_occur(schema_id: str) -> None:
    shapes = set()
    for record in records(schema_id):
        text = compact(record.label)
        assert not re.search(r"(?<!\\)\"\"|\[\]|\{\}|null", text)
        shapes.add(tuple(record.label))
    optional = set(registry().schema(schema_id)["properties"]) - set(registry().schema(schema_id)["required"])
    assert len(shapes) > 1 or not optional
    for name in optional:
        assert {name in shape for shape in shapes} == {True, False}, f"{name} is not really optional"


@pytest.mark.parametrize("schema_id", SCHEMAS)
def test_every_declared_field_is_generated_somewhere(schema_id: str) -> None:
    """All fields of the schema, nested ones included, turn up among a few hundred records."""
    seen: set[str] = set()
    for seed in range(300):
        label = generate(schema_id, seed).label
        seen |= {re.sub(r"/\d+(?=/|$)", "/*", pointer) for pointer, _ in leaves(label)}
    declared = set(_declared(registry().schema(schema_id), ""))
    missing = {
        pointer for pointer in declared if not any(s == pointer or s.startswith(f"{pointer}/") for s in seen)
    }
    assert missing == set()


def _declared(schema: object, where: str) -> list[str]:
    assert isinstance(schema, dict | type(registry().schema("invoice")))
    if "properties" in schema:
        return [
            path
            for name, inner in schema["properties"].items()
            for path in _declared(inner, f"{where}/{name}")
        ]
    if "items" in schema:
        return _declared(schema["items"], f"{where}/*")
    return [where]


def test_same_seed_same_bytes_in_another_process() -> None:
    digest = hashlib.sha256()
    for schema_id in sorted(WORLDS, reverse=True):
        for seed in (0, 7, 123456):
            digest.update(generate(schema_id, seed, split="test").line())
    for hash_seed in ("1", "2024"):
        run = subprocess.run(
            [sys.executable, "-c", DIGEST_PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == digest.hexdigest()


def test_order_of_generation_does_not_matter() -> None:
    forward = [generate(schema_id, 5).line() for schema_id in SCHEMAS]
    backward = [generate(schema_id, 5).line() for schema_id in reversed(SCHEMAS)]
    assert forward == backward[::-1]


@pytest.mark.parametrize("schema_id", SCHEMAS)
def test_distinct_seeds_and_splits_give_distinct_records(schema_id: str) -> None:
    made = [
        generate(schema_id, seed, split=split) for split in ("train", "validation", "test") for seed in SEEDS
    ]
    assert len({record.id for record in made}) == len(made)
    assert len({record.line() for record in made}) == len(made)
    same = [a.label == b.label for a, b in zip(made[:40], made[80:], strict=True)]
    assert sum(same) < 3, "a train seed and the same test seed give the same label"


def test_seeds_of_runs_do_not_meet() -> None:
    assert generate("invoice", SEEDS_PER_FILE).id != generate("invoice", 1).id
    assert generate("invoice", SEEDS_PER_FILE).label != generate("invoice", 0).label


def test_negative_seeds_and_unknown_schemas_are_refused() -> None:
    with pytest.raises(ValueError, match="-1 is negative"):
        generate("invoice", -1)
    with pytest.raises(KeyError):
        generate("invoce", 1)
