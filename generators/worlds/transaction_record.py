"""Bookings on bank accounts. Amounts are positive whatever the type: the type says which way they go."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.money import (
    CURRENCIES,
    PRICE_LEVEL,
    amount,
    cents,
    currency,
    minor_digits,
)
from edgejson.generators.world import World, require, without_empty

_BOOKINGS = {
    "debit": (
        (
            "Card payment at {merchant}",
            ("Green Basket Market", "Corner Bakery", "City Transit", "Harbor Books", "Pine Street Pharmacy"),
            ("groceries", "transport", "books", "health"),
            3,
            180,
        ),
        (
            "Direct debit of {merchant}",
            ("Northern Power", "Metro Water", "Skyline Internet", "Fitness Loft"),
            ("utilities", "subscriptions", "sports"),
            15,
            240,
        ),
    ),
    "credit": (
        (
            "Salary from {merchant}",
            (),
            ("salary", "income"),
            1800,
            6900,
        ),
        ("Interest paid by {merchant}", ("Lakeside Bank", "Unity Savings"), ("interest", "income"), 1, 60),
    ),
    "transfer": (
        (
            "Transfer to {merchant}",
            ("Joint Account", "Savings Account", "Holiday Fund", "Rent Account"),
            ("savings", "housing", "internal"),
            40,
            2400,
        ),
    ),
    "fee": (
        ("Account fee of {merchant}", ("Lakeside Bank", "Unity Savings"), ("bank charges",), 2, 15),
        (
            "Foreign exchange fee of {merchant}",
            ("Global Pay", "Lakeside Bank"),
            ("bank charges", "travel"),
            1,
            25,
        ),
    ),
    "refund": (
        (
            "Refund from {merchant}",
            (),
            ("shopping", "returns"),
            8,
            320,
        ),
    ),
}
"""Text, merchants (none for any firm), categories, lowest and highest amount in dollars, by type."""


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    kind = draws.choice(tuple(_BOOKINGS))
    text, merchants, categories, low, high = draws.choice(_BOOKINGS[kind])
    merchant = draws.choice(merchants) if merchants else firm(draws).name
    code = currency(draws)
    digits, level = minor_digits(code), PRICE_LEVEL.get(code, 1)
    booked = draws.between(low * level * 10**digits, high * level * 10**digits)
    balance = booked + draws.between(0, 9000 * level * 10**digits)
    reference = draws.optional(40, lambda: f", reference {draws.letters(2)}{draws.digits(5)}")
    return without_empty(
        {
            "transaction_id": draws.choice(("TXN-{n}", "tx_{h}", "T{n}", "BK-{n}")).format(
                n=draws.digits(9), h=draws.hexes(12)
            ),
            "date": date_times.text(date_times.moment(draws, date_times.zone(draws))),
            "amount": amount(booked, digits),
            "currency": code,
            "type": kind,
            "description": draws.optional(75, lambda: text.format(merchant=merchant) + (reference or "")),
            "merchant_name": draws.optional(65, lambda: merchant),
            "category": draws.optional(65, lambda: draws.choice(categories)),
            "balance_after": draws.optional(60, lambda: amount(balance, digits)),
            "status": draws.optional(
                70, lambda: draws.choice(("completed", "pending", "failed", "reversed"))
            ),
        }
    )


def check(label: Any) -> None:
    """Raise unless amounts are positive and in whole minor units of an ISO 4217 currency."""
    require(label["currency"] in CURRENCIES, "currency is ISO 4217")
    digits = minor_digits(label["currency"])
    require(cents(label["amount"], digits) > 0, "amount is positive, in minor units")
    require(cents(label.get("balance_after", 0), digits) >= 0, "balance is in minor units")


WORLD = World(
    build=build,
    check=check,
    subject="transaction",
    headings=(
        "Transaction Record",
        "Account Transaction",
        "Bank Transaction",
        "Booking Entry",
        "Financial Transaction",
    ),
)
