"""Operators on references: what a label points to is not in it, and the prompt points there too."""

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import matching_pointers, value_at
from edgejson.generators.mutations.operator import TargetRecord
from edgejson.generators.mutations.operator_factories import (
    PathsAndRules,
    ValueChange,
    label_and_prompt_operator,
)

_ATTENDEES = "meeting_notes.actions_are_assigned_to_attendees"
_DEVICES = "iot_device_network.devices_referred_to_exist"
_LEADS = "nested_organization.team_leads_are_employees"


def _iot(path: str) -> PathsAndRules:
    return {"iot_device_network": (path, _DEVICES)}


def _unknown_id(target: TargetRecord, _: Pointer, value: JSONValue) -> str | None:
    """Return an id of the same form that stands nowhere in the prompt."""
    text = str(value)
    stem = text.rstrip("0123456789")
    width = len(text) - len(stem)
    for number in range(10**width - 1, 10 ** max(width - 1, 0), -1):
        if f"{stem}{number}" not in target.prompt:
            return f"{stem}{number}"
    return None


def _stranger(target: TargetRecord, _: Pointer, value: JSONValue) -> str | None:
    name = "Quentin Oldfield"
    return None if name in target.prompt or name == value else name


def _referred_to(*paths: str) -> ValueChange:
    """Return what gives a thing another id, if the label refers to it by the one that it has."""

    def new(target: TargetRecord, pointer: Pointer, value: JSONValue) -> str | None:
        references = [
            value_at(target.label, one) for path in paths for one in matching_pointers(target.label, path)
        ]
        return _unknown_id(target, pointer, value) if value in references else None

    return new


def _assigned(target: TargetRecord, pointer: Pointer, value: JSONValue) -> str | None:
    assigned = [
        value_at(target.label, one) for one in matching_pointers(target.label, "/action_items/*/assigned_to")
    ]
    return _stranger(target, pointer, value) if value in assigned else None


_CONNECTION = "/devices/*/connections/*/connected_device_id"
_TRIGGER = "/automation_rules/*/triggers/*/device_id"
_ACTION = "/automation_rules/*/actions/*/target_device_id"
_ALERT = "/telemetry_summary/alerts_generated/*/device_id"

REFERENCES = (
    label_and_prompt_operator(
        "action_assigned_to_a_stranger",
        {"meeting_notes": ("/action_items/*/assigned_to", _ATTENDEES)},
        _stranger,
    ),
    label_and_prompt_operator(
        "attendee_with_an_action_renamed", {"meeting_notes": ("/attendees/*/name", _ATTENDEES)}, _assigned
    ),
    label_and_prompt_operator("connection_to_no_device", _iot(_CONNECTION), _unknown_id),
    label_and_prompt_operator("trigger_of_no_device", _iot(_TRIGGER), _unknown_id),
    label_and_prompt_operator("action_on_no_device", _iot(_ACTION), _unknown_id),
    label_and_prompt_operator("alert_of_no_device", _iot(_ALERT), _unknown_id),
    label_and_prompt_operator(
        "device_referred_to_renamed",
        _iot("/devices/*/device_id"),
        _referred_to(_CONNECTION, _TRIGGER, _ACTION, _ALERT),
    ),
    label_and_prompt_operator(
        "team_led_by_nobody_listed",
        {"nested_organization": ("/departments/*/teams/*/team_lead/employee_id", _LEADS)},
        _unknown_id,
    ),
)
"""The operators of this module."""
