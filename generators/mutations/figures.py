"""Operators on counts, shares and derived figures, changed in the label and in the prompt."""

from collections.abc import Callable
from decimal import Decimal
from math import ceil

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.analytics_figures import ANALYTICS_FIGURES
from edgejson.generators.mutations.edit import (
    matching_pointers,
    number_at,
    replace_in_both,
    value_at,
)
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant
from edgejson.generators.mutations.operator_factories import (
    PathsAndRules,
    ValueChange,
    label_and_prompt_operator,
    shuffled,
)
from edgejson.generators.mutations.payment_figures import PAYMENT_FIGURES
from edgejson.generators.mutations.value_changes import (
    by_units,
    if_all_present,
    one_above,
    total_of,
)


def _network(path: str, rule: str) -> PathsAndRules:
    return {"iot_device_network": (path, f"iot_device_network.{rule}")}


def _company(path: str, rule: str) -> PathsAndRules:
    return {"nested_organization": (path, f"nested_organization.{rule}")}


def _below_count(counted: Callable[[TargetRecord], int]) -> ValueChange:
    return lambda target, _, __: counted(target) - 1


def _people(target: TargetRecord) -> int:
    """Return how many different people the organization lists."""
    paths = ("/departments/*/head", "/departments/*/teams/*/team_lead", "/departments/*/teams/*/members/*")
    ids = {
        str(value_at(target.label, one))
        for path in paths
        for one in matching_pointers(target.label, f"{path}/employee_id")
    }
    return len(ids)


def _page_after_the_last(target: TargetRecord, _: Pointer, __: JSONValue) -> JSONValue:
    size, total = (number_at(target.label, f"/pagination/{name}") for name in ("per_page", "total"))
    return None if size is None or total is None else max(1, ceil(total / size)) + 1


def _devices_online(target: TargetRecord) -> Mutant | None:
    """Have a device that is online be in maintenance; the counts stay."""
    counted = number_at(target.label, "/network_health/devices_online")
    for pointer in shuffled(target, matching_pointers(target.label, "/devices/*/status")):
        if (
            counted
            and value_at(target.label, pointer) == "online"
            and replace_in_both(target, pointer, "maintenance")
        ):
            return mutant(target, f"{pointer}: online -> maintenance")
    return None


def _allocations_over_100(target: TargetRecord, pointer: Pointer, value: JSONValue) -> JSONValue:
    """Give the last project so much that the member's shares sum to 101."""
    projects = pointer.split("/projects/")[0] + "/projects/*/allocation_percentage"
    after = 101 - total_of(target, projects) + Decimal(str(value))
    return int(after) if 0 < after <= 100 and after == int(after) else None


FIGURES = (
    *ANALYTICS_FIGURES,
    label_and_prompt_operator(
        "average_readings_off",
        _network("/telemetry_summary/average_readings_per_device", "average_readings_follow"),
        by_units(1),
    ),
    label_and_prompt_operator(
        "online_count_off",
        _network("/network_health/devices_online", "devices_are_counted_by_status"),
        by_units(1),
    ),
    label_and_prompt_operator(
        "offline_count_off",
        _network("/network_health/devices_offline", "devices_are_counted_by_status"),
        by_units(1),
    ),
    Operator(
        name="device_online_in_the_count_only",
        breaks="label",
        caught_by={"iot_device_network": "iot_device_network.devices_are_counted_by_status"},
        apply=_devices_online,
    ),
    label_and_prompt_operator(
        "anomalies_above_data_points",
        _network("/telemetry_summary/anomalies_detected", "anomalies_are_data_points"),
        one_above("/telemetry_summary/total_data_points"),
    ),
    *PAYMENT_FIGURES,
    label_and_prompt_operator(
        "allocations_above_100",
        _company(
            "/departments/*/teams/*/members/*/projects/*/allocation_percentage",
            "allocations_of_a_member_are_within_100",
        ),
        _allocations_over_100,
    ),
    label_and_prompt_operator(
        "fewer_employees_than_listed",
        _company("/total_employees", "employees_are_no_fewer_than_listed"),
        _below_count(_people),
    ),
    label_and_prompt_operator(
        "bmi_off",
        {"medical_encounter": ("/vitals/bmi", "medical_encounter.bmi_follows_from_height_and_weight")},
        if_all_present("/vitals/height_cm", "/vitals/weight_kg", new=by_units(1)),
    ),
    label_and_prompt_operator(
        "weight_off",
        {"medical_encounter": ("/vitals/weight_kg", "medical_encounter.bmi_follows_from_height_and_weight")},
        if_all_present("/vitals/height_cm", "/vitals/bmi", new=by_units(30)),
    ),
    label_and_prompt_operator(
        "page_after_the_last",
        {"api_response": ("/pagination/page", "api_response.page_is_one_that_exists")},
        _page_after_the_last,
    ),
)
"""The operators on figures of all schemas."""
