"""Orders: the total follows from the items."""

from collections.abc import Iterator

from edgejson.checks import check
from edgejson.finding import Mismatch
from edgejson.money import currency_digits, product, sums
from edgejson.record import Record
from edgejson.rules.amounts import amount, derived, items
from edgejson.settings import Settings


@check(kind="arithmetic", schemas=("order_details",), needs=("items", "total_amount"))
def total_is_sum_of_items(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The total amount is the sum of quantity times price."""
    parts = [product(item["quantity"], item["price"]) for item in items(record.label, "items")]  # type: ignore[arg-type]
    right = sums(parts, currency_digits(record.prompt))
    yield from derived("/total_amount", amount(record.label, "total_amount"), right, settings)
