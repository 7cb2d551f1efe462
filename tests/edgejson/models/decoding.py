"""Engines at work in tests: requests, and their answers in order."""

import random
from collections.abc import Callable, Sequence

from edgejson.models.batches import plan_batches
from edgejson.models.engines import Engine, Generation, Request
from edgejson.models.engines.request_queue import RequestQueue, shared_beginning


def requests(count: int) -> list[Request]:
    """Prompts of 1 to 40 arbitrary tokens."""
    draw = random.Random(3)
    return [
        Request(id=str(n), schema_id="s", tokens=tuple(draw.choices(range(200), k=draw.randint(1, 40))))
        for n in range(count)
    ]


def ignore(_count: int) -> None:
    """Nobody counts here."""


def decode(
    engine: Engine, asked: Sequence[Request], *, limit: int, on_tokens: Callable[[int], None] = ignore
) -> list[Generation]:
    """Return the answers to requests, in their order."""
    batches = plan_batches(asked, max_rows=engine.batch_rows, max_new_tokens=limit)
    queue = RequestQueue(batches, shared=shared_beginning(asked), max_new_tokens=limit)
    found = {
        request.id: generation
        for batch, generations in engine.answer(queue, max_new_tokens=limit, on_tokens=on_tokens)
        for request, generation in zip(batch, generations, strict=True)
    }
    return [found[request.id] for request in asked]


def texts(generations: Sequence[Generation]) -> list[tuple[str, str, int]]:
    """Return what of answers does not depend on time."""
    return [(each.text, each.stop, each.tokens) for each in generations]
