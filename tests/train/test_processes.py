"""Two processes learn what one learns, up to rounding."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edgejson import admit_or_validate
from edgejson.models.base_model import MANIFEST
from edgejson.train.loop import train
from edgejson.train.output import CURVE
from edgejson.train.recipe import Lora, Recipe


def curve(folder: Path) -> list[dict[str, float]]:
    return [json.loads(line) for line in (folder / CURVE).read_text().splitlines()]


TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node=2"]
# --cpu would start one process only: without --mpirun_hostfile accelerate has no launcher of its own for
# several on a CPU. --multi_gpu is its name for torchrun, which works here too.
ACCELERATE = [sys.executable, "-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes=2"]
ACCELERATE += ["--num_machines=1", "--mixed_precision=no", "--dynamo_backend=no", "--main_process_port=0"]


@pytest.mark.slow
@pytest.mark.parametrize("launch", [TORCHRUN, ACCELERATE], ids=["torchrun", "accelerate"])
def test_two_processes_give_the_losses_of_one(
    write_toy_data: Callable[..., Path], tiny_base: Path, tmp_path: Path, launch: list[str]
) -> None:
    """One process computes all passes of a step one after the other, two compute half of them each."""
    # Small passes, so that both have some.
    recipe = Recipe(
        base_model=str(tiny_base),
        precision="fp32",
        epochs=2,
        records_per_step=4,
        tokens_per_pass=130,
        learning_rate=1e-2,
        lora=Lora(rank=4, alpha=8),
        validation_share=0.3,
    )
    data = write_toy_data(tmp_path)
    admitted = admit_or_validate(data)
    train(admitted, recipe, tmp_path / "one")
    settings = tmp_path / "recipe.yaml"
    settings.write_text(recipe.model_dump_json())
    finished = subprocess.run(
        [
            *launch,
            "-m",
            "edgejson.train",
            f"--config={settings}",
            f"--data={data}",
            f"--output={tmp_path / 'two'}",
        ],
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr.count("records to train on") == 1
    one, two = curve(tmp_path / "one"), curve(tmp_path / "two")
    assert [p["loss"] for p in two] == pytest.approx([p["loss"] for p in one], rel=1e-3)
    # Equal to the last bit would mean that only one of them did anything.
    assert [p["loss"] for p in two] != [p["loss"] for p in one]
    alone, together = (json.loads((tmp_path / n / MANIFEST).read_text())["training"] for n in ("one", "two"))
    assert [e["validation_loss"] for e in together["epochs"]] == pytest.approx(
        [e["validation_loss"] for e in alone["epochs"]], rel=1e-3
    )
    assert [e["n"] for e in together["scores"]] == [e["n"] for e in alone["scores"]] == [6] * 2
    assert [e["step"] for e in together["scores"]] == [e["step"] for e in alone["scores"]]
    assert [e["ended"] for e in together["scores"]] == [e["ended"] for e in alone["scores"]]
