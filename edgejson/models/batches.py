"""Which requests are answered together."""

from collections.abc import Iterator, Sequence

from edgejson.models.engines import Request

MAX_SLOTS = 1 << 16
"""Tokens of key-value cache at a time: 3 GB for SmolLM2-135M in single precision."""


def plan_batches(
    requests: Sequence[Request], *, max_rows: int, max_new_tokens: int, max_slots: int = MAX_SLOTS
) -> list[list[Request]]:
    """Return the requests in batches of similar prompt length, the longest first.

    A batch has at most `max_rows` requests, and at most `max_slots` tokens of key-value cache should every
    row reach its token limit (a single request may exceed that). The plan depends on nothing but the
    arguments.
    """
    ordered = sorted(requests, key=lambda request: (-len(request.tokens), request.id))
    return list(_batches(ordered, max_rows=max_rows, max_new_tokens=max_new_tokens, max_slots=max_slots))


def _batches(
    ordered: Sequence[Request], *, max_rows: int, max_new_tokens: int, max_slots: int
) -> Iterator[list[Request]]:
    batch: list[Request] = []
    longest = 0
    for request in ordered:
        slots = len(request.tokens) + request.limit(max_new_tokens)
        if batch and (len(batch) == max_rows or max(longest, slots) * (len(batch) + 1) > max_slots):
            yield batch
            batch, longest = [], 0
        batch.append(request)
        longest = max(longest, slots)
    if batch:
        yield batch
