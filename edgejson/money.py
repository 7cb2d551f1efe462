"""Exact amounts of money: minor units, roundings, and which sums are right."""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache, lru_cache

from edgejson.json_text import compact

DEFAULT_DIGITS = 2
"""Minor-unit digits where no currency is named."""

# Digits enough for any sum of products of doubles' decimal spellings; sums and products stay exact.
_EXACT = Context(prec=2000)
_ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN)

# A code beside a number of its own, or after the word currency; CLP-0042 and A1JPY are identifiers.
_CODE = re.compile(
    r"(?<![\w-])([A-Z]{3})(?:\s[-+]?)?\d"
    r"|(?<![\w.,-])[-+]?[\d.,]++\s?([A-Z]{3})(?![\w-])"
    r"|(?i:\bcurrency)\W{1,4}([A-Z]{3})(?![\w-])"
)
_WHOLE_SIGN = re.compile(r"[¥₩₫]\s?[-+]?\d|\d\s?[¥₩₫円]")
_HUNDREDTHS_SIGN = re.compile(r"[$€£]\s?[-+]?\d|\d\s?[$€£]")


@cache
def minor_units() -> dict[str, int]:
    """Return the digits after the point of each ISO 4217 currency (ISO 4217, published list one)."""
    from iso4217 import Currency

    return {currency.code: currency.exponent for currency in Currency if currency.exponent is not None}


@lru_cache(maxsize=256)  # several rules ask about the same prompt, one after the other
def currency_digits(text: str) -> int:
    """Return the minor-unit digits of the one currency that `text` names with an amount, else two.

    A yen, won or dong sign counts as a currency without minor units unless yuan are named.
    """
    named = {code for codes in _CODE.findall(text) for code in codes if code}
    digits = {minor_units()[code] for code in named if code in minor_units()}
    if _HUNDREDTHS_SIGN.search(text):
        digits.add(2)
    if not digits and _WHOLE_SIGN.search(text) and not re.search(r"\b(CNY|RMB|yuan)\b", text):
        return 0
    return digits.pop() if len(digits) == 1 else DEFAULT_DIGITS


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
