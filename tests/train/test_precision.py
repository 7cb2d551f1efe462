"""Training in bfloat16: it learns, says so, and goes on in the precision that it began in."""

from pathlib import Path

import pytest

from edgejson import Admitted
from edgejson.models.base_model import ADAPTER
from edgejson.train.loop import train
from edgejson.train.recipe import Lora, Recipe, Scores

pytestmark = pytest.mark.bf16


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        base_model=str(tiny_base), precision="bf16", epochs=4, records_per_step=4, learning_rate=1e-2,
        lora=Lora(rank=4, alpha=8), validation_share=0.2, checkpoint_minutes=0, scores=Scores(records=2),
    )  # fmt: skip


def test_it_learns_and_says_so(toy_data: Admitted, recipe: Recipe, tmp_path: Path) -> None:
    training = train(toy_data, recipe, tmp_path)["training"]
    assert training["precision"] == "bf16"
    losses = [epoch["training_loss"] for epoch in training["epochs"]]
    assert losses[-1] < 0.7 * losses[0]
    assert training["scores"][-1]["n"] == 2


def test_an_interrupted_run_goes_on_in_the_precision_it_began_in(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    auto = recipe.model_copy(update={"precision": "auto"})
    monkeypatch.setenv("EDGEJSON_PRECISION", "bf16")
    monkeypatch.setattr("edgejson.train.loop.learning_rate", lambda step, **_: 1e-2)
    train(toy_data, auto, tmp_path / "whole")
    with monkeypatch.context() as patched:
        patched.setattr("edgejson.train.loop.learning_rate", lambda step, **_: 1e-2 if step < 3 else 1 / 0)
        with pytest.raises(ZeroDivisionError):
            train(toy_data, auto, tmp_path / "crashed")
    monkeypatch.setenv("EDGEJSON_PRECISION", "fp32")
    manifest = train(toy_data, auto, tmp_path / "crashed")
    assert manifest["training"]["precision"] == "bf16"
    assert (tmp_path / "crashed" / ADAPTER).read_bytes() == (tmp_path / "whole" / ADAPTER).read_bytes()
