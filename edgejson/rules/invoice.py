"""Invoices: lines, subtotal and total follow from each other, and payment is due after the invoice."""

from collections.abc import Iterator
from decimal import Decimal

from edgejson import constraints
from edgejson.constraints.amounts import amount, bases, derived, implausible_tax, items, needed, total_of
from edgejson.constraints.chronology import none_before
from edgejson.core.currency import currency_digits
from edgejson.core.finding import Mismatch
from edgejson.core.money import product, sums
from edgejson.core.record import Record
from edgejson.suite.checks import check
from edgejson.suite.settings import Settings

_SCHEMAS = ("invoice",)
_LEAST_TAX = Decimal("0.01")


def _line_amounts(record: Record) -> list[Decimal]:
    lines = items(record.label, "line_items")
    return [product(needed(line, "quantity"), needed(line, "unit_price")) for line in lines]


def _subtotals(record: Record) -> frozenset[Decimal]:
    """Return the right subtotals, from the lines' stated totals and from quantities and prices."""
    digits, computed = currency_digits(record.prompt), _line_amounts(record)
    stated = [
        exact if (total := amount(item, "total")) is None else Decimal(total)
        for item, exact in zip(items(record.label, "line_items"), computed, strict=True)
    ]
    # A wrong line total is reported by itself; the subtotal may follow from it or from the right one.
    return sums(stated, digits) | sums(computed, digits)


@check(kind="arithmetic", schemas=_SCHEMAS, needs=("line_items",))
def line_total_is_quantity_times_price(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """Each line's total is its quantity times its unit price."""
    return constraints.product(
        record,
        "/line_items/*/total",
        of=["/line_items/*/quantity", "/line_items/*/unit_price"],
        decimals="currency",
        tolerance=settings.tolerance,
    )


@check(kind="arithmetic", schemas=_SCHEMAS, needs=("line_items", "subtotal"))
def subtotal_is_sum_of_lines(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The subtotal is the sum of the line totals."""
    yield from derived("/subtotal", amount(record.label, "subtotal"), _subtotals(record), settings)


@check(kind="arithmetic", schemas=_SCHEMAS, needs=("line_items", "subtotal", "tax", "total_amount"))
def total_is_subtotal_plus_tax(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The total amount is the subtotal plus the tax."""
    label = record.label
    subtotals = bases(amount(label, "subtotal"), _subtotals(record), settings)
    right = total_of(subtotals, amount(label, "tax"), digits=currency_digits(record.prompt))
    yield from derived("/total_amount", amount(label, "total_amount"), right, settings)


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def due_date_is_not_before_invoice_date(record: Record) -> Iterator[Mismatch]:
    """Payment is not due before the date of the invoice."""
    return none_before(record.label, "due_date", anchor="invoice_date")


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=("line_items", "subtotal", "tax"))
def tax_is_plausible(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The tax is 0, or from 1 to 30 % of the subtotal."""
    subtotals = bases(amount(record.label, "subtotal"), _subtotals(record), settings)
    return implausible_tax(record.label, subtotals, least=_LEAST_TAX)
