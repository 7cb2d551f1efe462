"""Several micro-batches at a time: the same learning, in whatever order the threads end."""

import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import torch

from edgejson import Admitted
from edgejson.models.base_model import ADAPTER
from edgejson.train.checkpoint import CHECKPOINT, read_header
from edgejson.train.errors import Interrupted
from edgejson.train.loop import train
from edgejson.train.lora import add_adapter
from edgejson.train.loss import summed_loss
from edgejson.train.micro_batch import MicroBatch
from edgejson.train.micro_batch_runner import training_workers
from edgejson.train.recipe import Lora, Recipe, Scores


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        base_model=str(tiny_base), precision="fp32", epochs=2, records_per_step=6, learning_rate=1e-2,
        lora=Lora(rank=4, alpha=8), validation_share=0.2, checkpoint_minutes=0, scores=Scores(records=0),
    )  # fmt: skip


def losses(manifest: dict[str, Any]) -> list[float]:
    return [
        epoch[name]
        for epoch in manifest["training"]["epochs"]
        for name in ("training_loss", "validation_loss")
    ]


def weights(folder: Path) -> bytes:
    return (folder / ADAPTER).read_bytes()


def record_threads(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the names of the threads that compute losses from now on."""
    names: set[str] = set()

    def noted(model: Any, batch: MicroBatch) -> torch.Tensor:
        names.add(threading.current_thread().name)
        return summed_loss(model, batch)

    monkeypatch.setattr("edgejson.train.trainer.summed_loss", noted)
    return names


def test_two_threads_learn_what_one_does(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_threads: None
) -> None:
    names = record_threads(monkeypatch)
    two = train(toy_data, recipe, tmp_path / "two")
    assert names == {"worker_0", "worker_1"}
    again = train(toy_data, recipe, tmp_path / "again")
    assert weights(tmp_path / "two") == weights(tmp_path / "again")
    assert losses(two) == losses(again)
    assert torch.get_num_threads() == 2
    names.clear()
    torch.set_num_threads(1)
    one = train(toy_data, recipe, tmp_path / "one")
    assert names == {"MainThread"}
    assert losses(two) == pytest.approx(losses(one), rel=1e-3)


def test_an_interrupted_run_keeps_its_threads(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_threads: None
) -> None:
    train(toy_data, recipe, tmp_path / "whole")
    with monkeypatch.context() as patch:
        patch.setattr("edgejson.train.loop.stop_on_signal", lambda: closing(_StopsAtOnce()))
        with pytest.raises(Interrupted):
            train(toy_data, recipe, tmp_path / "resumed")
    limits = read_header(tmp_path / "resumed" / CHECKPOINT)[1].limits
    assert limits is not None
    assert limits.workers == 2
    torch.set_num_threads(1)
    train(toy_data, recipe, tmp_path / "resumed")
    assert weights(tmp_path / "resumed") == weights(tmp_path / "whole")


def test_where_memory_ends_threads_are_given_up_first(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_threads: None
) -> None:
    whole = train(toy_data, recipe, tmp_path / "whole")
    said: list[str] = []

    def failing(model: Any, batch: MicroBatch) -> torch.Tensor:
        if threading.current_thread().name == "worker_1":
            raise MemoryError
        return summed_loss(model, batch)

    monkeypatch.setattr("edgejson.train.trainer.summed_loss", failing)
    single = train(toy_data, recipe, tmp_path / "single", notify=said.append)
    assert sum("from now on one at a time" in sentence for sentence in said) == 1
    assert losses(single) == pytest.approx(losses(whole), rel=1e-3)


@pytest.mark.parametrize(
    ("device", "dropout", "records", "workers"),
    [("cpu", 0.0, 8, 2), ("cpu", 0.1, 8, 1), ("cpu", 0.0, 2, 1), ("cuda", 0.0, 8, 1)],
)
def test_threads_are_for_cpus_and_models_that_draw_nothing(
    make_model: Any, two_threads: None, device: str, dropout: float, records: int, workers: int
) -> None:
    model = add_adapter(make_model(), Lora(rank=2, dropout=dropout), base_name="tiny")
    assert training_workers(model, torch.device(device), records_per_step=records) == workers


class _StopsAtOnce:
    """A signal that came with the first step."""

    def __call__(self) -> bool:
        return True

    def close(self) -> None:
        """Let go of nothing."""
