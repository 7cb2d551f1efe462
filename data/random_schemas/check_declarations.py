"""What the schemas of this folder declare beyond JSON Schema: sums (``x-sum``) and orders (``x-order``)."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from edgejson import Mismatch, check
from edgejson.core.record import Record

SCHEMAS = Path(__file__).parent / "schemas"


@check(kind="arithmetic")
def declared_sums_are_right(record: Record) -> Iterator[Mismatch]:
    """Every declared total is the exact sum of its parts."""
    for total, paths in declared(record.schema_id).get("x-sum", {}).items():
        parts = [number for path in paths for number in values(record.label, path.split("/"))]
        if total in record.label and record.label[total] != sum(parts):
            pointer = f"/expected_output/{total}"
            yield Mismatch(pointer=pointer, expected=str(sum(parts)), actual=record.label[total])


@check(kind="temporal")
def declared_orders_are_kept(record: Record) -> Iterator[Mismatch]:
    """Of two times in a declared order, the second is not before the first."""
    for first, second in declared(record.schema_id).get("x-order", ()):
        if {first, second} <= record.label.keys():
            earlier, later = (datetime.fromisoformat(str(record.label[name])) for name in (first, second))
            if later < earlier:
                pointer = f"/expected_output/{second}"
                yield Mismatch(pointer=pointer, expected=f"{first} or later", actual=record.label[second])


@cache
def declared(schema_id: str) -> dict[str, Any]:
    """Return a schema of this folder."""
    document: dict[str, Any] = json.loads((SCHEMAS / f"{schema_id}.schema.json").read_text("utf-8"))
    return document


def values(value: Any, path: list[str]) -> list[Any]:
    """Return the values that `path` leads to; ``*`` is every item of a list."""
    if not path:
        return [value]
    inner = value if path[0] == "*" else [value[path[0]]] if path[0] in value else []
    return [number for item in inner for number in values(item, path[1:])]
