"""A disk that is full: one sentence, and the last checkpoint stays."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from safetensors import SafetensorError

from edgejson import Admitted
from edgejson.core.files import write_atomically
from edgejson.models.base_model import ADAPTER
from edgejson.train.checkpoint import CHECKPOINT, read_header
from edgejson.train.errors import OutputError
from edgejson.train.loop import train
from edgejson.train.recipe import Lora, Recipe, Scores

N_STEPS = 8


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    """Two epochs of four steps, with a checkpoint after each."""
    return Recipe(
        precision="fp32", base_model=str(tiny_base), epochs=2, records_per_step=3, learning_rate=3e-3,
        lora=Lora(rank=4, alpha=8, dropout=0.2), validation_share=0.3, checkpoint_minutes=0, seed=5,
    )  # fmt: skip


def test_a_full_disk_is_one_sentence_and_the_last_checkpoint_stays(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def failing(path: Path, data: bytes) -> None:
        if written:
            raise OSError(28, "No space left on device")
        written.append(1)
        write_atomically(path, data)

    monkeypatch.setattr("edgejson.train.checkpoint.write_atomically", failing)
    with pytest.raises(OutputError, match=r"No space left on device.*intact"):
        train(toy_data, recipe, tmp_path)
    assert read_header(tmp_path / CHECKPOINT)[1].step == 1


def test_a_result_that_does_not_fit_on_the_disk_leaves_the_checkpoint(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(toy_data, recipe, tmp_path / "whole")
    for error in (OSError(28, "No space left on device"), SafetensorError("No space left on device")):

        def failing(*_: Any, error: Exception = error) -> None:
            raise error

        with monkeypatch.context() as patched:
            patched.setattr("edgejson.train.output.save_model", failing)
            with pytest.raises(OutputError, match=r"No space left on device.*from the last checkpoint"):
                train(toy_data, recipe, tmp_path / "full")
        assert [path.name for path in (tmp_path / "full").iterdir()] == [CHECKPOINT]
    train(toy_data, recipe, tmp_path / "full")
    assert (tmp_path / "full" / ADAPTER).read_bytes() == (tmp_path / "whole" / ADAPTER).read_bytes()


_ON_A_SMALL_DISK = """
import json, os, subprocess, sys
from pathlib import Path
from edgejson.train.checkpoint import CHECKPOINT, read_header

output, *command = sys.argv[1:]
Path(output).mkdir()
mount = ["mount", "-t", "tmpfs", "-o"]
subprocess.run([*mount, "size=180k", "tmpfs", output], check=True)
full = subprocess.run([*command, "--output", output], capture_output=True, text=True)
step = read_header(Path(output, CHECKPOINT))[1].step
left = sorted(os.listdir(output))
subprocess.run([*mount, "remount,size=50m", "tmpfs", output], check=True)
again = subprocess.run([*command, "--output", output], capture_output=True, text=True)
print(json.dumps([full.returncode, full.stderr, step, left, again.returncode, again.stderr]))
"""


@pytest.mark.slow
def test_a_disk_that_is_really_full(
    write_toy_data: Callable[..., Path], recipe: Recipe, tmp_path: Path
) -> None:
    """A disk of 180 kB holds one checkpoint, but not the next one beside it, until there is room."""
    space = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run(
        [*space, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)], capture_output=True
    ).returncode:
        pytest.skip("needs a mount namespace of one's own")
    settings = tmp_path / "recipe.yaml"
    settings.write_text(recipe.model_copy(update={"scores": Scores(records=0)}).model_dump_json())
    command = [sys.executable, "-m", "edgejson.train", "--config", str(settings)]
    command += ["--data", str(write_toy_data(tmp_path))]
    finished = subprocess.run(
        [*space, sys.executable, "-c", _ON_A_SMALL_DISK, str(tmp_path / "disk"), *command],
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stderr
    code, said, step, left, code_again, said_again = json.loads(finished.stdout)
    assert code == 2
    assert said.splitlines()[-1].endswith(
        "the checkpoint cannot be written (No space left on device); the one before it is intact"
    )
    assert (step, left) == (1, [CHECKPOINT])
    assert code_again == 0, said_again
    assert f"Going on from step 1 of {N_STEPS}" in said_again
