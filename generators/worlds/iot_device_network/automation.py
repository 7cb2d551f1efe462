"""The automation rules of a network: what triggers them, and what they do."""

from datetime import datetime
from decimal import Decimal

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.devices import Model
from edgejson.generators.world import without_empty

_RULES = {
    "value_threshold": ("Limit watch", "Comfort range", "High reading response"),
    "time_based": ("Night setback", "Morning start", "Evening routine"),
    "state_change": ("Away mode", "Door watch", "Activity response"),
}


def build_rules(
    draws: Draws, models: list[Model], ids: list[str], checked: datetime, size: int
) -> list[JSONObject]:
    """Return the automation rules."""
    rules: list[JSONObject] = []
    for number in range(draws.between(1, 1 + size)):
        where = draws.below(len(ids))
        kind, trigger = _trigger(draws, ids[where], models[where])
        rules.append(
            without_empty(
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
    return without_empty(
        {
            "target_device_id": target,
            "action_type": kind,
            "action_parameters": draws.optional(80, lambda: without_empty(parameters)),
            "delay_seconds": draws.optional(50, lambda: draws.choice((0, 5, 10, 30, 120))),
        }
    )
