"""Rows that come as Python values, as lines of JSON: nothing in them is rounded, and nothing is hidden."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any

from edgejson.core.source import Block

ROWS_OF_BLOCK = 1000

_text = json.JSONEncoder(ensure_ascii=False).encode


def row_blocks(rows: Iterable[Any]) -> Iterator[Block]:
    """Yield `rows` in blocks, a line each."""
    remaining = iter(rows)
    number = 1
    while lines := [row_text(row) for row in islice(remaining, ROWS_OF_BLOCK)]:
        content = "".join(f"{line}\n" for line in lines)
        # A lone surrogate stays the escape that the strict decoder finds.
        yield Block(first_line=number, offset=0, data=content.encode("utf-8", "backslashreplace"))
        number += len(lines)


def row_text(value: Any) -> str:
    """Return `value` as JSON; dates as ISO 8601 writes them, NaN as the NaN that strict JSON refuses."""
    match value:
        case dict():
            return (
                "{" + ",".join(f"{_text(str(name))}:{row_text(item)}" for name, item in value.items()) + "}"
            )
        case list() | tuple():
            return "[" + ",".join(map(row_text, value)) + "]"
        case bool() | int() | float() | str() | None:
            return _text(value)
        case Decimal():
            return str(value)
        case datetime() | date() | time():
            return _text(value.isoformat())
        case bytes():
            return _text(value.decode("utf-8", "replace"))
        case _:
            return _text(str(value))
