"""The loop teaches: a tiny model learns a toy schema by heart, and to stop, unless the end is masked."""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from edgejson import Admitted
from edgejson.models.base_model import load_adapter
from edgejson.models.generation import generate_answer
from edgejson.train.examples import Example
from edgejson.train.loop import train
from edgejson.train.micro_batch import MicroBatch, make_micro_batch
from edgejson.train.recipe import Lora, Recipe


@pytest.fixture
def by_heart(tiny_base: Path) -> Recipe:
    return Recipe(
        precision="fp32",
        base_model=str(tiny_base),
        epochs=60,
        records_per_step=16,
        learning_rate=1e-2,
        lora=Lora(rank=8, alpha=32),
        validation_share=0,
    )


def answers(folder: Path, data: Admitted) -> list[tuple[str, bool, str]]:
    model = load_adapter(folder)
    found = []
    for record in data.records():
        answer = generate_answer(model, record.prompt, max_new_tokens=40)
        label = json.dumps(record.label, separators=(",", ":"))
        found.append((answer.text, answer.stop == "eos", label))
    return found


def test_every_answer_is_exact_and_ends(toy_data: Admitted, by_heart: Recipe, tmp_path: Path) -> None:
    train(toy_data, by_heart, tmp_path)
    for answer, ended, label in answers(tmp_path, toy_data):
        assert (answer, ended) == (label, True)


def test_masking_the_end_of_sequence_makes_a_model_that_never_stops(
    toy_data: Admitted, by_heart: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The classic mistake: labels that equal the padding id are dropped, and padding is the end token."""

    def masking(examples: Sequence[Example], **options: Any) -> MicroBatch:
        made = make_micro_batch(examples, **options)
        return dataclasses.replace(made, weights=made.weights * (made.targets != 2))

    monkeypatch.setattr("edgejson.train.micro_batch_runner.make_micro_batch", masking)
    train(toy_data, by_heart, tmp_path)
    given = answers(tmp_path, toy_data)
    assert not any(ended for _, ended, _ in given)
    assert all(answer.startswith(label) for answer, _, label in given)


def test_validation_file_is_validated_with_and_named(
    toy_data: Admitted, by_heart: Recipe, tmp_path: Path
) -> None:
    recipe = by_heart.model_copy(update={"max_steps": 2})
    manifest = train(toy_data, recipe, tmp_path, validation=toy_data)
    assert manifest["records"]["validation"] == manifest["records"]["training"] == toy_data.n_records
    assert manifest["validation_data"] == manifest["data"]
    assert manifest["training"]["epochs"][-1]["validation_loss"] > 0
    assert manifest["identity"]["validation"] == toy_data.sha256
