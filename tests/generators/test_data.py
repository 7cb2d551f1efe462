"""The committed data: exactly what the recipe makes, and what its cards say about it."""

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from edgejson.generators import __main__ as command_line
from edgejson.generators.data_files import DATA_FILES
from edgejson.generators.faults import DERIVED
from edgejson.generators.styles import STYLES
from edgejson.generators.vocabulary.fake_values import FAKER_VERSION

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = [json.loads(line) for line in (ROOT / "tests/data/foreign/right.jsonl").read_bytes().splitlines()]


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ROOT / "data" / name).read_text(encoding="utf-8").splitlines()]


def generated(name: str) -> list[dict[str, Any]]:
    return [row for row in rows(name) if row["source"] == "template"]


def natural(name: str) -> list[dict[str, Any]]:
    return [row for row in rows(name) if row["source"] == "llm"]


def test_recipe_makes_the_committed_bytes() -> None:
    assert command_line.main(["data", "--check", "--folder", str(ROOT)]) == 0


def test_check_finds_a_changed_byte_and_data_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "data" / "natural", tmp_path / "data" / "natural")
    assert command_line.main(["data", "--folder", str(tmp_path)]) == 0
    changed = tmp_path / "data" / "test_v3.jsonl"
    changed.write_bytes(changed.read_bytes().replace(b"template", b"templatf", 1))
    assert command_line.main(["data", "--check", "--folder", str(tmp_path)]) == 1
    assert "data/test_v3.jsonl: differs" in capsys.readouterr().out
    assert command_line.main(["data", "--folder", str(tmp_path)]) == 0
    assert changed.read_bytes() == (ROOT / "data" / "test_v3.jsonl").read_bytes()


def test_nothing_occurs_twice_within_or_across_the_files() -> None:
    everything = [row for run in DATA_FILES for row in rows(run.output.relative_to("data").as_posix())]
    for field in ("id", "prompt"):
        assert max(Counter(row[field] for row in everything).values()) == 1, field
    labels = Counter((row["schema_id"], json.dumps(row["expected_output"])) for row in everything)
    repeated = {label for label, count in labels.items() if count > 1}
    of_generators = {
        (row["schema_id"], json.dumps(row["expected_output"]))
        for row in everything
        if row["source"] == "template"
    }
    assert repeated.isdisjoint(of_generators)
    # Two natural records may have the same few settings in mind.
    assert [schema_id for schema_id, _ in repeated] == ["simple_config"] * 2


def test_shares_are_alike_and_test_has_fifteen_of_each() -> None:
    train, test = (
        Counter(row["schema_id"] for row in rows(f"{name}_v3.jsonl")) for name in ("train", "test")
    )
    assert train.keys() == test.keys()
    assert min(test.values()) >= 15
    for schema_id in train:
        assert 0.5 < (train[schema_id] / train.total()) / (test[schema_id] / test.total()) < 2


def test_three_in_ten_at_most_are_listings_and_all_styles_are_there() -> None:
    train, test = (
        Counter(row["meta"]["style"] for row in generated(f"{name}_v3.jsonl")) for name in ("train", "test")
    )
    assert test.keys() == STYLES.keys()
    assert train.keys() == STYLES.keys() - {"transcript"}
    for styles in (train, test):
        assert styles["listing"] <= 0.3 * styles.total()


def test_meta_says_which_templates_train_does_not_have() -> None:
    train, test = generated("train_v3.jsonl"), generated("test_v3.jsonl")
    seen = {row["meta"]["template"] for row in train}
    assert not any(row["meta"]["unseen"] for row in train)
    unseen = {row["meta"]["template"] for row in test if row["meta"]["unseen"]}
    assert unseen
    assert unseen.isdisjoint(seen)


def test_no_writer_of_natural_prompts_is_in_two_splits() -> None:
    writers = [
        {row["meta"]["writer"] for row in natural(f"{split}_v3.jsonl")}
        for split in ("train", "validation", "test")
    ]
    writers.append({row["meta"]["writer"] for row in FOREIGN})
    assert writers == [set(range(1, 9)), {9}, {10, 11}, {12, 13}]


def test_natural_records_say_what_they_are() -> None:
    everything = [row for split in ("train", "validation", "test") for row in natural(f"{split}_v3.jsonl")]
    keys = {"style", "kind", "language", "writer", "label", "request"}
    assert all(row["meta"].keys() == keys for row in everything)
    assert {row["meta"]["style"] for row in everything} == {"natural"}
    assert Counter(row["meta"]["label"] for row in everything) == {"generator": 800, "writer": 800}


def test_exhibit_says_what_it_is_in_every_record() -> None:
    exhibit = rows("v2/train_v2.jsonl")
    assert len(exhibit) == 629
    assert {row["meta"]["fault"] for row in exhibit} == {"independent-totals"}
    assert {row["schema_id"] for row in exhibit} > DERIVED.keys()


def test_cards_give_the_commands_that_made_the_files() -> None:
    card = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    notice = (ROOT / "data" / "v2" / "README.md").read_text(encoding="utf-8")
    for run in DATA_FILES:
        assert run.command() in card
    assert DATA_FILES[-1].command() in notice
    assert "deprecated" in notice
    assert f"Faker {FAKER_VERSION}" in card
