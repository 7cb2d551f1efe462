"""Several passes at a time: the same learning, in whatever order the lanes end."""

import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import torch

from edgejson import Admitted
from edgejson.models.base_model import ADAPTER
from edgejson.models.lora import add_adapter
from edgejson.models.worker_threads import Lanes, lanes_for
from edgejson.train.batches import Pass
from edgejson.train.checkpoint import CHECKPOINT, read_header
from edgejson.train.errors import Interrupted
from edgejson.train.loop import train
from edgejson.train.loss import summed_loss
from edgejson.train.recipe import Lora, Recipe

CPU = torch.device("cpu")


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        base_model=str(tiny_base), precision="fp32", epochs=2, records_per_step=6, learning_rate=1e-2,
        lora=Lora(rank=4, alpha=8), validation_share=0.2, checkpoint_minutes=0,
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

    def noted(model: Any, batch: Pass) -> torch.Tensor:
        names.add(threading.current_thread().name)
        return summed_loss(model, batch)

    monkeypatch.setattr("edgejson.train.run.summed_loss", noted)
    return names


def test_two_lanes_learn_what_one_does(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_threads: None
) -> None:
    names = record_threads(monkeypatch)
    two = train(toy_data, recipe, tmp_path / "two")
    assert names == {"lane_0", "lane_1"}
    again = train(toy_data, recipe, tmp_path / "again")
    assert weights(tmp_path / "two") == weights(tmp_path / "again")
    assert losses(two) == losses(again)
    assert torch.get_num_threads() == 2
    names.clear()
    torch.set_num_threads(1)
    one = train(toy_data, recipe, tmp_path / "one")
    assert names == {"MainThread"}
    assert losses(two) == pytest.approx(losses(one), rel=1e-3)


def test_an_interrupted_run_keeps_its_lanes(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_threads: None
) -> None:
    train(toy_data, recipe, tmp_path / "whole")
    with monkeypatch.context() as patch:
        patch.setattr("edgejson.train.loop.orderly_stop", lambda: closing(_StopsAtOnce()))
        with pytest.raises(Interrupted):
            train(toy_data, recipe, tmp_path / "resumed")
    limits = read_header(tmp_path / "resumed" / CHECKPOINT)[1].limits
    assert limits is not None
    assert limits["lanes"] == 2
    torch.set_num_threads(1)
    train(toy_data, recipe, tmp_path / "resumed")
    assert weights(tmp_path / "resumed") == weights(tmp_path / "whole")


def test_where_memory_ends_lanes_are_given_up_first(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_threads: None
) -> None:
    whole = train(toy_data, recipe, tmp_path / "whole")
    said: list[str] = []

    def failing(model: Any, batch: Pass) -> torch.Tensor:
        if threading.current_thread().name == "lane_1":
            raise MemoryError
        return summed_loss(model, batch)

    monkeypatch.setattr("edgejson.train.run.summed_loss", failing)
    single = train(toy_data, recipe, tmp_path / "single", say=said.append)
    assert sum("from now on one at a time" in sentence for sentence in said) == 1
    assert losses(single) == pytest.approx(losses(whole), rel=1e-3)


def test_what_fails_in_a_lane_is_raised_in_its_turn(two_threads: None) -> None:
    lanes, began = Lanes(2), set[int]()

    def work(job: int) -> int:
        began.add(job)
        time.sleep(0.05 if job == 0 else 0)
        if job == 1:
            raise ValueError("this one")
        return job

    taken: list[int] = []
    with (
        pytest.raises(ValueError, match="this one"),
        closing(lanes.outcomes(work, range(100), size=lambda _: 1, room=2)) as outcomes,
    ):
        taken.extend(outcomes)
    assert taken == [0]
    assert next(iter(lanes.outcomes(work, [0], size=lambda _: 1, room=2))) == 0
    assert len(began) <= 5
    assert torch.get_num_threads() == 2


def test_no_more_is_under_way_than_there_is_room_for(two_threads: None) -> None:
    under_way, most, lock = 0, 0, threading.Lock()

    def work(job: int) -> int:
        nonlocal under_way, most
        with lock:
            under_way += job
            most = max(most, under_way)
        time.sleep(0.002)
        with lock:
            under_way -= job
        return job

    jobs = [90, 60, 50, 50, 40, 30, 30]
    assert list(Lanes(2).outcomes(work, jobs, size=lambda job: job, room=80)) == jobs
    assert most == 90


@pytest.mark.parametrize(
    ("device", "dropout", "records", "lanes"),
    [("cpu", 0.0, 8, 2), ("cpu", 0.1, 8, 1), ("cpu", 0.0, 2, 1), ("cuda", 0.0, 8, 1)],
)
def test_lanes_are_for_cpus_and_models_that_draw_nothing(
    make_model: Any, two_threads: None, device: str, dropout: float, records: int, lanes: int
) -> None:
    model = add_adapter(make_model(), Lora(rank=2, dropout=dropout), base_name="tiny")
    assert lanes_for(model, torch.device(device), records_per_step=records) == lanes


class _StopsAtOnce:
    """A signal that came with the first step."""

    def __call__(self) -> bool:
        return True

    def close(self) -> None:
        """Let go of nothing."""
