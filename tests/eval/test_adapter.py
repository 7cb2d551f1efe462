"""An adapter is evaluated as it was trained: on its base model, and the report says what it came from."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model

from edgejson.eval.command_line import main
from edgejson.models.base_model import MANIFEST, load_adapter, load_base
from edgejson.models.engines import Request
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.precision import Numerics
from edgejson.models.prompt_format import format_id, prompt_tokens
from tests.tiny_model import byte_tokenizer, save, untrained

from .conftest import RECORDS


@pytest.fixture
def adapter(folder: Path) -> Path:
    """An adapter on a tiny base model, with arbitrary weights that change what the base model says."""
    tokenizer = byte_tokenizer()
    base = save(untrained(tokenizer), tokenizer, folder / "base_model")
    torch.manual_seed(2)
    config = LoraConfig(r=4, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # peft asks transformers by a deprecated name
        tuned: Any = get_peft_model(untrained(tokenizer), config)
    for name, parameter in tuned.named_parameters():
        if "lora" in name:
            parameter.data.mul_(5)
    tuned.save_pretrained(folder / "tuned")
    manifest = {
        "base_model": {"name": "tiny", "source": "../base_model", "sha256": load_base(str(base)).sha256},
        "prompt_format": format_id(tokenizer),
        "data": {"name": "train.jsonl", "sha256": "1" * 64},
        "seed": 3,
        "unrelated": "left out",
    }
    (folder / "tuned" / MANIFEST).write_text(json.dumps(manifest))
    return folder / "tuned"


def answers(folder: Path, name: str) -> list[str]:
    lines = (folder / f"{name}.samples.jsonl").read_text().splitlines()
    return [json.loads(line)["prediction"] for line in lines]


def test_adapter(folder: Path, data: Path, adapter: Path) -> None:
    options = ["--data", "data.jsonl", "--max-new-tokens", "15", "--dtype", "float32", "--report"]
    assert main(["--model", "tuned", *options, "T.json"]) == 0
    assert main(["--model", "base_model", *options, "B.json"]) == 0
    assert answers(folder, "T") != answers(folder, "B")

    loaded = load_adapter(adapter)
    unmerged = PaddedEngine(
        model=loaded.model, tokenizer=loaded.tokenizer, numerics=Numerics(device="cpu", precision="fp32")
    )
    batch = [
        Request(
            id=record["id"], schema_id="", tokens=tuple(prompt_tokens(loaded.tokenizer, record["prompt"]))
        )
        for record in RECORDS
    ]
    expected = unmerged.generate(batch, max_new_tokens=15, on_tokens=lambda count: None)
    assert answers(folder, "T") == [each.text for each in expected]

    model = json.loads((folder / "T.json").read_text())["model"]
    assert model["name"] == "base_model"
    assert model["adapter"]["folder"] == "tuned"
    assert model["adapter"]["sha256"] == loaded.adapter_sha256
    assert model["adapter"]["training"] == {
        "data": {"name": "train.jsonl", "sha256": "1" * 64},
        "seed": 3,
    }
    assert json.loads((folder / "B.json").read_text())["model"]["adapter"] is None


def test_adapter_trained_on_the_data_it_is_evaluated_on(folder: Path, data: Path, adapter: Path) -> None:
    options = ["--data", "data.jsonl", "--max-new-tokens", "3", "--report", "R.json"]
    main(["--model", "tuned", *options])
    report = json.loads((folder / "R.json").read_text())
    assert report["remarks"] == []
    manifest = json.loads((adapter / MANIFEST).read_text())
    manifest["data"]["sha256"] = report["data"]["sha256"]
    (adapter / MANIFEST).write_text(json.dumps(manifest))
    main(["--model", "tuned", *options])
    remarks = json.loads((folder / "R.json").read_text())["remarks"]
    assert any("trained on this very file" in remark for remark in remarks)


def test_whole_model_is_evaluated_as_it_is(folder: Path, data: Path, adapter: Path) -> None:
    """A merged adapter, or a model trained in full: there is nothing to merge, and its own weights count."""
    loaded = load_adapter(adapter)
    save(loaded.model.merge_and_unload(), loaded.tokenizer, folder / "merged")
    manifest = json.loads((adapter / MANIFEST).read_text())
    (folder / "merged" / MANIFEST).write_text(json.dumps({**manifest, "weights": "whole"}))
    options = ["--data", "data.jsonl", "--max-new-tokens", "15", "--dtype", "float32", "--report"]
    assert main(["--model", "tuned", *options, "T.json"]) == 0
    assert main(["--model", "merged", *options, "M.json"]) == 0
    assert answers(folder, "M") == answers(folder, "T")
    told = [json.loads((folder / f"{name}.json").read_text())["model"]["adapter"] for name in "MT"]
    assert (told[0]["folder"], told[0]["training"]) == ("merged", told[1]["training"])
    assert told[0]["sha256"] != told[1]["sha256"]
