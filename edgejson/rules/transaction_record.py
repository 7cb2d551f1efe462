"""Bank transactions: currencies that exist, amounts in their minor units.

That a file keeps to one sign for each type of transaction is a rule of the conventions.
"""

from collections.abc import Iterator

from edgejson.constraints.currencies import finer_than_currency, unknown_currency
from edgejson.constraints.label_paths import numbers, text
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("transaction_record",)


@check(kind="semantics", schemas=_SCHEMAS, needs=("currency",))
def currency_is_iso_4217(record: Record) -> Iterator[Mismatch]:
    """The currency is a code of ISO 4217."""
    return unknown_currency(text(record.label, "currency"))


@check(kind="plausibility", schemas=_SCHEMAS, needs=("amount", "currency", "balance_after"))
def amounts_are_in_minor_units(record: Record) -> Iterator[Mismatch]:
    """Amounts have no more digits after the point than their currency has minor units."""
    amounts = numbers(record.label, "amount", "balance_after")
    return finer_than_currency(amounts, text(record.label, "currency"))
