"""Declared orders: ``"x-order": [["pickup_time", "dropoff_time"]]`` in an object's schema.

Of each pair of fields, the second is not earlier than the first.
"""

from datetime import date

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.draws import Draws
from edgejson.generators.schema_resolution import Schema
from edgejson.generators.vocabulary import date_times


def put_orders(schema: Schema, built: JSONObject, draws: Draws) -> JSONObject:
    """Return an object in which the later date or time of each declared order follows the earlier one."""
    label = dict(built)
    for earlier, later in schema.get("x-order", ()):
        if earlier in label and later in label:
            follows = _after(label[earlier], draws)
            label[later] = label[later] if follows is None else follows
    return label


def _after(value: JSONValue, draws: Draws) -> str | None:
    """Return a date or date-time soon after `value`, in its form; None for another value."""
    if not isinstance(value, str):
        return None
    try:
        if "T" in value:
            return date_times.text(date_times.later(draws, date_times.read(value), 300, 40_000))
        return date_times.days_after(draws, date.fromisoformat(value), 0, 21).isoformat()
    except ValueError:
        return None
