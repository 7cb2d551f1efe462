"""Device networks: references lead to devices, counts and averages are right, percentages are percentages."""

from collections.abc import Iterator
from fractions import Fraction

from edgejson.constraints.derived_numbers import follows, not_above, outside
from edgejson.constraints.label_paths import number, numbers, texts, values_at
from edgejson.constraints.references import dangling
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("iot_device_network",)
_STATUSES = frozenset({"online", "offline", "error", "maintenance"})
_REFERENCES = (
    "devices/*/connections/*/connected_device_id",
    "automation_rules/*/triggers/*/device_id",
    "automation_rules/*/actions/*/target_device_id",
    "telemetry_summary/alerts_generated/*/device_id",
)


@check(kind="reference", schemas=_SCHEMAS, needs=())
def devices_referred_to_exist(record: Record) -> Iterator[Mismatch]:
    """Every device id in connections, triggers, actions and alerts belongs to a device of the network."""
    devices = texts(record.label, "devices/*/device_id")
    if devices and len(devices) == len(values_at(record.label, "devices/*")):
        known = {device.value for device in devices}
        yield from dangling(texts(record.label, *_REFERENCES), known, what="network's devices")


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def devices_are_counted_by_status(record: Record) -> Iterator[Mismatch]:
    """The numbers of devices online and offline match the devices with that status."""
    statuses = [status.value for status in texts(record.label, "devices/*/status")]
    if (
        not statuses
        or len(statuses) < len(values_at(record.label, "devices/*"))
        or not _STATUSES.issuperset(statuses)
    ):
        return
    wrong = []
    for status in ("online", "offline"):
        stated, count = number(record.label, f"network_health/devices_{status}"), statuses.count(status)
        if stated is not None and stated.value != count:
            wrong.append((stated, count))
    if len(wrong) == 2 and sum(stated.value for stated, _ in wrong) == sum(count for _, count in wrong):
        # One device with the wrong status makes both counts wrong, in opposite directions.
        wrong = wrong[:1]
    for stated, count in wrong:
        expected = f"{count}, the number of devices with that status"
        yield Mismatch(pointer=stated.pointer, expected=expected, actual=stated.value)


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def average_readings_follow(record: Record) -> Iterator[Mismatch]:
    """The average of readings per device is the number of data points over the number of devices."""
    devices = len(values_at(record.label, "devices/*"))
    points = number(record.label, "telemetry_summary/total_data_points")
    if points is not None and devices:
        average = number(record.label, "telemetry_summary/average_readings_per_device")
        yield from follows(average, Fraction(points.value) / devices)


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def anomalies_are_data_points(record: Record) -> Iterator[Mismatch]:
    """There are no more anomalies than data points."""
    return not_above(
        number(record.label, "telemetry_summary/anomalies_detected"),
        number(record.label, "telemetry_summary/total_data_points"),
    )


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def uptime_is_a_percentage(record: Record) -> Iterator[Mismatch]:
    """The uptime is from 0 to 100 %."""
    return outside(numbers(record.label, "network_health/uptime_percentage"), 0, 100)


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=())
def signal_quality_is_a_percentage(record: Record) -> Iterator[Mismatch]:
    """The signal quality of a connection is from 0 to 100 %."""
    return outside(numbers(record.label, "devices/*/connections/*/signal_quality"), 0, 100)
