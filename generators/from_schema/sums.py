"""Declared sums: ``"x-sum": {"subtotal": ["items/*/amount"], "total": ["subtotal", "tax"]}`` in an object.

A path names a field of the object, or, with ``*``, a field of every item of a list.
"""

from collections.abc import Iterator
from decimal import Decimal

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.errors import GenerationError
from edgejson.generators.schema_resolution import Schema


def parts_of(schema: Schema, required: set[str]) -> set[str]:
    """Return the fields that have to be there as the parts of declared sums that are `required`."""
    parts: set[str] = set()
    for total, paths in reversed(schema.get("x-sum", {}).items()):
        if total in required | parts:
            parts |= {path.partition("/")[0] for path in paths}
    return parts


def put_sums(schema: Schema, built: JSONObject) -> JSONObject:
    """Return an object with every declared sum put in; one without parts is left out.

    Sums are made in the order of their declaration, so that one may be a part of the next.
    """
    label = dict(built)
    for total, paths in schema.get("x-sum", {}).items():
        if total not in label:
            continue
        parts = [number for path in paths for number in _numbers(label, path.split("/"))]
        if not parts:
            del label[total]
            continue
        label[total] = (
            sum(parts, Decimal(0)) if any(isinstance(one, Decimal) for one in parts) else sum(parts)
        )
    return label


def _numbers(value: JSONValue, path: list[str]) -> Iterator[Decimal | int]:
    if not path:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise GenerationError(
                "a part of a declared sum is no number; x-sum names fields that are numbers"
            )
        yield value
    elif path[0] == "*":
        for item in value if isinstance(value, list) else ():
            yield from _numbers(item, path[1:])
    elif isinstance(value, dict) and path[0] in value:
        yield from _numbers(value[path[0]], path[1:])
