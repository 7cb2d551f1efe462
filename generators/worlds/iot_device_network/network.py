"""Networks of devices in buildings; every id that is referred to exists."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times, places
from edgejson.generators.vocabulary.devices import MODELS
from edgejson.generators.vocabulary.money import places_of, quotient
from edgejson.generators.world import World, require, without_empty
from edgejson.generators.worlds.iot_device_network.automation import build_rules
from edgejson.generators.worlds.iot_device_network.devices import ROOMS, build_device, build_ids
from edgejson.generators.worlds.iot_device_network.telemetry import build_health, build_telemetry

_BUILDINGS = (
    "Harbor House",
    "Building 7",
    "North Tower",
    "Old Mill",
    "Campus Library",
    "Plant 2",
    "Riverside Clinic",
    "Main Hall",
)


_STATUSES = ("online", "online", "online", "offline", "error", "maintenance")


_PURPOSES = ("Network", "Climate", "Security", "Automation", "Lighting")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    size = draws.choice((0, 0, 1, 1, 2))
    percent = (25, 55, 85)[size]
    checked = date_times.moment(draws, date_times.zone(draws))
    models = draws.some(MODELS, 1 + size, 2 + size)
    ids = build_ids(draws, models)
    statuses = [draws.choice(_STATUSES) for _ in models]
    devices = [
        build_device(draws, model, own, status, ids, checked, percent)
        for model, own, status in zip(models, ids, statuses, strict=True)
    ]
    building = draws.choice(_BUILDINGS)
    return without_empty(
        {
            "network_id": draws.choice(("net-{h}", "NET-{n}", "iot_{h}")).format(
                h=draws.hexes(6), n=draws.digits(5)
            ),
            "network_name": f"{building} {draws.choice(_PURPOSES)}",
            "location": draws.optional(percent, lambda: _location(draws, building, percent)),
            "devices": devices,
            "automation_rules": draws.optional(
                percent, lambda: build_rules(draws, models, ids, checked, size)
            ),
            "telemetry_summary": draws.optional(
                percent, lambda: build_telemetry(draws, ids, checked, percent)
            ),
            "network_health": draws.optional(
                40 + percent // 2, lambda: build_health(draws, statuses, checked)
            ),
        }
    )


def _location(draws: Draws, building: str, percent: int) -> JSONObject:
    latitude, longitude = places.coordinates(draws, places.place_with_coordinates(draws))
    spot: JSONObject = {"latitude": latitude, "longitude": longitude}
    return without_empty(
        {
            "building": building,
            "floor": draws.optional(
                70, lambda: draws.choice(("Ground floor", "1st floor", "2nd floor", "3rd floor", "Basement"))
            ),
            "room": draws.optional(60, lambda: draws.choice(ROOMS)),
            "coordinates": draws.optional(percent, lambda: spot),
        }
    )


def check(label: Any) -> None:
    """Raise unless every device that is referred to exists, and counts and averages follow."""
    devices, rules = label["devices"], label.get("automation_rules", [])
    ids = [device["device_id"] for device in devices]
    require(len(set(ids)) == len(ids), "device ids are unique")
    summary, health = label.get("telemetry_summary", {}), label.get("network_health", {})
    referred = [link["connected_device_id"] for device in devices for link in device.get("connections", [])]
    referred += [trigger["device_id"] for rule in rules for trigger in rule["triggers"]]
    referred += [action["target_device_id"] for rule in rules for action in rule["actions"]]
    referred += [alert["device_id"] for alert in summary.get("alerts_generated", [])]
    require(set(referred) <= set(ids), "every device that is referred to exists")
    statuses = [device["status"] for device in devices]
    require(
        health.get("devices_online", statuses.count("online")) == statuses.count("online"),
        "devices_online follows",
    )
    require(
        health.get("devices_offline", statuses.count("offline")) == statuses.count("offline"),
        "devices_offline follows",
    )
    require(0 <= health.get("uptime_percentage", 0) <= 100, "uptime is a percentage")
    if "average_readings_per_device" in summary:
        average = summary["average_readings_per_device"]
        require(
            average == quotient(summary["total_data_points"], len(ids), places_of(average)), "average follows"
        )
    require(
        summary.get("anomalies_detected", 0) <= summary.get("total_data_points", 0),
        "anomalies are data points",
    )
    qualities = [
        link.get("signal_quality", 0) for device in devices for link in device.get("connections", [])
    ]
    require(all(0 <= quality <= 100 for quality in qualities), "signal quality is a percentage")


WORLD = World(
    build=build,
    check=check,
    subject="device network",
    headings=(
        "IoT Device Network",
        "Device Network",
        "Smart Building Network",
        "Network Inventory",
        "Connected Devices",
    ),
)
