"""What waits for an answer, handed out to the lanes of an evaluation."""

import threading
from collections.abc import Sequence

from edgejson.models.engines.protocol import Request


class Work:
    """Batches of requests, each handed out once, in their order; lanes may draw at the same time.

    `all_requests` are those of the whole evaluation, also of batches that an interrupted run has answered
    already; `shared` is what all their prompts begin with.
    """

    def __init__(
        self, batches: Sequence[Sequence[Request]], *, all_requests: Sequence[Request], max_new_tokens: int
    ) -> None:
        self.shared = shared_beginning(all_requests)
        self._limit = max_new_tokens
        self._waiting = list(batches)
        self._lock = threading.Lock()

    def draw(self, room: int | None = None) -> Sequence[Request]:
        """Return the first batch that needs at most `room` tokens of cache; an empty one if none does."""
        with self._lock:
            for place, batch in enumerate(self._waiting):
                if room is None or slots_of(batch, max_new_tokens=self._limit) <= room:
                    return self._waiting.pop(place)
        return ()


def slots_of(batch: Sequence[Request], *, max_new_tokens: int) -> int:
    """Return the tokens of key-value cache of a batch whose rows all reach their limit."""
    return len(batch) * max(len(request.tokens) + request.limit(max_new_tokens) for request in batch)


def shared_beginning(requests: Sequence[Request]) -> tuple[int, ...]:
    """Return the tokens that all prompts begin with, and after which each has at least one more."""
    if not requests:
        return ()
    shortest = min(requests, key=lambda request: len(request.tokens)).tokens
    length = 0
    while length < len(shortest) - 1 and all(each.tokens[length] == shortest[length] for each in requests):
        length += 1
    return shortest[:length]
