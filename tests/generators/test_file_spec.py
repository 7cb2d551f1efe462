"""File specifications: how many of what, nothing twice, the same bytes again."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from edgejson.errors import EdgejsonError
from edgejson.generators.errors import GenerationError
from edgejson.generators.file_spec import FileSpec, record_counts
from edgejson.suite.schema_registry import registry


def spec_of(**changes: Any) -> FileSpec:
    return FileSpec(**{"output": Path("new.jsonl"), "records": 60, "seed": 1, **changes})


def test_records_spread_evenly_over_the_schemas() -> None:
    assert sorted(set(record_counts(spec_of(records=629), registry()).values())) == [25, 26]
    assert sum(record_counts(spec_of(records=629), registry()).values()) == 629


def test_shares_spread_records_over_complexities() -> None:
    run = spec_of(records=1000, shares={"simple": 45, "medium": 40, "complex": 15})
    by_level: Counter[Any] = Counter()
    for schema_id, count in record_counts(run, registry()).items():
        by_level[registry().complexity(schema_id)] += count
    assert by_level == {"simple": 450, "medium": 400, "complex": 150}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"shares": {"simple": 45, "medium": 40}}, "sum to 85"),
        ({"shares": {"simple": 50, "complex": 50}, "schemas": ("rating",)}, "no chosen schema is complex"),
    ],
)
def test_shares_that_make_no_sense_are_refused(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GenerationError, match=sentence):
        record_counts(spec_of(**changes), registry())


def test_same_run_same_lines_and_other_seeds_other_records() -> None:
    first = spec_of().lines()
    assert spec_of().lines() == first
    assert not set(spec_of(seed=2).lines()) & set(first)
    assert not {json.loads(line)["id"] for line in spec_of(split="test").lines()} & {
        json.loads(line)["id"] for line in first
    }


def test_nothing_occurs_twice_even_in_a_small_schema(tmp_path: Path) -> None:
    train = spec_of(records=300, schemas=("simple_config",)).lines()
    (tmp_path / "train.jsonl").write_bytes(b"".join(train))
    test = spec_of(
        records=300, schemas=("simple_config",), split="test", distinct_from=(Path("train.jsonl"),)
    ).lines(folder=tmp_path)
    labels = [json.dumps(json.loads(line)["expected_output"]) for line in train + test]
    prompts = [json.loads(line)["prompt"] for line in train + test]
    assert len(set(labels)) == len(set(prompts)) == 600


def test_an_exhausted_schema_is_an_error() -> None:
    with pytest.raises(GenerationError, match="there are no 20000 different new records of simple_config"):
        spec_of(records=20_000, schemas=("simple_config",)).lines()


@pytest.mark.parametrize(
    ("content", "sentence"), [(None, "No such file"), (b'{"id": 1}\n', "there is no record in it")]
)
def test_a_file_to_differ_from_must_hold_records(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "other.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EdgejsonError, match=sentence):
        spec_of(distinct_from=(path,)).lines()


def test_records_of_other_files_stand_among_the_generated_ones(tmp_path: Path) -> None:
    sources = []
    for seed in (8, 9):
        lines = spec_of(records=10, seed=seed).lines()
        (tmp_path / f"natural_{seed}.jsonl").write_bytes(b"".join(lines))
        sources += lines
    mixed = spec_of(mixed_in=(Path("natural_8.jsonl"), Path("natural_9.jsonl"))).lines(folder=tmp_path)
    assert sorted(mixed) == sorted([*spec_of().lines(), *sources])
    places = [place for place, line in enumerate(mixed) if line in sources]
    assert places != list(range(places[0], places[0] + 20)), "they are spread"


def test_no_generated_record_repeats_one_of_another_file(tmp_path: Path) -> None:
    first = spec_of().lines()[0]
    copied = json.loads(first) | {"id": "copied", "meta": {}}
    (tmp_path / "natural.jsonl").write_text(json.dumps(copied) + "\n", encoding="utf-8")
    mixed = spec_of(mixed_in=(Path("natural.jsonl"),)).lines(folder=tmp_path)
    assert first not in mixed
    assert len(mixed) == 61
