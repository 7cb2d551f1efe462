"""Runs of digits: where a text has figures, so that patterns that begin with one are tried nowhere else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

Runs: TypeAlias = Sequence[tuple[int, int]]
"""Start and end of each run of digits."""

_DIGITS = re.compile(r"\d+")


def runs_in(text: str) -> Runs:
    """Return the runs of digits of a text."""
    return [match.span() for match in _DIGITS.finditer(text)]


def matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at places (in order), none inside another."""
    end = 0
    for place in places:
        if place >= end:
            match = pattern.match(text, place)
            if match is not None:
                end = match.end()
                yield match
