"""Networks of devices in buildings; every id that is referred to exists."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times, places
from edgejson.generators.vocabulary.devices import MODELS, Model
from edgejson.generators.vocabulary.money import places_of, quotient
from edgejson.generators.world import World, require, stated

_ROOMS = (
    "Lobby",
    "Server Room",
    "Meeting Room 3",
    "Kitchen",
    "Warehouse Aisle 4",
    "Open Office",
    "Laboratory",
    "Loading Dock",
    "Archive",
    "Stairwell",
)
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
_LINKS = ("zigbee", "zwave", "wifi", "bluetooth", "ethernet")
_MODES = ("normal", "eco", "high precision", "night", "away")
_PURPOSES = ("Network", "Climate", "Security", "Automation", "Lighting")
_RULES = {
    "value_threshold": ("Limit watch", "Comfort range", "High reading response"),
    "time_based": ("Night setback", "Morning start", "Evening routine"),
    "state_change": ("Away mode", "Door watch", "Activity response"),
}
_ALERTS = (
    "low battery",
    "signal lost",
    "threshold exceeded",
    "firmware outdated",
    "tamper detected",
    "reboot loop",
)


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    size = draws.choice((0, 0, 1, 1, 2))
    percent = (25, 55, 85)[size]
    checked = date_times.moment(draws, date_times.zone(draws))
    models = draws.some(MODELS, 1 + size, 2 + size)
    ids = _ids(draws, models)
    statuses = [draws.choice(_STATUSES) for _ in models]
    devices = [
        _device(draws, model, own, status, ids, checked, percent)
        for model, own, status in zip(models, ids, statuses, strict=True)
    ]
    building = draws.choice(_BUILDINGS)
    return stated(
        {
            "network_id": draws.choice(("net-{h}", "NET-{n}", "iot_{h}")).format(
                h=draws.hexes(6), n=draws.digits(5)
            ),
            "network_name": f"{building} {draws.choice(_PURPOSES)}",
            "location": _location(draws, building, percent) if draws.chance(percent) else None,
            "devices": devices,
            "automation_rules": _rules(draws, models, ids, checked, size) if draws.chance(percent) else None,
            "telemetry_summary": _telemetry(draws, ids, checked, percent) if draws.chance(percent) else None,
            "network_health": _health(draws, statuses, checked) if draws.chance(40 + percent // 2) else None,
        }
    )


def _ids(draws: Draws, models: list[Model]) -> list[str]:
    start = draws.between(100, 900)
    form = draws.choice(("{kind}-{n}", "dev-{n}", "{short}{n}"))
    return [
        form.format(kind=model.kind, short=model.kind[:3].upper(), n=start + number)
        for number, model in enumerate(models)
    ]


def _location(draws: Draws, building: str, percent: int) -> JSONObject:
    latitude, longitude = places.coordinates(draws, places.place(draws))
    spot: JSONObject = {"latitude": latitude, "longitude": longitude}
    return stated(
        {
            "building": building,
            "floor": draws.optional(
                70, lambda: draws.choice(("Ground floor", "1st floor", "2nd floor", "3rd floor", "Basement"))
            ),
            "room": draws.optional(60, lambda: draws.choice(_ROOMS)),
            "coordinates": draws.optional(percent, lambda: spot),
        }
    )


def _device(
    draws: Draws, model: Model, own: str, status: str, ids: list[str], checked: datetime, percent: int
) -> JSONObject:
    silent = draws.between(40, 3000) if status == "online" else draws.between(7200, 400_000)
    seen = date_times.later(draws, checked, -silent, -silent + 30)
    others = [each for each in ids if each != own]
    version = f"{draws.between(1, 6)}.{draws.between(0, 19)}.{draws.between(0, 9)}"
    branded = draws.chance(percent)
    return stated(
        {
            "device_id": own,
            "device_name": f"{draws.choice(_ROOMS)} {model.name}",
            "device_type": model.kind,
            "manufacturer": model.maker if branded else None,
            "model": model.model if branded else None,
            "firmware_version": draws.optional(percent, lambda: version),
            "status": status,
            "last_seen": draws.optional(percent, lambda: date_times.text(seen)),
            "capabilities": draws.optional(percent, lambda: draws.some(model.capabilities, 1, 3)),
            "current_state": _state(draws, model, status) if draws.chance(percent) else None,
            "configuration": _configuration(draws, model) if draws.chance(percent) else None,
            "connections": _connections(draws, others) if others and draws.chance(percent) else None,
        }
    )


def _state(draws: Draws, model: Model, status: str) -> JSONObject:
    on = status != "offline"
    return stated(
        {
            "power": on,
            "battery_level": draws.between(4, 100) if model.kind == "sensor" and draws.chance(80) else None,
            "signal_strength": draws.optional(65, lambda: -draws.between(38, 92)),
            "readings": {model.reading[0]: _reading(draws, model)} if on and model.reading else None,
        }
    )


def _reading(draws: Draws, model: Model) -> JSONValue:
    assert model.reading is not None
    value = draws.decimal(*model.reading[1:])
    return value if "." in model.reading[1] else int(value)


def _configuration(draws: Draws, model: Model) -> JSONObject:
    limits: JSONObject = {}
    if model.reading is not None:
        low, high = (int(Decimal(bound)) for bound in model.reading[1:])
        limits[f"{model.reading[0]}_max"] = draws.between((low + high) // 2, high)
    return stated(
        {
            "polling_interval_seconds": draws.choice((30, 60, 120, 300, 600, 900)),
            "alert_thresholds": draws.optional(60, lambda: limits),
            "operating_mode": draws.optional(70, lambda: draws.choice(_MODES)),
        }
    )


def _connections(draws: Draws, others: list[str]) -> list[JSONObject]:
    return [
        stated(
            {
                "connected_device_id": other,
                "connection_type": draws.choice(_LINKS),
                "signal_quality": draws.optional(70, lambda: draws.between(35, 100)),
            }
        )
        for other in draws.some(others, 1, 2)
    ]


def _rules(
    draws: Draws, models: list[Model], ids: list[str], checked: datetime, size: int
) -> list[JSONObject]:
    rules: list[JSONObject] = []
    for number in range(draws.between(1, 1 + size)):
        where = draws.below(len(ids))
        kind, trigger = _trigger(draws, ids[where], models[where])
        rules.append(
            stated(
                {
                    "rule_id": f"rule-{draws.between(10, 89) + 10 * number}{number}",
                    "rule_name": draws.choice(_RULES[kind]),
                    "enabled": draws.chance(80),
                    "triggers": [trigger],
                    "actions": [_action(draws, draws.choice(ids))],
                    "priority": draws.optional(60, lambda: draws.between(1, 10)),
                    "last_triggered": draws.optional(
                        40, lambda: date_times.text(date_times.later(draws, checked, -600_000, -900))
                    ),
                }
            )
        )
    return rules


def _trigger(draws: Draws, device: str, model: Model) -> tuple[str, JSONObject]:
    """Return the condition type and the trigger on a device."""
    value: JSONValue
    if model.reading is not None and draws.chance(60):
        low, high = (int(Decimal(bound)) for bound in model.reading[1:])
        kind, value = "value_threshold", draws.between(low + 1, high)
        operator = draws.choice(("greater_than", "less_than"))
    elif draws.chance(50):
        kind, value = "time_based", draws.choice(("sunset", "sunrise", "22:30", "06:15"))
        operator = "equals"
    else:
        kind, value = "state_change", draws.choice(("opened", "closed", "offline", "motion"))
        operator = "equals"
    return kind, {"device_id": device, "condition_type": kind, "condition_value": value, "operator": operator}


def _action(draws: Draws, target: str) -> JSONObject:
    options: tuple[tuple[str, JSONObject], ...] = (
        ("set_level", {"level": draws.between(1, 100)}),
        ("notify", {"channel": "facility team"}),
        ("switch", {"state": draws.choice(("power off", "power on"))}),
        ("record", {"duration_seconds": draws.choice((15, 30, 60))}),
    )
    kind, parameters = draws.choice(options)
    return stated(
        {
            "target_device_id": target,
            "action_type": kind,
            "action_parameters": draws.optional(80, lambda: stated(parameters)),
            "delay_seconds": draws.optional(50, lambda: draws.choice((0, 5, 10, 30, 120))),
        }
    )


def _telemetry(draws: Draws, ids: list[str], checked: datetime, percent: int) -> JSONObject:
    hours = draws.choice((24, 1, 6, 12, 48, 168))
    points = len(ids) * hours * draws.between(4, 60) + draws.between(0, 7)
    anomalies = draws.between(1, 12)
    alerts = [
        stated(
            {
                "alert_id": f"alert-{draws.digits(4)}{number}",
                "device_id": draws.choice(ids),
                "alert_type": kind,
                "severity": draws.choice(("low", "medium", "high", "critical")),
                "timestamp": date_times.text(date_times.later(draws, checked, -3600 * hours, -60)),
                "resolved": draws.chance(60),
            }
        )
        for number, kind in enumerate(draws.some(_ALERTS, 1, 2))
    ]
    places = draws.choice((1, 2))
    return stated(
        {
            "reporting_period_hours": hours,
            "total_data_points": points + anomalies,
            "average_readings_per_device": draws.optional(
                75, lambda: quotient(points + anomalies, len(ids), places)
            ),
            "anomalies_detected": draws.optional(75, lambda: anomalies),
            "alerts_generated": alerts if draws.chance(percent) else None,
        }
    )


def _health(draws: Draws, statuses: list[str], checked: datetime) -> JSONObject:
    down = len(statuses) - statuses.count("online")
    overall = "healthy" if down == 0 else "critical" if 2 * down > len(statuses) else "degraded"
    return stated(
        {
            "overall_status": overall,
            "uptime_percentage": draws.optional(75, lambda: draws.decimal("91.00", "99.99")),
            "devices_online": statuses.count("online"),
            "devices_offline": statuses.count("offline"),
            "last_health_check": draws.optional(70, lambda: date_times.text(checked)),
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
