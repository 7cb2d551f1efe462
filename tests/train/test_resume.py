"""An interrupted run goes on to the same weights, bit for bit; another run's folder is left alone."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from safetensors import safe_open
from safetensors.torch import load_file, save

from edgejson import Admitted, admit_or_validate
from edgejson.models.base_model import ADAPTER, MANIFEST
from edgejson.train.checkpoint import CHECKPOINT, read_header
from edgejson.train.errors import Interrupted, OutputError
from edgejson.train.loop import train
from edgejson.train.output import CURVE
from edgejson.train.recipe import Lora, Recipe, Scores
from edgejson.train.schedule import learning_rate

N_STEPS = 12


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    """Three epochs of four steps; dropout, so that the random generator's state matters."""
    return Recipe(
        precision="fp32",
        base_model=str(tiny_base),
        epochs=3,
        records_per_step=3,
        learning_rate=3e-3,
        lora=Lora(rank=4, alpha=8, dropout=0.2),
        validation_share=0.3,
        checkpoint_minutes=0,
        seed=5,
    )


def learned(folder: Path) -> tuple[bytes, bytes, list[dict[str, Any]], int]:
    """Return the weights, the loss of every step, the scores, and which step's weights were kept."""
    training = json.loads((folder / MANIFEST).read_text())["training"]
    scores = [{**entry, "seconds": None} for entry in training["scores"]]
    assert scores
    return (
        (folder / ADAPTER).read_bytes(), (folder / CURVE).read_bytes(), scores, training["weights_of_step"]
    )  # fmt: skip


def stop_at(step: int, monkeypatch: pytest.MonkeyPatch, how: Callable[[], Any]) -> None:
    """Have `how` called in the middle of step `step`, counted from 0."""

    def stopping(at: int, **options: Any) -> float:
        if at == step:
            how()
        return learning_rate(at, **options)

    monkeypatch.setattr("edgejson.train.loop.learning_rate", stopping)


def crash() -> None:
    raise RuntimeError("the power failed")


