"""The requests that wait for an answer."""

from collections.abc import Sequence

from edgejson.models.engines.protocol import Request


class RequestQueue:
    """Batches of requests, each handed out once; `shared` are the tokens that all prompts begin with.

    A queue belongs to one thread: which requests are decoded together must not depend on who was faster.
    """

    def __init__(
        self, batches: Sequence[Sequence[Request]], *, shared: Sequence[int], max_new_tokens: int
    ) -> None:
        self.shared = shared
        self._limit = max_new_tokens
        self._waiting = list(batches)

    def take(self, capacity: int | None = None) -> Sequence[Request]:
        """Return the first batch that needs at most `capacity` tokens of cache; an empty one if none does."""
        for index, batch in enumerate(self._waiting):
            if capacity is None or cache_tokens_of(batch, max_new_tokens=self._limit) <= capacity:
                return self._waiting.pop(index)
        return ()


def cache_tokens_of(batch: Sequence[Request], *, max_new_tokens: int) -> int:
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
