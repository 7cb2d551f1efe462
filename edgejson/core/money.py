"""Exact amounts of money: roundings, and which sums are right."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext

from edgejson.core.json_text import compact

# Digits enough for any sum of products of doubles' decimal spellings; sums and products stay exact.
_EXACT = Context(prec=2000)
_ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN)


def roundings(amount: Decimal, digits: int) -> frozenset[Decimal]:
    """Return `amount` to `digits` after the point; two values where it lies half-way (half up, half even)."""
    unit = Decimal(1).scaleb(-digits)
    return frozenset(amount.quantize(unit, rounding, _EXACT) for rounding in _ROUNDINGS)


def sums(parts: Sequence[Decimal], digits: int) -> frozenset[Decimal]:
    """Return the right sums of `parts`: each part rounded, or the sum rounded, and nothing else."""
    unit = Decimal(1).scaleb(-digits)
    with localcontext(_EXACT):
        total = sum(parts, Decimal(0))
        each = {sum((part.quantize(unit, r) for part in parts), Decimal(0)) for r in _ROUNDINGS}
    return roundings(total, digits) | each


def product(*factors: Decimal | int) -> Decimal:
    """Return the exact product."""
    with localcontext(_EXACT):
        result = Decimal(1)
        for factor in factors:
            result *= factor
        return result


def plus(*terms: Decimal | int) -> Decimal:
    """Return the exact sum."""
    with localcontext(_EXACT):
        return sum((Decimal(term) for term in terms), Decimal(0))


def is_one_of(actual: Decimal | int, right: Iterable[Decimal], tolerance: Decimal) -> bool:
    """Whether `actual` is at most `tolerance` (in the amounts' unit) from one of the `right` amounts."""
    with localcontext(_EXACT):
        return any(abs(actual - amount) <= tolerance for amount in right)


def spelled(right: Iterable[Decimal]) -> str:
    """Return right amounts as text, the alternatives joined by "or"."""
    return " or ".join(compact(amount) for amount in sorted(right))
