"""Shopping carts: subtotal and total follow from the items; tax and shipping are in proportion."""

from collections.abc import Iterator
from decimal import Decimal

from edgejson.constraints.amounts import amount, bases, derived, implausible_tax, items, needed, total_of
from edgejson.core.currency import currency_digits
from edgejson.core.finding import Mismatch
from edgejson.core.money import plus, product, sums
from edgejson.core.record import Record
from edgejson.suite.checks import check
from edgejson.suite.settings import Settings

_SCHEMAS = ("shopping_cart",)
_PERCENT = Decimal("0.01")
_SHIPPING_CAP = 5000
"""What the shipping of anything may cost, in minor units."""


def _subtotals(record: Record) -> frozenset[Decimal]:
    parts = [
        product(
            needed(item, "quantity"),
            needed(item, "price"),
            plus(1, product(-1, amount(item, "discount_percentage") or 0, _PERCENT)),
        )
        for item in items(record.label, "items")
    ]
    return sums(parts, currency_digits(record.prompt))


@check(kind="arithmetic", schemas=_SCHEMAS, needs=("items", "subtotal"))
def subtotal_is_sum_of_items(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The subtotal is the sum of quantity times price, less each item's discount."""
    yield from derived("/subtotal", amount(record.label, "subtotal"), _subtotals(record), settings)


@check(kind="arithmetic", schemas=_SCHEMAS, needs=("items", "subtotal", "shipping_cost", "tax", "total"))
def total_is_subtotal_plus_shipping_plus_tax(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The total is the subtotal plus shipping plus tax; a coupon code changes nothing."""
    label = record.label
    subtotals = bases(amount(label, "subtotal"), _subtotals(record), settings)
    additions = (amount(label, "shipping_cost"), amount(label, "tax"))
    right = total_of(subtotals, *additions, digits=currency_digits(record.prompt))
    yield from derived("/total", amount(label, "total"), right, settings)


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=("items", "subtotal", "tax"))
def tax_is_plausible(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The tax is no more than 30 % of the subtotal."""
    subtotals = bases(amount(record.label, "subtotal"), _subtotals(record), settings)
    return implausible_tax(record.label, subtotals)


@check(
    kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=("items", "subtotal", "shipping_cost")
)
def shipping_is_plausible(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """Shipping costs no more than the goods, or than what the shipping of small goods costs."""
    shipping = amount(record.label, "shipping_cost")
    cap = Decimal(_SHIPPING_CAP).scaleb(-currency_digits(record.prompt))
    most = max(cap, *bases(amount(record.label, "subtotal"), _subtotals(record), settings))
    if shipping is not None and shipping > most:
        yield Mismatch(pointer="/expected_output/shipping_cost", expected=f"{most} or less", actual=shipping)
