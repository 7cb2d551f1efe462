"""What a run leaves behind: an adapter that says what it is, and nothing of the machine it was made on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from huggingface_hub import ModelCard
from safetensors import safe_open
from transformers import OPTConfig, OPTForCausalLM

from edgejson import Admitted, admit_or_validate
from edgejson.models.base_model import ADAPTER, MANIFEST, load_adapter, load_base
from edgejson.models.digests import file_digest
from edgejson.train.errors import OutputError, TrainingError
from edgejson.train.examples import is_for_validation, make_examples
from edgejson.train.loop import train
from edgejson.train.loss import summed_loss
from edgejson.train.micro_batch import MicroBatch
from edgejson.train.model_card import model_card
from edgejson.train.output import CURVE
from edgejson.train.page import PAGE
from edgejson.train.recipe import Lora, Recipe


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        precision="fp32",
        base_model=str(tiny_base),
        epochs=2,
        records_per_step=4,
        lora=Lora(rank=2, alpha=4),
        validation_share=0.3,
    )


def test_the_folder_holds_all_that_is_needed_and_no_path_of_this_machine(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    output = tmp_path / "adapter"
    train(toy_data, recipe, output)
    names = {path.name for path in output.iterdir()}
    assert names >= {ADAPTER, "adapter_config.json", "tokenizer.json", "tokenizer_config.json", MANIFEST}
    assert names >= {"README.md", CURVE, PAGE}
    assert not any(path.suffix in (".bin", ".pt", ".pkl") for path in output.iterdir())
    for path in output.iterdir():
        if path.suffix != ".safetensors":
            text = path.read_text(encoding="utf-8")
            for place in (tmp_path, tmp_path.parent, Path.home(), Path.cwd()):
                assert str(place) not in text, path.name
        assert path.stat().st_mode & 0o044, path.name


def test_the_manifest_names_base_data_recipe_and_versions(
    toy_data: Admitted, recipe: Recipe, tiny_base: Path, tmp_path: Path
) -> None:
    returned = train(toy_data, recipe, tmp_path)
    manifest = json.loads((tmp_path / MANIFEST).read_text())
    assert manifest == returned
    assert manifest["base_model"]["name"] == "tiny"
    assert manifest["base_model"]["sha256"] == file_digest(tiny_base / "model.safetensors")
    assert manifest["data"] == {
        "name": "toy.jsonl",
        "sha256": file_digest(toy_data.path),
        "n_records": 16,
        "result": toy_data.result,
        "attestation_sha256": toy_data.attestation_sha256,
        "suite_sha256": toy_data.suite_sha256,
        "notes": list(toy_data.notes),
        "peers": dict(toy_data.peers),
    }
    records = manifest["records"]
    assert records["training"] + records["validation"] == 16
    assert records["validation"] > 0
    assert manifest["recipe"]["lora"]["rank"] == 2
    assert manifest["training"]["steps"] == 2 * -(-records["training"] // 4)
    epochs = manifest["training"]["epochs"]
    assert [epoch["epoch"] for epoch in epochs] == [1, 2]
    assert all(epoch["validation_loss"] > 0 for epoch in epochs)
    assert set(manifest["versions"]) >= {"edgejson", "torch", "transformers", "peft", "edgejson_train_sha256"}
    curve = [json.loads(line) for line in (tmp_path / CURVE).read_text().splitlines()]
    assert [point["step"] for point in curve] == list(range(1, manifest["training"]["steps"] + 1))


def test_the_model_card_has_front_matter_and_the_digests(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    manifest = train(toy_data, recipe, tmp_path)
    _, front, body = (tmp_path / "README.md").read_text().split("---\n", 2)
    matter = yaml.safe_load(front)
    assert matter["base_model"] == "tiny"
    assert matter["library_name"] == "peft"
    read: Any = ModelCard((tmp_path / "README.md").read_text()).data
    scores = read.eval_results[0]
    assert scores.dataset_revision == toy_data.sha256
    assert scores.metric_value == round(manifest["training"]["scores"][-1]["json_exact"], 4)
    for digest in (toy_data.sha256, toy_data.suite_sha256, manifest["base_model"]["sha256"]):
        assert digest in body
    assert "they also chose the weights" in body
    manifest["recipe"]["scores"]["keep"] = "last"
    assert "chose the weights" not in model_card(manifest)


def test_what_the_suite_overlooked_is_said_and_written_into_the_card(
    write_toy_data: Callable[..., Path], recipe: Recipe, tmp_path: Path
) -> None:
    admitted = admit_or_validate(write_toy_data(tmp_path, settings='disable = ["grounding"]\n'))
    assert admitted.notes
    said: list[str] = []
    train(admitted, recipe, tmp_path / "out", notify=said.append)
    card = (tmp_path / "out" / "README.md").read_text()
    for note in admitted.notes:
        assert any(note in sentence for sentence in said)
        assert f"- {note}\n" in card


def test_validation_records_are_not_trained_on(toy_data: Admitted, recipe: Recipe, tmp_path: Path) -> None:
    manifest = train(toy_data, recipe, tmp_path)
    per_epoch = manifest["training"]["tokens"] / 2
    records = {record.id: record for record in toy_data.records()}
    kept = [r for r in records.values() if not is_for_validation(r.id, 0.3)]
    tokenizer = load_base(recipe.base_model).tokenizer
    made = make_examples(kept, tokenizer, max_tokens=500, too_long="cut", validation_share=0)
    assert sum(len(example.tokens) for example in made.training) == per_epoch


def test_the_adapter_changes_the_model_it_is_applied_to(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    import torch

    train(toy_data, recipe, tmp_path)
    loaded = load_adapter(tmp_path)
    ids = torch.tensor([[1, 50, 60, 70]])
    with torch.no_grad():
        adapted = loaded.model(input_ids=ids).logits
        with loaded.model.disable_adapter():
            plain = loaded.model(input_ids=ids).logits
    assert not torch.allclose(adapted, plain)
    with safe_open(tmp_path / ADAPTER, framework="pt") as file:
        assert all("lora_" in name for name in file.keys())  # noqa: SIM118


def test_data_taken_with_its_findings_is_not_trained_on(
    write_toy_data: Callable[..., Path], recipe: Recipe, tmp_path: Path
) -> None:
    data = write_toy_data(tmp_path)
    data.write_bytes(data.read_bytes().replace(b'"age": 20', b'"age": 21', 1))
    admitted = admit_or_validate(data, admit_with_findings=True)
    with pytest.raises(TrainingError, match="only an evaluation"):
        train(admitted, recipe, tmp_path / "out")


def test_nothing_left_to_train_on_is_one_sentence(toy_data: Admitted, recipe: Recipe, tmp_path: Path) -> None:
    short = recipe.model_copy(update={"max_tokens": 16, "too_long": "leave_out"})
    with pytest.raises(TrainingError, match=r"no record is left to train on \(16 are too long"):
        train(toy_data, short, tmp_path)


def test_records_and_answers_stay_within_the_models_window(
    write_toy_data: Callable[..., Path], recipe: Recipe, tiny_tokenizer: Any, tmp_path: Path
) -> None:
    """OPT has a table of positions: beyond it there is no going on."""
    data = admit_or_validate(write_toy_data(tmp_path, names=["A" * n for n in range(40, 56)]))
    lengths = sorted(
        len(example.tokens)
        for example in make_examples(
            data.records(), tiny_tokenizer, max_tokens=10_000, too_long="cut", validation_share=0
        ).training
    )
    window = lengths[len(lengths) // 2]
    config = OPTConfig(
        vocab_size=len(tiny_tokenizer), max_position_embeddings=window, hidden_size=32,
        word_embed_proj_dim=32, ffn_dim=64, num_hidden_layers=2, num_attention_heads=4,
        bos_token_id=1, eos_token_id=2, pad_token_id=0,
    )  # fmt: skip
    OPTForCausalLM(config).save_pretrained(tmp_path / "small")
    tiny_tokenizer.save_pretrained(tmp_path / "small")
    small = recipe.model_copy(
        update={
            "base_model": str(tmp_path / "small"),
            "too_long": "leave_out",
            "validation_share": 0.6,
        }
    )
    said = f"reads {window} tokens at most, and a record has {lengths[-1]}; set max_tokens={window} "
    with pytest.raises(TrainingError, match=said):
        train(data, small, tmp_path / "out")
    manifest = train(data, small.model_copy(update={"max_tokens": window}), tmp_path / "out")
    assert manifest["records"]["left_out"] == sum(length > window for length in lengths)
    assert manifest["training"]["scores"][0]["n"] > 0


def test_a_place_that_cannot_be_written_to_is_noticed_before_training(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="choose another --output"):
        train(toy_data, recipe, tmp_path / "file" / "adapter")


def test_a_loss_that_is_not_finite_ends_the_run(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(model: Any, batch: MicroBatch) -> Any:
        return summed_loss(model, batch) * float("nan")

    monkeypatch.setattr("edgejson.train.trainer.summed_loss", broken)
    with pytest.raises(TrainingError, match="lower the learning rate"):
        train(toy_data, recipe, tmp_path)
    assert not (tmp_path / MANIFEST).exists()
