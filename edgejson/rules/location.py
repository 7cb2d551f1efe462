"""Locations: a US address agrees with itself and with the coordinates."""

from collections.abc import Iterator

from edgejson.constraints.label_paths import number, text
from edgejson.constraints.us_states import state_and_zip
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check


@check(
    kind="plausibility", severity="warning", schemas=("location",), needs=("latitude", "longitude", "address")
)
def us_address_and_coordinates_agree(record: Record) -> Iterator[Mismatch]:
    """In a US address the ZIP code is one of the state's, and the coordinates are in the state."""
    address = text(record.label, "address")
    found = state_and_zip(address.value) if address else None
    if address is None or found is None:
        return
    state, code = found
    if not state.has_zip(code):
        # The state may be the wrong one of the two, so that the coordinates need not be in it.
        yield Mismatch(
            pointer=address.pointer, expected=f"a ZIP code of {state.code} ({state.zips})", actual=code
        )
        return
    latitude, longitude = number(record.label, "latitude"), number(record.label, "longitude")
    if latitude and longitude and not state.has_point(latitude.value, longitude.value):
        wrong = longitude if state.has_latitude(latitude.value) else latitude
        yield Mismatch(pointer=wrong.pointer, expected=f"coordinates in {state.name}", actual=wrong.value)