@pytest.mark.parametrize("step", [1, 5, N_STEPS - 1])
def test_a_crash_in_the_middle_changes_nothing(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(toy_data, recipe, tmp_path / "whole")
    with monkeypatch.context() as patched:
        stop_at(step, patched, crash)
        with pytest.raises(RuntimeError, match="power"):
            train(toy_data, recipe, tmp_path / "crashed")
    assert not (tmp_path / "crashed" / MANIFEST).exists()
    assert read_header(tmp_path / "crashed" / CHECKPOINT)[1].step == step
    said: list[str] = []
    train(toy_data, recipe, tmp_path / "crashed", notify=said.append)
    assert f"Going on from step {step} of {N_STEPS}" in said
    assert learned(tmp_path / "crashed") == learned(tmp_path / "whole")
    assert not (tmp_path / "crashed" / CHECKPOINT).exists()


def test_an_interrupt_writes_a_checkpoint_and_says_how_to_go_on(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seldom = recipe.model_copy(update={"checkpoint_minutes": 60.0})
    before = signal.getsignal(signal.SIGINT)
    train(toy_data, seldom, tmp_path / "whole")
    with monkeypatch.context() as patched:
        stop_at(4, patched, lambda: os.kill(os.getpid(), signal.SIGINT))
        with pytest.raises(Interrupted, match="stopped after step 5 of 12; the same command goes on"):
            train(toy_data, seldom, tmp_path / "stopped")
    assert signal.getsignal(signal.SIGINT) is before
    train(toy_data, seldom, tmp_path / "stopped")
    assert learned(tmp_path / "stopped") == learned(tmp_path / "whole")


def test_killed_at_any_moment_it_goes_on_to_the_same_weights(
    write_toy_data: Callable[..., Path], recipe: Recipe, tmp_path: Path
) -> None:
    """SIGKILL, from outside, at no particular point of a run that writes a checkpoint after each step."""
    many = recipe.model_copy(update={"epochs": 12, "scores": Scores(every_steps=20)})
    data = write_toy_data(tmp_path)
    admitted = admit_or_validate(data)
    settings = tmp_path / "recipe.yaml"
    settings.write_text(many.model_dump_json())
    output = tmp_path / "killed"
    command = [sys.executable, "-m", "edgejson.train", f"--config={settings}", f"--data={data}"]
    process = subprocess.Popen(
        [*command, f"--output={output}"],
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 120
    while not (output / CHECKPOINT).exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.1)
    process.kill()
    _, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, errors.decode()
    assert 0 < read_header(output / CHECKPOINT)[1].step < 12 * 4

    train(admitted, many, output)
    train(admitted, many.model_copy(update={"checkpoint_minutes": 60.0}), tmp_path / "whole")
    assert learned(output) == learned(tmp_path / "whole")


def test_what_a_killed_run_left_half_written_is_removed(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The temporary file is the one that `write_atomically` makes; only SIGKILL leaves it there."""
    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.unlink", lambda *_, **__: None)
        patched.setattr("pathlib.Path.replace", lambda *_: crash())
        with pytest.raises(RuntimeError):
            train(toy_data, recipe, tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
    train(toy_data, recipe, tmp_path)
    assert not list(tmp_path.glob(".*"))


def test_another_runs_checkpoint_is_refused_and_kept(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        stop_at(2, patched, crash)
        with pytest.raises(RuntimeError):
            train(toy_data, recipe, tmp_path)
    kept = (tmp_path / CHECKPOINT).read_bytes()
    other = recipe.model_copy(update={"learning_rate": 1e-3, "seed": 6})
    with pytest.raises(
        OutputError, match=r"recipe.learning_rate there 0.003, here 0.001; recipe.seed there 5, here 6"
    ):
        train(toy_data, other, tmp_path)
    assert (tmp_path / CHECKPOINT).read_bytes() == kept
    train(toy_data, other, tmp_path, resume=False)
    assert (tmp_path / MANIFEST).exists()


def test_a_finished_run_is_not_repeated_and_not_overwritten_by_another(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    first = train(toy_data, recipe, tmp_path)
    before = (tmp_path / ADAPTER).stat().st_mtime_ns
    said: list[str] = []
    assert train(toy_data, recipe, tmp_path, notify=said.append) == first
    assert "already" in " ".join(said)
    with pytest.raises(OutputError, match="another run"):
        train(toy_data, recipe.model_copy(update={"seed": 6}), tmp_path)
    assert (tmp_path / ADAPTER).stat().st_mtime_ns == before


def test_insisting_on_a_checkpoint_that_is_not_there(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match="no checkpoint to resume from"):
        train(toy_data, recipe, tmp_path / "empty", resume=True)


def test_a_damaged_checkpoint_is_said_so(toy_data: Admitted, recipe: Recipe, tmp_path: Path) -> None:
    (tmp_path / CHECKPOINT).write_bytes(b"not safetensors at all")
    with pytest.raises(OutputError, match="--no-resume"):
        train(toy_data, recipe, tmp_path)


def test_a_checkpoint_of_another_version_is_said_so(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        stop_at(2, patched, crash)
        with pytest.raises(RuntimeError):
            train(toy_data, recipe, tmp_path)
    path = tmp_path / CHECKPOINT
    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
    progress = json.loads(metadata["progress"])
    progress["limits"] = {**progress["limits"], "lanes": 2}
    path.write_bytes(save({}, {**metadata, "progress": json.dumps(progress)}))
    with pytest.raises(OutputError, match=r"not a checkpoint of this version .*--no-resume"):
        train(toy_data, recipe, tmp_path)


def test_equal_seeds_give_equal_weights_and_others_do_not(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        train(toy_data, recipe.model_copy(update={"seed": seed}), tmp_path / name)
    assert learned(tmp_path / "a") == learned(tmp_path / "b")
    a, c = load_file(tmp_path / "a" / ADAPTER), load_file(tmp_path / "c" / ADAPTER)
    assert any(not a[name].equal(c[name]) for name in a)
