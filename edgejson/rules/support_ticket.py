"""Support tickets: they are created before they are updated."""

from collections.abc import Iterator

from edgejson.checks import check
from edgejson.finding import Mismatch
from edgejson.judging.moments import none_before
from edgejson.record import Record


@check(kind="temporal", schemas=("support_ticket",), needs=())
def update_is_not_before_creation(record: Record) -> Iterator[Mismatch]:
    """A ticket is not updated before it is created."""
    return none_before(record.label, "updated_at", anchor="created_at")
