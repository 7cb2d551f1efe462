"""Meeting notes: actions are due after the meeting and assigned to attendees."""

from collections.abc import Iterator

from edgejson.constraints.chronology import none_before
from edgejson.constraints.label_paths import texts
from edgejson.constraints.references import dangling
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("meeting_notes",)


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def actions_are_not_due_before_the_meeting(record: Record) -> Iterator[Mismatch]:
    """No action is due before the day of the meeting."""
    return none_before(record.label, "action_items/*/due_date", anchor="date")


@check(kind="reference", schemas=_SCHEMAS, needs=("attendees",))
def actions_are_assigned_to_attendees(record: Record) -> Iterator[Mismatch]:
    """Every action is assigned to one of the attendees."""
    attendees = {name.value for name in texts(record.label, "attendees/*/name")}
    return dangling(texts(record.label, "action_items/*/assigned_to"), attendees, what="attendees")
