"""Scores during training: of validation records only, as the evaluator scores, and what follows from them."""

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from edgejson import Admitted
from edgejson.models.base_model import ADAPTER, load_adapter
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.schemas import Schemas
from edgejson.scoring.scored_record import score_record
from edgejson.suite.suite import resolve_suite
from edgejson.train.early_stopping import best_scoring, out_of_patience
from edgejson.train.examples import Example, is_for_validation
from edgejson.train.loop import train
from edgejson.train.output import CURVE
from edgejson.train.recipe import Lora, Recipe, Scores
from edgejson.train.validation_scores import SHOWN_SCORES, choose_records
from tests.tiny_model import generated_by_transformers

SHARE = 0.3


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    """Three epochs of three steps, on about eleven records; the other five are for validation."""
    return Recipe(
        base_model=str(tiny_base),
        precision="fp32",
        epochs=3,
        records_per_step=4,
        learning_rate=1e-2,
        lora=Lora(rank=4, alpha=8, dropout=0.2),
        validation_share=SHARE,
    )


def with_scores(recipe: Recipe, **changes: Any) -> Recipe:
    return recipe.model_copy(update={"scores": Scores(**changes)})


def scripted(values: list[float], monkeypatch: pytest.MonkeyPatch) -> list[dict[str, torch.Tensor]]:
    """Have the scorings give `values`, one after the other; return the weights that each of them saw."""
    seen: list[dict[str, torch.Tensor]] = []

    def score_model(model: Any, *_: Any) -> dict[str, Any]:
        value = values[len(seen)]
        trained = [(name, p.detach().clone()) for name, p in model.named_parameters() if p.requires_grad]
        seen.append(dict(trained))
        return {"n": 5, "json_exact": value, "field_f1": 0.5, "schema_compliance": 1.0, "ended": 1.0}

    monkeypatch.setattr("edgejson.train.trainer.score_model", score_model)
    return seen


def same_weights(folder: Path, weights: dict[str, torch.Tensor]) -> bool:
    stored = load_file(folder / ADAPTER)
    return all(
        tensor.equal(weights[name.replace(".weight", ".default.weight")]) for name, tensor in stored.items()
    )


