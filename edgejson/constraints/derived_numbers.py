"""Derived numbers: quotients, sums and shares that must follow from other numbers of the label."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from edgejson.constraints.label_paths import LabelNumber, Number
from edgejson.core.finding import Mismatch
from edgejson.core.json_text import compact


def decimals_of(value: Number) -> int:
    """Return the digits after the point as written: 2 for 1.50, 0 for 15."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def last_digit(value: Number) -> Fraction:
    """Return the worth of the last digit as written: 1/100 for 1.50."""
    return Fraction(1, 10 ** decimals_of(value))


def rounded(exact: Fraction, decimals: int) -> frozenset[Fraction]:
    """Return `exact` to that many decimals; two values where it lies half-way (half up, half even)."""
    scaled = abs(exact) * 10**decimals
    low, rest = divmod(scaled, 1)
    high = low + 1
    near = {low} if rest < Fraction(1, 2) else {high}
    if rest == Fraction(1, 2):
        near.add(low if low % 2 == 0 else high)
    sign = -1 if exact < 0 else 1
    return frozenset(Fraction(sign * value, 10**decimals) for value in near)


def follows(stated: LabelNumber | None, *exact: Fraction) -> Iterator[Mismatch]:
    """Yield the mismatch of a stated number that is none of the exact ones, rounded to its own decimals."""
    if stated is None or not exact:
        return
    decimals = decimals_of(stated.value)
    right = sorted({value for one in exact for value in rounded(one, decimals)})
    if Fraction(stated.value) not in right:
        yield Mismatch(
            pointer=stated.pointer,
            expected=" or ".join(spelled(value, decimals) for value in right),
            actual=stated.value,
        )


def spelled(value: Fraction, decimals: int) -> str:
    """Return `value`, which has at most that many decimals, with exactly that many."""
    digits = abs(value.numerator) * 10**decimals // value.denominator
    whole, rest = divmod(digits, 10**decimals)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest:0{decimals}}" if decimals else f"{sign}{whole}"


def sum_of(parts: Iterable[LabelNumber]) -> Fraction:
    """Return the exact sum."""
    return sum((Fraction(part.value) for part in parts), Fraction(0))


def shown(value: Fraction, *like: LabelNumber) -> str:
    """Return an exact sum with the decimals of the numbers that it is the sum of."""
    return spelled(value, max((decimals_of(number.value) for number in like), default=0))


def outside(stated: Iterable[LabelNumber], low: Number, high: Number) -> Iterator[Mismatch]:
    """Yield the mismatches of numbers that are not from `low` to `high`."""
    for one in stated:
        if not low <= one.value <= high:
            expected = f"{compact(low)} to {compact(high)}"
            yield Mismatch(pointer=one.pointer, expected=expected, actual=one.value)


def not_above(lower: LabelNumber | None, upper: LabelNumber | None) -> Iterator[Mismatch]:
    """Yield the mismatch of a number, reported itself, that is above another one."""
    if lower is not None and upper is not None and lower.value > upper.value:
        expected = f"{compact(upper.value)} or less ({upper.pointer})"
        yield Mismatch(pointer=lower.pointer, expected=expected, actual=lower.value)


def shares_within_whole(shares: Sequence[LabelNumber], pointer: str) -> Iterator[Mismatch]:
    """Yield the mismatch of percentages of one whole that sum to more than 100.

    Each may have been rounded up, by half a unit of its last digit.
    """
    slack = sum((last_digit(share.value) / 2 for share in shares), Fraction(0))
    total = sum_of(shares)
    if total > 100 + slack:
        actual = f"a sum of {shown(total, *shares)}"
        yield Mismatch(pointer=pointer, expected="shares that sum to 100 or less", actual=actual)
