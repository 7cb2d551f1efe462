"""Registrations: nobody registers after the event."""

from collections.abc import Iterator

from edgejson.constraints.chronology import none_after
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check


@check(kind="temporal", schemas=("event_registration",), needs=())
def registration_is_not_after_the_event(record: Record) -> Iterator[Mismatch]:
    """The registration date is no later than the day of the event."""
    return none_after(record.label, "registration_date", anchor="event_date")
