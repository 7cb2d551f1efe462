"""What is trained: an adapter of each kind, or the whole model; and an adapter merged into its base."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import AutoModelForCausalLM

from edgejson import Admitted
from edgejson.models.base_model import ADAPTER, MANIFEST, WHOLE, load_adapter, load_base, load_model
from edgejson.models.digests import file_digest
from edgejson.train.__main__ import main
from edgejson.train.errors import OutputError, RecipeError, TrainingError
from edgejson.train.loop import train
from edgejson.train.merged import check_merged_folder, write_merged
from edgejson.train.recipe import Lora, Recipe
from edgejson.train.recipe_file import load_recipe

IDS = torch.tensor([[1, 50, 60, 70]])


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        base_model=str(tiny_base),
        precision="fp32",
        epochs=2,
        records_per_step=4,
        learning_rate=1e-2,
        validation_share=0.2,
    )


def logits(model: Any) -> torch.Tensor:
    with torch.no_grad():
        given: torch.Tensor = model(input_ids=IDS).logits
    return given


def silent(_: str) -> None:
    """Say nothing."""


@pytest.mark.parametrize(
    ("lora", "written"),
    [
        (Lora(rank=4), {"r": 4, "use_rslora": False, "use_dora": False}),
        (Lora(rank=8, alpha=8, rslora=True), {"r": 8, "use_rslora": True, "use_dora": False}),
        (Lora(rank=4, dora=True), {"r": 4, "use_rslora": False, "use_dora": True}),
    ],
)
def test_each_kind_of_adapter_learns_and_is_what_it_says(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, lora: Lora, written: dict[str, Any]
) -> None:
    manifest = train(toy_data, recipe.model_copy(update={"lora": lora}), tmp_path)
    config = json.loads((tmp_path / "adapter_config.json").read_text())
    assert {name: config[name] for name in written} == written
    losses = [epoch["training_loss"] for epoch in manifest["training"]["epochs"]]
    assert losses[1] < losses[0]
    assert not torch.equal(
        logits(load_model(str(tmp_path)).model), logits(load_base(recipe.base_model).model)
    )


def test_a_model_trained_in_full_is_a_whole_model_that_needs_no_base(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    full = recipe.model_copy(update={"method": "full", "learning_rate": 1e-3})
    manifest = train(toy_data, full, tmp_path)
    losses = [epoch["training_loss"] for epoch in manifest["training"]["epochs"]]
    assert losses[1] < losses[0]
    assert not (tmp_path / ADAPTER).exists()
    loaded = load_model(str(tmp_path))
    assert loaded.adapter_sha256 == file_digest(tmp_path / WHOLE)
    assert loaded.sha256 == manifest["base_model"]["sha256"]
    plain = AutoModelForCausalLM.from_pretrained(tmp_path)
    assert torch.equal(logits(plain), logits(loaded.model))
    assert not torch.equal(logits(plain), logits(load_base(recipe.base_model).model))
    for path in tmp_path.iterdir():
        if path.suffix != ".safetensors":
            assert str(Path(full.base_model or "").parent) not in path.read_text(encoding="utf-8"), path.name


def test_full_training_goes_on_to_the_same_weights(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = recipe.model_copy(update={"method": "full", "learning_rate": 1e-3, "checkpoint_minutes": 0.0})
    train(toy_data, full, tmp_path / "whole")
    with monkeypatch.context() as patched:
        patched.setattr("edgejson.train.loop.learning_rate", lambda step, **_: 1e-3 if step < 3 else 1 / 0)
        with pytest.raises(ZeroDivisionError):
            train(toy_data, full, tmp_path / "crashed")
    with monkeypatch.context() as patched:
        patched.setattr("edgejson.train.loop.learning_rate", lambda step, **_: 1e-3)
        train(toy_data, full, tmp_path / "crashed")
        train(toy_data, full, tmp_path / "whole", resume=False)
    assert (tmp_path / "crashed" / WHOLE).read_bytes() == (tmp_path / "whole" / WHOLE).read_bytes()


@pytest.mark.parametrize("lora", [Lora(rank=4), Lora(rank=4, dora=True)])
def test_a_merged_model_answers_as_the_adapter_does_and_stands_alone(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, lora: Lora
) -> None:
    adapter, merged = tmp_path / "adapter", tmp_path / "models" / "merged"
    train(toy_data, recipe.model_copy(update={"lora": lora}), adapter)
    check_merged_folder(merged, recipe)
    write_merged(adapter, merged, notify=silent)
    assert not list(merged.parent.glob(".*"))
    plain = AutoModelForCausalLM.from_pretrained(merged)
    torch.testing.assert_close(logits(plain), logits(load_adapter(adapter).model), rtol=1e-4, atol=1e-4)
    manifest = json.loads((merged / MANIFEST).read_text())
    assert manifest["merged_adapter_sha256"] == file_digest(adapter / ADAPTER)
    loaded = load_model(str(merged))
    assert loaded.adapter_sha256 == file_digest(merged / WHOLE)
    assert torch.equal(logits(loaded.model), logits(plain))


def test_a_merged_model_on_request_of_the_command_line(
    write_toy_data: Callable[..., Path], tiny_base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = [f"--set={item}" for item in (f"base_model={tiny_base}", "max_steps=1", "precision=fp32")]
    data = write_toy_data(tmp_path)
    command = [f"--data={data}", f"--output={tmp_path / 'out'}", f"--merged={tmp_path / 'm'}", *settings]
    assert main(command) == 0
    assert (tmp_path / "m" / WHOLE).exists()
    assert f"The merged model is in {tmp_path / 'm'}" in capsys.readouterr().err
    # The same command again: the adapter is there, and so is the merged model.
    assert main(command) == 2
    assert "is there already; choose another --merged" in capsys.readouterr().err
    assert main([*command, "--set=method=full", f"--merged={tmp_path / 'n'}"]) == 2
    assert "leave it out" in capsys.readouterr().err


def test_a_place_that_is_taken_is_noticed_before_training(recipe: Recipe, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is there already"):
        check_merged_folder(tmp_path, recipe)
    with pytest.raises(OutputError, match="is there already"):
        check_merged_folder(tmp_path / "file", recipe)
    with pytest.raises(TrainingError, match="whole model already"):
        check_merged_folder(tmp_path / "new", recipe.model_copy(update={"method": "full"}))


def test_an_adapters_keys_with_full_training_are_a_mistake_beside_all_others(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text("method: full\nlora: {rank: 8, dora: true}\nepochs: 0\n")
    with pytest.raises(RecipeError) as caught:
        load_recipe(str(path))
    said = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 2
    assert "lora: method 'full' has no adapter; leave lora.rank, lora.dora out" in said
    assert "epochs" in said
    assert load_recipe("quick", ["method=full", "lora.alpha=32", "lora.rank=16"]).method == "full"
