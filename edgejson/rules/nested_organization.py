"""Organizations: head counts, team leads, allocations and start dates fit together."""

from collections.abc import Iterator

from edgejson.constraints.chronology import none_before
from edgejson.constraints.derived_numbers import shown, sum_of
from edgejson.constraints.label_paths import number, numbers, objects, text, texts, values_at
from edgejson.constraints.references import dangling
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("nested_organization",)
_MEMBERS = "departments/*/teams/*/members/*"
_LEADS = "departments/*/teams/*/team_lead"
_HEADS = "departments/*/head"


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def allocations_of_a_member_are_within_100(record: Record) -> Iterator[Mismatch]:
    """A member's allocations to projects sum to no more than 100 %."""
    for pointer, member in objects(record.label, _MEMBERS):
        shares = numbers(member, "projects/*/allocation_percentage", at=pointer)
        total = sum_of(shares)
        if total > 100 and all(0 <= share.value <= 100 for share in shares):
            actual = f"a sum of {shown(total, *shares)}"
            yield Mismatch(pointer=f"{pointer}/projects", expected="100 or less in all", actual=actual)


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def nobody_started_before_the_founding(record: Record) -> Iterator[Mismatch]:
    """No member's start date is before the date on which the company was founded."""
    return none_before(record.label, f"{_MEMBERS}/start_date", anchor="founded_date")


@check(kind="plausibility", schemas=_SCHEMAS, needs=("total_employees",))
def employees_are_no_fewer_than_listed(record: Record) -> Iterator[Mismatch]:
    """The number of employees is at least the number of different people listed."""
    listed = {person.value for person in texts(record.label, *_employee_ids(_HEADS, _LEADS, _MEMBERS))}
    # A lead whom the organization does not know is reported by another rule.
    listed -= {str(unknown.actual) for unknown in team_leads_are_employees(record)}
    total = number(record.label, "total_employees")
    if total is not None and total.value < len(listed):
        expected = f"{len(listed)} or more, the number of people listed"
        yield Mismatch(pointer=total.pointer, expected=expected, actual=total.value)


@check(kind="reference", schemas=_SCHEMAS, needs=())
def team_leads_are_employees(record: Record) -> Iterator[Mismatch]:
    """A team's lead is a member of a team or the head of a department."""
    members = texts(record.label, *_employee_ids(_MEMBERS))
    if len(members) < len(values_at(record.label, _MEMBERS)):
        return
    known = {person.value for person in (*members, *texts(record.label, *_employee_ids(_HEADS)))}
    for pointer, team in objects(record.label, "departments/*/teams/*"):
        # Of a team without a list of members nobody can say who is one.
        lead = text(team, "team_lead/employee_id", at=pointer)
        if lead is not None and objects(team, "members/*"):
            yield from dangling([lead], known, what="employees listed")


def _employee_ids(*people: str) -> list[str]:
    return [f"{path}/employee_id" for path in people]
