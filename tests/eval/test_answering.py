"""All answers of an evaluation: one batch at a time or several, with an interruption or without."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.answering import answer_all
from edgejson.eval.batches import plan_batches
from edgejson.eval.engines import Engine, Generation, Request
from edgejson.eval.engines.greedy import GreedyEngine
from edgejson.eval.engines.numerics import Numerics
from edgejson.eval.journal import Journal
from edgejson.eval.prediction import Prediction
from edgejson.train.lanes import Lanes

from .tiny import byte_tokenizer, untrained

LIMIT = 12


@pytest.fixture(scope="module")
def engine() -> GreedyEngine:
    tokenizer = byte_tokenizer()
    return GreedyEngine(
        model=untrained(tokenizer), tokenizer=tokenizer, numerics=Numerics(device="cpu", dtype="float32")
    )


@pytest.fixture(scope="module")
def batches() -> list[list[Request]]:
    requests = [Request(id=f"r{n}", schema_id="s", tokens=tuple(range(n + 1, 2 * n + 9))) for n in range(20)]
    return plan_batches(requests, max_rows=4, max_new_tokens=LIMIT)


def answered(
    batches: Sequence[Sequence[Request]], engine: Engine, path: Path, *, lanes: int
) -> dict[str, Prediction]:
    answers = answer_all(
        batches, engine, Journal(path=path, key="k"),
        max_new_tokens=LIMIT, lanes=Lanes(lanes), max_slots=1 << 16,
    )  # fmt: skip
    return {name: replace(answer, seconds=0) for name, answer in answers.items()}


class StopsAt:
    """An engine that is interrupted in one batch."""

    description: dict[str, Any] = {}  # noqa: RUF012 - what the protocol asks for

    def __init__(self, engine: Engine, last: Sequence[Request]) -> None:
        self.engine, self.last = engine, last

    def generate(self, batch: Sequence[Request], **options: Any) -> list[Generation]:
        if batch is self.last:
            raise KeyboardInterrupt
        return self.engine.generate(batch, **options)


@pytest.mark.parametrize("lanes", [1, 2])
def test_lanes_and_interruptions_change_no_answer(
    batches: list[list[Request]], engine: GreedyEngine, tmp_path: Path, two_threads: None, lanes: int
) -> None:
    whole = answered(batches, engine, tmp_path / "whole", lanes=1)
    assert len(whole) == 20
    journal = tmp_path / "torn"
    with pytest.raises(KeyboardInterrupt):
        answered(batches, StopsAt(engine, batches[2]), journal, lanes=lanes)
    kept = Journal(path=journal, key="k").read()
    assert set(kept) == {request.id for batch in batches[:2] for request in batch}
    assert answered(batches, engine, journal, lanes=lanes) == whole


class NeverEnds:
    """An engine that is interrupted in one batch and goes on for ever in the others."""

    description: dict[str, Any] = {}  # noqa: RUF012 - what the protocol asks for

    def __init__(self, interrupted: Sequence[Request]) -> None:
        self.interrupted = interrupted
        self.others = 0

    def generate(
        self, batch: Sequence[Request], *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> list[Generation]:
        if batch is self.interrupted:
            while not self.others:
                time.sleep(0.001)
            raise KeyboardInterrupt
        while True:
            self.others += 1
            on_tokens(1)
            time.sleep(0.001)


def test_an_interruption_does_not_wait_for_other_batches(
    batches: list[list[Request]], tmp_path: Path, two_threads: None
) -> None:
    with pytest.raises(KeyboardInterrupt):
        answered(batches, NeverEnds(batches[0]), tmp_path / "journal", lanes=2)
