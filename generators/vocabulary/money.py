"""Money: exact amounts in a currency's minor units (ISO 4217), and the one rounding that is used."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from edgejson.generators.draws import Draws

CURRENCIES = (
    "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK",
    "PLN", "CZK", "INR", "SGD", "KRW", "BRL", "MXN", "ZAR", "NZD", "KWD",
)  # fmt: skip

PRICE_LEVEL = {
    "JPY": 150,
    "KRW": 1300,
    "INR": 80,
    "CZK": 23,
    "SEK": 10,
    "NOK": 10,
    "DKK": 7,
    "MXN": 18,
    "ZAR": 18,
}
"""Roughly how many units of a currency buy what one dollar buys (1 where not listed)."""


def amount(minor: int, digits: int = 2) -> Decimal | int:
    """Return `minor` units as an amount with exactly `digits` fraction digits (an int for none)."""
    return Decimal(minor).scaleb(-digits) if digits else minor


def cents(value: Decimal | int, digits: int = 2) -> int:
    """Return an amount as a whole number of minor units; raises ValueError if it has a finer part."""
    scaled = Decimal(value).scaleb(digits)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{value} has more than {digits} fraction digits")
    return int(scaled)


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Return `value` with exactly `places` fraction digits, halves rounded away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def places_of(value: Decimal | int) -> int:
    """Return how many fraction digits `value` is written with."""
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def quotient(numerator: Decimal | int, denominator: Decimal | int, places: int = 2) -> Decimal:
    """Return numerator / denominator with exactly `places` fraction digits."""
    return rounded(Decimal(numerator) / Decimal(denominator), places)


def total(amounts: Iterable[Decimal | int]) -> Decimal:
    """Return the exact sum of `amounts`."""
    return sum((Decimal(item) for item in amounts), Decimal(0))


def currency(draws: Draws) -> str:
    """Return an ISO 4217 code, the common ones more often."""
    return draws.choice(("USD", "EUR", "GBP", "JPY")) if draws.chance(50) else draws.choice(CURRENCIES)
