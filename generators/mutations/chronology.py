"""Operators on the order of dates and times, impossible alike in the label and in the prompt."""

from datetime import datetime, timedelta
from itertools import pairwise

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.date_times import at_offset, day_of, format_like, moved, parse_date_time
from edgejson.generators.mutations.edit import matching_pointers, replace_in_both, value_at
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant, value_mutant
from edgejson.generators.mutations.operator_factories import ValueChange, label_and_prompt_operator, shuffled

_DAY = timedelta(days=1)

# For each schema: what comes later, what comes earlier, and the rule of that order.
_ORDERS = {
    "event_registration": (
        "/event_date",
        "/registration_date",
        "event_registration.registration_is_not_after_the_event",
    ),
    "invoice": ("/due_date", "/invoice_date", "invoice.due_date_is_not_before_invoice_date"),
    "meeting_notes": (
        "/action_items/*/due_date",
        "/date",
        "meeting_notes.actions_are_not_due_before_the_meeting",
    ),
    "support_ticket": ("/updated_at", "/created_at", "support_ticket.update_is_not_before_creation"),
    "ecommerce_analytics": (
        "/report_period/end_date",
        "/report_period/start_date",
        "ecommerce_analytics.period_does_not_end_before_it_starts",
    ),
    "medical_encounter": (
        "/visit_date",
        "/patient/date_of_birth",
        "medical_encounter.birth_is_not_after_the_visit",
    ),
    "multi_party_transaction": (
        "/completion_timestamp",
        "/initiation_timestamp",
        "multi_party_transaction.completion_is_not_before_initiation",
    ),
    "nested_organization": (
        "/departments/*/teams/*/members/*/start_date",
        "/founded_date",
        "nested_organization.nobody_started_before_the_founding",
    ),
}
_IN_HOURS = ("support_ticket", "multi_party_transaction")
_LAB_ORDERS = {
    "medical_encounter": (
        "/lab_orders/*/ordered_timestamp",
        "medical_encounter.lab_orders_are_of_the_visit",
    )
}
_PERIOD_END = {
    "ecommerce_analytics": ("/report_period/end_date", "ecommerce_analytics.period_is_as_long_as_its_type")
}
_HISTORY = "/status_history/*/timestamp"


def _operator(
    name: str, *, earlier: bool, by: timedelta, schemas: tuple[str, ...] = tuple(_ORDERS)
) -> Operator:
    """Return the operator that puts the later date `by` before the earlier one, or the other way round."""

    def apply(target: TargetRecord) -> Mutant | None:
        later, first, _ = _ORDERS[target.schema_id]
        for pointer in shuffled(target, matching_pointers(target.label, first if earlier else later)):
            for anchor in matching_pointers(target.label, later if earlier else first):
                before = value_at(target.label, pointer)
                after = _beyond(value_at(target.label, anchor), before, by if earlier else -by)
                if after is not None and replace_in_both(target, pointer, after):
                    return value_mutant(target, pointer, before, after)
        return None

    return Operator(
        name=name,
        breaks="label",
        caught_by={schema_id: _ORDERS[schema_id][2] for schema_id in schemas},
        apply=apply,
        # When a visit moves, its laboratory orders are of another day.
        companions=frozenset({"medical_encounter.lab_orders_are_of_the_visit"}),
    )


def _beyond(anchor: JSONValue, before: JSONValue, by: timedelta) -> str | None:
    """Return the date or time that lies `by` from the anchor, in the form of the value `before`."""
    read = parse_date_time(anchor)
    if isinstance(parse_date_time(before), datetime):
        if not isinstance(read, datetime):
            # A time of the day before or after.
            day = day_of(anchor)
            return None if day is None else f"{day + by}{str(before)[10:]}"
        return moved(anchor, by)
    day = day_of(anchor)
    return None if day is None else moved(day.isoformat(), by)


def _looking_later(target: TargetRecord) -> Mutant | None:
    """Move the later time a minute before the earlier one, at an offset where the clock shows more."""
    later, first, _ = _ORDERS[target.schema_id]
    for pointer in matching_pointers(target.label, later):
        for anchor in matching_pointers(target.label, first):
            read = parse_date_time(value_at(target.label, anchor))
            if isinstance(read, datetime):
                before = value_at(target.label, pointer)
                after = format_like(at_offset(read - timedelta(minutes=1), 14), like="")
                if after[:16] > str(value_at(target.label, anchor))[:16] and replace_in_both(
                    target, pointer, after
                ):
                    return value_mutant(target, pointer, before, after)
    return None


def _days_after_visit(days: int) -> ValueChange:
    def new(target: TargetRecord, _: Pointer, __: JSONValue) -> str | None:
        return moved(value_at(target.label, "/visit_date"), timedelta(days=days))

    return new


def _longer_period(target: TargetRecord, _: Pointer, value: JSONValue) -> str | None:
    has_type = matching_pointers(target.label, "/report_period/period_type")
    return moved(value, timedelta(days=10)) if has_type else None


def _shorter_period(target: TargetRecord, __: Pointer, value: JSONValue) -> str | None:
    start, after = value_at(target.label, "/report_period/start_date"), moved(value, timedelta(days=-10))
    has_type = matching_pointers(target.label, "/report_period/period_type")
    return after if has_type and after is not None and after >= str(start) else None


def _history_exchanged(target: TargetRecord) -> Mutant | None:
    """Exchange the times of two statuses."""
    stamps = matching_pointers(target.label, _HISTORY)
    for one, other in pairwise(stamps):
        first, second = value_at(target.label, one), value_at(target.label, other)
        if first != second and replace_in_both(target, one, second) and replace_in_both(target, other, first):
            return mutant(target, f"{one} and {other} exchanged")
    return None


def _history_in_the_middle(_: TargetRecord, pointer: Pointer, value: JSONValue) -> str | None:
    return "processing" if pointer == "/status_history/0/status" and value == "initiated" else None


CHRONOLOGY = (
    _operator("later_moment_a_day_before_the_earlier", earlier=False, by=_DAY),
    _operator("later_moment_years_before_the_earlier", earlier=False, by=timedelta(days=4000)),
    _operator("earlier_moment_a_day_after_the_later", earlier=True, by=_DAY),
    _operator(
        "later_time_a_second_before_the_earlier", earlier=False, by=timedelta(seconds=1), schemas=_IN_HOURS
    ),
    Operator(
        name="later_time_earlier_by_its_offset",
        breaks="label",
        caught_by={schema_id: _ORDERS[schema_id][2] for schema_id in _IN_HOURS},
        apply=_looking_later,
    ),
    label_and_prompt_operator("lab_ordered_two_days_after_the_visit", _LAB_ORDERS, _days_after_visit(2)),
    label_and_prompt_operator("lab_ordered_the_day_before_the_visit", _LAB_ORDERS, _days_after_visit(-1)),
    label_and_prompt_operator("period_longer_than_its_type", _PERIOD_END, _longer_period),
    label_and_prompt_operator("period_shorter_than_its_type", _PERIOD_END, _shorter_period),
    Operator(
        name="times_of_statuses_exchanged",
        breaks="label",
        caught_by={"multi_party_transaction": "multi_party_transaction.history_is_in_order"},
        apply=_history_exchanged,
    ),
    label_and_prompt_operator(
        "history_starts_in_the_middle",
        {
            "multi_party_transaction": (
                "/status_history/*/status",
                "multi_party_transaction.history_starts_with_initiated",
            )
        },
        _history_in_the_middle,
    ),
)
"""The operators of this module."""
