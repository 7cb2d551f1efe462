"""All answers of an evaluation: in one lane or several, with an interruption or without."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.answering import answer_all
from edgejson.eval.journal import Journal
from edgejson.models.batches import plan_batches
from edgejson.models.engines import Engine, Generation, Request
from edgejson.models.engines.choice import choose_engine
from edgejson.models.engines.numerics import Numerics
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.engines.work import Work
from edgejson.models.worker_threads import Lanes
from edgejson.scoring.prediction import Prediction

from .tiny import byte_tokenizer, untrained

LIMIT = 12


REQUESTS = [Request(id=f"r{n}", schema_id="s", tokens=tuple(range(n + 1, 2 * n + 9))) for n in range(20)]
FLOAT32 = Numerics(device="cpu", dtype="float32")


def engines() -> list[Engine]:
    """Answers in batches of four, and one by one in packed passes."""
    tokenizer = byte_tokenizer()
    model = untrained(tokenizer)
    padded = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32, batch_rows=4)
    packed, _ = choose_engine(
        untrained(tokenizer), tokenizer, FLOAT32, drafting=True, rows=4, restriction=None
    )
    assert type(packed) is not type(padded)
    return [padded, packed]


def answered(engine: Engine, path: Path, *, lanes: int) -> dict[str, Prediction]:
    batches = plan_batches(REQUESTS, max_rows=engine.batch_rows, max_new_tokens=LIMIT)
    answers = answer_all(
        batches, engine, Journal(path=path, key="k"), max_new_tokens=LIMIT, lanes=Lanes(lanes)
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

    def answer(self, work: Work, **options: Any) -> Iterator[tuple[Sequence[Request], Sequence[Generation]]]:
        for answered in self.engine.answer(work, **options):
            with self.giving:
                if self.given == 2:
                    raise self.error
                self.given += 1
            yield answered


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("no memory left")])
@pytest.mark.parametrize("lanes", [1, 2])
@pytest.mark.parametrize("kind", [0, 1])
def test_lanes_and_interruptions_change_no_answer(
    tmp_path: Path, two_threads: None, kind: int, lanes: int, error: BaseException
) -> None:
    engine = engines()[kind]
    whole = answered(engine, tmp_path / "whole", lanes=1)
    assert len(whole) == 20
    journal = tmp_path / "torn"
    with pytest.raises(type(error)):
        answered(Failing(engine, error), journal, lanes=lanes)
    kept = Journal(path=journal, key="k").read()
    assert len(kept) == 2 * engine.batch_rows
    assert {name: replace(answer, seconds=0) for name, answer in kept.items()}.items() <= whole.items()
    assert answered(engine, journal, lanes=lanes) == whole
    assert answered(engine, journal, lanes=lanes) == whole


class NeverEnds:
    """An engine that is interrupted in the first lane that asks, and goes on for ever in the others."""

    description: dict[str, Any] = {}  # noqa: RUF012 - what the protocol asks for
    batch_rows = 1

    def __init__(self) -> None:
        self.asked = threading.Lock()
        self.others = 0

    def answer(
        self, work: Work, *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> Iterator[tuple[Sequence[Request], Sequence[Generation]]]:
        yield from ()
        if self.asked.acquire(blocking=False):
            while not self.others:
                time.sleep(0.001)
            raise KeyboardInterrupt
        while True:
            self.others += 1
            on_tokens(1)
            time.sleep(0.001)


def test_an_interruption_does_not_wait_for_other_lanes(tmp_path: Path, two_threads: None) -> None:
    with pytest.raises(KeyboardInterrupt):
        answered(NeverEnds(), tmp_path / "journal", lanes=2)
