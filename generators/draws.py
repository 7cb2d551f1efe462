"""Choices made from one primitive, so that a seed and Hypothesis can drive the same worlds.

Everything a world decides comes from ``below(n)``, an integer in 0..n-1 of which 0 is the simplest. Only
that primitive differs between a seeded draw (`seeds`) and a Hypothesis draw (`strategies`); with the
latter, a failing record shrinks towards first choices, absent optionals and small numbers.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_HEX = "0123456789abcdef"


class Draws:
    """Choices, each derived from calls of one function ``below(n)`` that returns an integer in 0..n-1."""

    __slots__ = ("below",)

    def __init__(self, below: Callable[[int], int]) -> None:
        self.below = below

    def between(self, low: int, high: int) -> int:
        """Return an integer in low..high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        """Return True in `percent` of 100 cases; the simplest draw is False."""
        return self.below(100) >= 100 - percent

    def choice(self, options: Sequence[T]) -> T:
        """Return one of `options`, the first being the simplest."""
        return options[self.below(len(options))]

    def some(self, options: Sequence[T], low: int, high: int) -> list[T]:
        """Return low..high different elements of `options` (no more than there are), in drawn order."""
        pool = list(options)
        count = min(self.between(low, high), len(pool))
        return [pool.pop(self.below(len(pool))) for _ in range(count)]

    def optional(self, percent: int, make: Callable[[], T]) -> T | None:
        """Return what `make` returns in `percent` of 100 cases, else None; `make` draws only if called."""
        return make() if self.chance(percent) else None

    def decimal(self, low: str, high: str) -> Decimal:
        """Return a decimal in low..high with as many fraction digits as `low` is written with."""
        exponent = Decimal(low).as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
        unit = Decimal(1).scaleb(-places)
        return Decimal(self.between(int(Decimal(low) / unit), int(Decimal(high) / unit))).scaleb(-places)

    def digits(self, count: int) -> str:
        """Return `count` decimal digits, the first of which is not 0."""
        return str(self.between(10 ** (count - 1), 10**count - 1))

    def hexes(self, count: int) -> str:
        """Return `count` lower-case hexadecimal digits."""
        return "".join(self.choice(_HEX) for _ in range(count))

    def letters(self, count: int) -> str:
        """Return `count` upper-case letters without I and O, which are read as 1 and 0."""
        return "".join(self.choice(_LETTERS) for _ in range(count))

    def shifted(self, by: int) -> "Draws":
        """Return draws of which each is so many options further on: others, for any draws."""
        return Draws(lambda n: (self.below(n) + by) % n)

    def split(self, total: int, parts: int, *, least: int = 1) -> list[int]:
        """Return `parts` integers of at least `least` that sum to `total`.

        Raises ValueError when `total` is too small for that.
        """
        spare = total - parts * least
        if spare < 0:
            raise ValueError(f"{total} has no {parts} parts of at least {least}")
        weights = [self.between(1, 9) for _ in range(parts)]
        shares = [spare * weight // sum(weights) for weight in weights]
        shares[0] += spare - sum(shares)
        return [least + share for share in shares]
