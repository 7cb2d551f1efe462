"""Numbers as prompts spell them.

Read are: digits with any usual grouping (``1,299.00``, ``1.299,00``, ``1 299,00``, ``1'299.00``,
``12,34,567``), currency signs and codes, percent signs, units, ordinals and multipliers (``$12``, ``EUR 20``,
``4.5%``, ``25kg``, ``2nd``, ``2x``), magnitudes (``1.2k``, ``3.4 million``), exponents, signs (``-5``,
``−5``, ``minus 5``; ``(5.00)``, ``fell by 5`` for either), compass sides (``33.4° S``), scales (``4/5``,
``4 out of 5``, of which the second part is no number), star signs, and words (``two hundred and fifty``,
``half a dozen``). Digits inside words, identifiers, dates and times are no numbers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeAlias

from edgejson.grounding.number_words import number_words
from edgejson.grounding.numerals import numerals

Span: TypeAlias = tuple[int, int]

_STARS = re.compile(r"[★⭐✭✩☆]{1,10}(?:\ufe0f)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: the values that it can mean (mostly one), and where it stands."""

    values: frozenset[Decimal]
    span: Span
    is_word: bool = False


def figures(text: str, *, masked: Iterable[Span] = ()) -> list[Figure]:
    """Return the numbers of `text` that do not stand in a `masked` span (a date, an identifier)."""
    return [*in_digits(text, masked=masked), *in_words(text), *in_stars(text)]


def in_digits(text: str, *, masked: Iterable[Span] = ()) -> list[Figure]:
    """Return the numbers of `text` in digits, outside `masked` spans."""
    spans = list(masked)
    return [
        Figure(frozenset(values), (start, end))
        for start, end, values in numerals(text)
        if not any(left < end and start < right for left, right in spans)
    ]


def in_words(text: str) -> list[Figure]:
    """Return the numbers of `text` in words, whole phrases of them."""
    return [
        Figure(frozenset({Decimal(value)}), (start, end), is_word=True)
        for start, end, value in number_words(text)
    ]


def in_stars(text: str) -> Iterator[Figure]:
    """Yield the numbers of filled stars in rows of stars."""
    for match in _STARS.finditer(text):
        full = sum(sign in "★⭐✭" for sign in match[0])
        yield Figure(frozenset({Decimal(full)}), match.span())


@lru_cache(maxsize=1024)
def exactly(text: str) -> Decimal | None:
    """Return the number that `text` is when it is written the plain way (``-12.50``), else None."""
    try:
        number = Decimal(text) if text and text[-1].isdigit() else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
