"""Orders: the total follows from the items; the ZIP code is one of the state."""

from collections.abc import Iterator

from edgejson import constraints
from edgejson.constraints.label_paths import text
from edgejson.constraints.us_states import state_named, zip_of
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check
from edgejson.suite.settings import Settings


@check(kind="arithmetic", schemas=("order_details",), needs=("items", "total_amount"))
def total_is_sum_of_items(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The total amount is the sum of quantity times price."""
    return constraints.sum_of_products(
        record,
        "/total_amount",
        of=["/items/*/quantity", "/items/*/price"],
        decimals="currency",
        tolerance=settings.tolerance,
    )


@check(kind="plausibility", severity="warning", schemas=("order_details",), needs=("shipping_address",))
def zip_code_is_of_the_state(record: Record) -> Iterator[Mismatch]:
    """The ZIP code of a US shipping address is one of its state's."""
    written, code = (text(record.label, f"shipping_address/{name}") for name in ("state", "zip_code"))
    state, digits = state_named(written.value) if written else None, zip_of(code.value) if code else None
    if state is not None and code is not None and digits is not None and not state.has_zip(digits):
        expected = f"a ZIP code of {state.name} ({state.zips})"
        yield Mismatch(pointer=code.pointer, expected=expected, actual=code.value)
