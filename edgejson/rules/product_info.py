"""Products: prices in minor units, stock keeping units that look like codes."""

import re
from collections.abc import Iterator

from edgejson.constraints.currencies import too_fine
from edgejson.constraints.label_paths import numbers, texts
from edgejson.core.currency import currency_digits
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("product_info",)
# With a digit, or all in capitals, or of parts joined by other than blanks; not a word, not words.
_CODE = re.compile(r"(?=.*\d).+|(?!.*[a-z]).+|\S+[-_./:#]\S+", re.DOTALL)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("price",))
def price_is_in_minor_units(record: Record) -> Iterator[Mismatch]:
    """The price has no more digits after the point than the currency has minor units."""
    yield from too_fine(numbers(record.label, "price"), currency_digits(record.prompt), "minor units")


@check(kind="semantics", severity="warning", schemas=_SCHEMAS, needs=("sku",))
def sku_looks_like_a_code(record: Record) -> Iterator[Mismatch]:
    """The SKU looks like a code, not like a word."""
    for sku in texts(record.label, "sku"):
        if not _CODE.fullmatch(sku.value):
            yield Mismatch(pointer=sku.pointer, expected="a code such as DSK-4410", actual=sku.value)
