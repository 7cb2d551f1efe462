"""All answers of an evaluation: in one thread or several, with an interruption or without."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from edgejson.eval.answering import answer_all
from edgejson.eval.journal import Journal
from edgejson.models.batches import plan_batches
from edgejson.models.engines import Engine, Generation, Request
from edgejson.models.engines.choice import choose_engine
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.engines.protocol import Queue
from edgejson.models.precision import Numerics
from edgejson.models.worker_threads import WorkerThreads
from edgejson.scoring.prediction import Prediction
from tests.tiny_model import byte_tokenizer, untrained

LIMIT = 12
REQUESTS = [Request(id=f"r{n}", schema_id="s", tokens=tuple(range(n + 1, 2 * n + 9))) for n in range(20)]
FLOAT32 = Numerics(device="cpu", precision="fp32")
Answered: TypeAlias = tuple[Sequence[Request], Sequence[Generation]]


def engines() -> list[Engine]:
    """Answers in batches of four, and one by one in packed passes."""
    tokenizer = byte_tokenizer()
    model = untrained(tokenizer)
    padded = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32, batch_rows=4)
    packed, _ = choose_engine(untrained(tokenizer), tokenizer, FLOAT32, lookup=True, rows=4, constraint=None)
    assert type(packed) is not type(padded)
    return [padded, packed]


def answered(engine: Engine, path: Path, *, workers: int) -> dict[str, Prediction]:
    batches = plan_batches(REQUESTS, max_rows=engine.batch_rows, max_new_tokens=LIMIT)
    answers = answer_all(
        batches, engine, Journal(path=path, key="k"), max_new_tokens=LIMIT, workers=WorkerThreads(workers)
    )
    return {name: replace(answer, seconds=0) for name, answer in answers.items()}


class Failing:
    """An engine that is interrupted, or fails, when it has given two batches."""

    description: dict[str, Any] = {}  # noqa: RUF012 - what the protocol asks for

    def __init__(self, engine: Engine, error: BaseException) -> None:
        self.engine, self.error = engine, error
        self.batch_rows = engine.batch_rows
        self.given = 0
        self.giving = threading.Lock()

    def answer(self, queue: Queue, **options: Any) -> Iterator[Answered]:
        for answered in self.engine.answer(queue, **options):
            with self.giving:
                if self.given == 2:
                    raise self.error
                self.given += 1
            yield answered


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("no memory left")])
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("kind", [0, 1])
def test_threads_and_interruptions_change_no_answer(
    tmp_path: Path, two_threads: None, kind: int, workers: int, error: BaseException
) -> None:
    engine = engines()[kind]
    whole = answered(engine, tmp_path / "whole", workers=1)
    assert len(whole) == 20
    journal = tmp_path / "torn"
    with pytest.raises(type(error)):
        answered(Failing(engine, error), journal, workers=workers)
    kept = Journal(path=journal, key="k").read()
    assert len(kept) == 2 * engine.batch_rows
    assert {name: replace(answer, seconds=0) for name, answer in kept.items()}.items() <= whole.items()
    assert answered(engine, journal, workers=workers) == whole
    assert answered(engine, journal, workers=workers) == whole


class NeverEnds:
    """An engine that is interrupted in the first thread that asks, and goes on for ever in the others."""

    description: dict[str, Any] = {}  # noqa: RUF012 - what the protocol asks for
    batch_rows = 1

    def __init__(self) -> None:
        self.asked = threading.Lock()
        self.others = 0

    def answer(
        self, queue: Queue, *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> Iterator[Answered]:
        yield from ()
        if self.asked.acquire(blocking=False):
            while not self.others:
                time.sleep(0.001)
            raise KeyboardInterrupt
        while True:
            self.others += 1
            on_tokens(1)
            time.sleep(0.001)


def test_an_interruption_does_not_wait_for_other_threads(tmp_path: Path, two_threads: None) -> None:
    with pytest.raises(KeyboardInterrupt):
        answered(NeverEnds(), tmp_path / "journal", workers=2)


class Companions:
    """An engine that answers with the ids that its thread has taken so far, one of the threads slowly."""

    description: dict[str, Any] = {}  # noqa: RUF012 - what the protocol asks for
    batch_rows = 1

    def __init__(self, slow: str) -> None:
        self.slow = slow

    def answer(
        self, queue: Queue, *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> Iterator[Answered]:
        taken: list[str] = []
        while batch := queue.take():
            taken += [request.id for request in batch]
            time.sleep(0.002 if taken[0] == self.slow else 0)
            yield batch, [Generation(text=" ".join(taken), stop="eos", tokens=1, seconds=0)]


def test_what_is_decoded_together_does_not_depend_on_which_thread_is_faster(
    tmp_path: Path, two_threads: None
) -> None:
    first = answered(Companions(slow="r19"), tmp_path / "first", workers=2)
    assert first == answered(Companions(slow="r18"), tmp_path / "second", workers=2)
    assert first["r0"].text.split() == [f"r{n}" for n in range(18, -1, -2)]
