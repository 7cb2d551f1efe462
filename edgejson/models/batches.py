"""Which requests are answered together."""

from collections.abc import Iterator, Sequence

from edgejson.models.engines import Request

MAX_CACHE_TOKENS = 1 << 16
"""Tokens of key-value cache at a time: 3 GB for SmolLM2-135M in single precision."""


def plan_batches(
    requests: Sequence[Request],
    *,
    max_rows: int,
    max_new_tokens: int,
    max_cache_tokens: int = MAX_CACHE_TOKENS,
) -> list[list[Request]]:
    """Return the requests in batches of similar prompt length, the longest first.

    A batch has at most `max_rows` requests, and takes at most `max_cache_tokens` tokens of key-value cache if
    every row reaches its token limit (a single request may exceed that). The plan depends on nothing but the
    arguments.
    """
    ordered = sorted(requests, key=lambda request: (-len(request.tokens), request.id))
    return list(
        _batches(ordered, max_rows=max_rows, max_new_tokens=max_new_tokens, max_cache_tokens=max_cache_tokens)
    )


def _batches(
    ordered: Sequence[Request], *, max_rows: int, max_new_tokens: int, max_cache_tokens: int
) -> Iterator[list[Request]]:
    batch: list[Request] = []
    longest = 0
    for request in ordered:
        tokens = len(request.tokens) + request.limit(max_new_tokens)
        if batch and (len(batch) == max_rows or max(longest, tokens) * (len(batch) + 1) > max_cache_tokens):
            yield batch
            batch, longest = [], 0
        batch.append(request)
        longest = max(longest, tokens)
    if batch:
        yield batch
