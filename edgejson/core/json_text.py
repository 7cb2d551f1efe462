"""JSON text out of decoded values: compact, ordered as given, decimals exactly as they were read."""

import json
from decimal import Decimal

from edgejson._typing import JSONValue

_string = json.JSONEncoder(ensure_ascii=False).encode


def compact(value: JSONValue) -> str:
    """Return `value` as JSON without blanks; key order is kept and ``Decimal("1.50")`` stays ``1.50``.

    Raises TypeError for anything that is not a JSON value and ValueError for a number that JSON cannot
    write (NaN, Infinity).
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} has no JSON spelling")
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{_string(key)}:{compact(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(compact, value)) + "]"
    raise _not_json(value)


def _not_json(value: object) -> TypeError:
    hint = "; numbers are exact here, so use an int or a Decimal" if isinstance(value, float) else ""
    return TypeError(f"{type(value).__name__} is not a JSON value{hint}")
