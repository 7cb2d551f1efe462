"""What shows how a run went: one page with its curves, and TensorBoard's log."""

import re
from pathlib import Path
from typing import Any

import pytest

from edgejson import Admitted
from edgejson.train import tensorboard_log
from edgejson.train.curve import smoothed, training_charts
from edgejson.train.errors import TrainingError
from edgejson.train.loop import train
from edgejson.train.page import PAGE
from edgejson.train.recipe import Lora, Recipe, Scores


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        base_model=str(tiny_base),
        precision="fp32",
        epochs=2,
        records_per_step=4,
        learning_rate=1e-2,
        lora=Lora(rank=2, alpha=4),
        validation_share=0.3,
        checkpoint_minutes=0,
    )


def test_the_page_has_the_curves_the_scores_and_the_digests_and_needs_no_network(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    manifest = train(toy_data, recipe, tmp_path)
    html = (tmp_path / PAGE).read_text(encoding="utf-8")
    assert html.count('<svg class="chart"') == 2
    assert not re.findall(r'(?:src|href)="(?!data:)|https?://|@import|url\(', html)
    for text in (toy_data.sha256, toy_data.suite_sha256, manifest["base_model"]["sha256"], "lora.rank"):
        assert text in html
    assert html.count('<span class="badge passed">kept</span>') == 1
    for entry in manifest["training"]["scores"]:
        assert f"{entry['field_f1']:.3f}" in html


def test_the_charts_show_what_there_is() -> None:
    curve = [{"step": step, "loss": 1 / step} for step in range(1, 41)]
    scores = [{"step": 40, "json_exact": 0.5, "field_f1": 0.6, "schema_compliance": 0.7}]
    epochs = [{"step": 40, "validation_loss": 0.5}]

    def names(**training: Any) -> list[list[str]]:
        return [names for _, names in training_charts({"weights_of_step": 40, **training}, curve)]

    assert names(epochs=[], scores=[]) == [["loss, smoothed", "loss of a step"]]
    assert names(epochs=[{"step": 40, "validation_loss": None}], scores=[]) == names(epochs=[], scores=[])
    validated = ["loss, smoothed", "validation loss", "loss of a step"]
    assert names(epochs=epochs, scores=[]) == [validated]
    assert names(epochs=epochs, scores=scores) == [validated, ["JSONExact", "Field F1", "Schema Compliance"]]


def test_the_smoothed_loss_is_a_mean_over_what_came_before() -> None:
    assert smoothed([4.0, 2.0]) == [4.0, 2.0]
    assert smoothed([float(n) for n in range(40)])[:3] == [0.0, 0.5, 1.5]


def logged(folder: Path) -> dict[str, list[tuple[int, float]]]:
    from tensorboard.backend.event_processing.event_accumulator import (  # type: ignore[import-untyped]
        EventAccumulator,
    )

    log = EventAccumulator(str(folder / tensorboard_log.FOLDER))
    log.Reload()
    return {tag: [(e.step, e.value) for e in log.Scalars(tag)] for tag in log.Tags()["scalars"]}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_tensorboard_reads_every_step_once_even_after_a_crash(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = recipe.model_copy(update={"scores": Scores(every_steps=2), "checkpoint_minutes": 60.0})
    with monkeypatch.context() as patched:
        patched.setattr("edgejson.train.loop.learning_rate", lambda step, **_: 1e-3 if step < 3 else 1 / 0)
        with pytest.raises(ZeroDivisionError):
            train(toy_data, chosen, tmp_path, tensorboard=True)
    manifest = train(toy_data, chosen, tmp_path, tensorboard=True)
    found = logged(tmp_path)
    training = manifest["training"]
    assert [step for step, _ in found["loss/training"]] == list(range(1, training["steps"] + 1))
    assert [step for step, _ in found["loss/validation"]] == [epoch["step"] for epoch in training["epochs"]]
    for name in ("json_exact", "field_f1", "schema_compliance"):
        values: list[Any] = [(entry["step"], pytest.approx(entry[name])) for entry in training["scores"]]
        assert found[f"scores/{name}"] == values


def test_a_missing_tensorboard_is_said_before_training(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edgejson.train.tensorboard_log.find_spec", lambda _: None)
    with pytest.raises(TrainingError, match="pip install tensorboard"):
        train(toy_data, recipe, tmp_path, tensorboard=True)
    assert not list(tmp_path.iterdir())
