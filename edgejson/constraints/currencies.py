"""Currencies: the codes of ISO 4217, and amounts in their minor units."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from edgejson.constraints.label_paths import LabelNumber, LabelText, Number
from edgejson.core.currency import minor_units
from edgejson.core.finding import Mismatch


@cache
def currency_codes() -> frozenset[str]:
    """Return the alphabetic codes of ISO 4217, those without minor units (XAU and the like) included."""
    from iso4217 import Currency

    return frozenset(currency.code for currency in Currency)


def unknown_currency(currency: LabelText | None) -> Iterator[Mismatch]:
    """Yield the mismatch of a text that is no code of ISO 4217."""
    if currency is not None and currency.value not in currency_codes():
        yield Mismatch(
            pointer=currency.pointer, expected="an ISO 4217 code such as EUR", actual=currency.value
        )


def too_fine(amounts: Sequence[LabelNumber], digits: int, unit: str) -> Iterator[Mismatch]:
    """Yield the mismatch of amounts with more than `digits` digits after the point; zeros do not count.

    There is one cause however many they are, so the first is reported.
    """
    wrong = [amount for amount in amounts if _fineness(amount.value) > digits]
    if wrong:
        more = f", and of {len(wrong) - 1} more amounts" if len(wrong) > 1 else ""
        expected = f"no more than {digits} digits after the point ({unit}){more}"
        yield Mismatch(pointer=wrong[0].pointer, expected=expected, actual=wrong[0].value)


def finer_than_currency(amounts: Sequence[LabelNumber], currency: LabelText | None) -> Iterator[Mismatch]:
    """Yield the mismatch of amounts that the currency named has no minor units for."""
    if currency is not None and currency.value in minor_units():
        yield from too_fine(amounts, minor_units()[currency.value], currency.value)


def _fineness(value: Number) -> int:
    """Return the digits after the point that are not trailing zeros: 1 for 1.50."""
    if not isinstance(value, Decimal) or not value:
        return 0
    _, digits, exponent = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(0, -exponent - zeros) if isinstance(exponent, int) else 0
