"""Support tickets: they are created before they are updated."""

from collections.abc import Iterator

from edgejson.constraints.chronology import none_before
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check


@check(kind="temporal", schemas=("support_ticket",), needs=())
def update_is_not_before_creation(record: Record) -> Iterator[Mismatch]:
    """A ticket is not updated before it is created."""
    return none_before(record.label, "updated_at", anchor="created_at")
