"""The devices of a network."""

from datetime import datetime
from decimal import Decimal

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.devices import Model
from edgejson.generators.world import without_empty

ROOMS = (
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


_LINKS = ("zigbee", "zwave", "wifi", "bluetooth", "ethernet")


_MODES = ("normal", "eco", "high precision", "night", "away")


def build_ids(draws: Draws, models: list[Model]) -> list[str]:
    """Return an id for each device."""
    start = draws.between(100, 900)
    form = draws.choice(("{kind}-{n}", "dev-{n}", "{short}{n}"))
    return [
        form.format(kind=model.kind, short=model.kind[:3].upper(), n=start + number)
        for number, model in enumerate(models)
    ]


def build_device(
    draws: Draws, model: Model, own: str, status: str, ids: list[str], checked: datetime, percent: int
) -> JSONObject:
    """Return a device."""
    silent = draws.between(40, 3000) if status == "online" else draws.between(7200, 400_000)
    seen = date_times.later(draws, checked, -silent, -silent + 30)
    others = [each for each in ids if each != own]
    version = f"{draws.between(1, 6)}.{draws.between(0, 19)}.{draws.between(0, 9)}"
    branded = draws.chance(percent)
    return without_empty(
        {
            "device_id": own,
            "device_name": f"{draws.choice(ROOMS)} {model.name}",
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
    return without_empty(
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
    return without_empty(
        {
            "polling_interval_seconds": draws.choice((30, 60, 120, 300, 600, 900)),
            "alert_thresholds": draws.optional(60, lambda: limits),
            "operating_mode": draws.optional(70, lambda: draws.choice(_MODES)),
        }
    )


def _connections(draws: Draws, others: list[str]) -> list[JSONObject]:
    return [
        without_empty(
            {
                "connected_device_id": other,
                "connection_type": draws.choice(_LINKS),
                "signal_quality": draws.optional(70, lambda: draws.between(35, 100)),
            }
        )
        for other in draws.some(others, 1, 2)
    ]