def test_the_scores_are_those_of_an_evaluation_on_records_that_were_not_trained_on(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    long = recipe.model_copy(update={"epochs": 40, "scores": Scores(keep="last", every_steps=1000)})
    said: list[str] = []
    manifest = train(toy_data, long, tmp_path, notify=said.append)
    validation = [record for record in toy_data.records() if is_for_validation(record.id, SHARE)]
    schemas = Schemas(resolve_suite(toy_data.path).registry)
    model = load_adapter(tmp_path)
    scored = []
    for record in validation:
        text, ended = generated_by_transformers(model, record.prompt, max_new_tokens=30)
        prediction = Prediction(id=record.id, text=text, stop="eos" if ended else "length")
        scored.append(score_record(record, prediction, schemas))
    last = manifest["training"]["scores"][-1]
    assert last["n"] == len(validation)
    assert last["step"] == manifest["training"]["steps"]
    for name in SHOWN_SCORES:
        assert last[name] == pytest.approx(sum(each.scores[name] for each in scored) / len(scored))
    assert last["schema_compliance"] > 0
    assert f"Step {last['step']}: of {len(validation)} validation records" in "\n".join(said)


def test_one_after_every_epoch_or_every_so_many_steps_and_one_at_the_end(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    def steps(name: str, **changes: Any) -> list[int]:
        manifest = train(toy_data, with_scores(recipe, **changes), tmp_path / name)
        return [entry["step"] for entry in manifest["training"]["scores"]]

    assert steps("epochs") == [3, 6, 9]
    assert steps("steps", every_steps=4) == [4, 8, 9]
    assert steps("none", records=0) == []


def test_scoring_changes_nothing_that_is_learned(toy_data: Admitted, recipe: Recipe, tmp_path: Path) -> None:
    train(toy_data, with_scores(recipe, every_steps=1, keep="last"), tmp_path / "often")
    train(toy_data, with_scores(recipe, records=0), tmp_path / "never")
    for name in (CURVE, ADAPTER):
        assert (tmp_path / "often" / name).read_bytes() == (tmp_path / "never" / name).read_bytes()


@pytest.mark.parametrize(("keep", "step"), [("best", 6), ("last", 9)])
def test_the_weights_of_the_best_scoring_are_kept(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: str, step: int
) -> None:
    seen = scripted([0.2, 0.6, 0.4], monkeypatch)
    manifest = train(toy_data, with_scores(recipe, keep=keep), tmp_path)
    assert manifest["training"]["weights_of_step"] == step
    assert same_weights(tmp_path, seen[step // 3 - 1])
    assert not same_weights(tmp_path, seen[0])


def test_a_run_whose_scores_do_not_improve_stops_early(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted([0.2, 0.4, 0.4, 0.2, 0.6, 0.6], monkeypatch)
    said: list[str] = []
    chosen = with_scores(recipe, every_steps=1, patience=2)
    manifest = train(toy_data, chosen, tmp_path, notify=said.append)
    assert manifest["training"]["steps"] == 4
    assert manifest["training"]["weights_of_step"] == 3
    assert manifest["training"]["epochs"][-1]["step"] == 4
    assert "Stopped early after step 4 of 9: 2 scorings in a row brought no better json_exact" in said


def test_an_early_stop_survives_a_crash(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the scoring that ends the run and the next, the scorings before it are not forgotten."""
    values = [0.2, 0.6, 0.4, 0.3, 1.0]
    chosen = with_scores(recipe, every_steps=1, patience=2).model_copy(update={"checkpoint_minutes": 0.0})
    seen = scripted(values, monkeypatch)
    whole = train(toy_data, chosen, tmp_path / "whole")

    with monkeypatch.context() as patched:
        scripted(values[:3], patched)
        with pytest.raises(IndexError):
            train(toy_data, chosen, tmp_path / "crashed")
    scripted(values[3:], monkeypatch)
    after = train(toy_data, chosen, tmp_path / "crashed")
    assert after["training"]["scores"] == whole["training"]["scores"]
    assert after["training"]["weights_of_step"] == 2
    assert (tmp_path / "crashed" / ADAPTER).read_bytes() == (tmp_path / "whole" / ADAPTER).read_bytes()
    assert same_weights(tmp_path / "crashed", seen[1])


def test_records_that_were_cut_are_not_asked_for_and_the_choice_is_always_the_same(
    toy_data: Admitted,
) -> None:
    records = list(toy_data.records())
    registry = resolve_suite(toy_data.path).registry
    examples = [
        Example(record_id=record.id, tokens=[1] * 9, n_prompt=4 + (index % 3), cut=index == 2)
        for index, record in enumerate(records)
    ]

    def chosen(count: int) -> list[str]:
        return [r.id for r in choose_records(examples, records, registry, count=count).records]

    assert chosen(100) == [record.id for index, record in enumerate(records) if index != 2]
    assert len(chosen(6)) == 6
    assert chosen(6) == chosen(6)
    batches = choose_records(examples, records, registry, count=100).batches
    assert sorted(len(request.tokens) for batch, _ in batches for request in batch)[0] == 4
    # A fifth more than the longest label, which has five tokens.
    assert {limit for _, limit in batches} == {6}


def entry(step: int, exact: float, f1: float = 0.5) -> dict[str, Any]:
    return {"step": step, "json_exact": exact, "field_f1": f1}


@pytest.mark.parametrize(
    ("scorings", "best"),
    [
        ([entry(1, 0.2), entry(2, 0.4), entry(3, 0.3)], 2),
        ([entry(1, 0.4), entry(2, 0.4), entry(3, 0.3)], 2),
        ([entry(1, 0.4, 0.9), entry(2, 0.4, 0.8)], 1),
    ],
)
def test_the_best_scoring_is_the_highest_then_field_f1_then_the_latest(
    scorings: list[dict[str, Any]], best: int
) -> None:
    found = best_scoring(scorings, "json_exact")
    assert found is not None
    assert found["step"] == best


@pytest.mark.parametrize(
    ("exact", "patience", "over"),
    [
        ([0.1, 0.2, 0.3], 1, False),
        ([0.1, 0.3, 0.3], 1, True),
        ([0.3, 0.1, 0.2], 2, True),
        ([0.3, 0.1, 0.2], 3, False),
        ([0.1, 0.1, 0.4], 2, False),
        ([0.3, 0.1, 0.1], None, False),
        ([], 1, False),
    ],
)
def test_patience_ends_when_nothing_better_came(exact: list[float], patience: int | None, over: bool) -> None:
    scorings = [entry(step, value) for step, value in enumerate(exact)]
    assert out_of_patience(scorings, "json_exact", patience) is over
