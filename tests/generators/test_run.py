"""Runs: how many of what, nothing twice, the same bytes again."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from edgejson.errors import EdgejsonError
from edgejson.generators.run import Run, RunError, counts, lines
from edgejson.suite.schema_registry import registry


def a_run(**changes: Any) -> Run:
    return Run(**{"output": Path("new.jsonl"), "records": 60, "seed": 1, **changes})


def test_records_spread_evenly_over_the_schemas() -> None:
    assert sorted(set(counts(a_run(records=629)).values())) == [25, 26]
    assert sum(counts(a_run(records=629)).values()) == 629


def test_shares_spread_records_over_complexities() -> None:
    run = a_run(records=1000, shares={"simple": 45, "medium": 40, "complex": 15})
    by_level: Counter[Any] = Counter()
    for schema_id, count in counts(run).items():
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
    with pytest.raises(RunError, match=sentence):
        counts(a_run(**changes))


def test_same_run_same_lines_and_other_seeds_other_records() -> None:
    first = lines(a_run())
    assert lines(a_run()) == first
    assert not set(lines(a_run(seed=2))) & set(first)
    assert not {json.loads(line)["id"] for line in lines(a_run(split="test"))} & {
        json.loads(line)["id"] for line in first
    }


def test_nothing_occurs_twice_even_in_a_small_schema(tmp_path: Path) -> None:
    run = a_run(records=300, schemas=("simple_config",))
    train = lines(run)
    (tmp_path / "train.jsonl").write_bytes(b"".join(train))
    test = lines(
        a_run(records=300, schemas=("simple_config",), split="test", distinct_from=(Path("train.jsonl"),)),
        folder=tmp_path,
    )
    labels = [json.dumps(json.loads(line)["expected_output"]) for line in train + test]
    prompts = [json.loads(line)["prompt"] for line in train + test]
    assert len(set(labels)) == len(set(prompts)) == 600


def test_an_exhausted_schema_is_an_error() -> None:
    with pytest.raises(EdgejsonError, match="there are no 20000 different new records of simple_config"):
        lines(a_run(records=20_000, schemas=("simple_config",)))


@pytest.mark.parametrize(
    ("content", "sentence"), [(None, "No such file"), (b'{"id": 1}\n', "no line of it is a record")]
)
def test_a_file_to_differ_from_must_hold_records(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "other.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EdgejsonError, match=sentence):
        lines(a_run(distinct_from=(path,)))
