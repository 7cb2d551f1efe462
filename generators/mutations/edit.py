"""Finding and replacing values in a label, and in the prompt along with it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.json_text import compact
from edgejson.pointers import leaves, split

Number: TypeAlias = Decimal | int


def at(label: JSONValue, pointer: Pointer) -> JSONValue:
    """Return the value at `pointer`; KeyError or IndexError where there is none."""
    for token in split(pointer):
        label = label[int(token)] if isinstance(label, list) else _object(label)[token]
    return label


def put(label: JSONValue, pointer: Pointer, value: JSONValue) -> None:
    """Replace the value at `pointer`, whose parent must exist."""
    *above, last = split(pointer)
    for token in above:
        label = label[int(token)] if isinstance(label, list) else _object(label)[token]
    if isinstance(label, list):
        label[int(last)] = value
    else:
        _object(label)[last] = value


def remove(label: JSONValue, pointer: Pointer) -> JSONValue:
    """Remove the value at `pointer` and return it."""
    *above, last = split(pointer)
    for token in above:
        label = label[int(token)] if isinstance(label, list) else _object(label)[token]
    return label.pop(int(last)) if isinstance(label, list) else _object(label).pop(last)


def numbers(label: JSONValue) -> Iterator[tuple[Pointer, Number]]:
    """Yield the numbers of a label with their pointers."""
    for pointer, value in leaves(label):
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            yield pointer, value


def texts(label: JSONValue) -> Iterator[tuple[Pointer, str]]:
    """Yield the texts of a label with their pointers."""
    for pointer, value in leaves(label):
        if isinstance(value, str):
            yield pointer, value


def step(value: Number, units: int) -> Number:
    """Return `value` moved by `units` of its last written digit."""
    if isinstance(value, int):
        return value + units
    exponent = value.as_tuple().exponent
    return value + Decimal(units).scaleb(exponent if isinstance(exponent, int) else 0)


def restated(prompt: str, before: Number, after: Number) -> str | None:
    """Return `prompt` with the one statement of the number `before` replaced, None if there are more."""
    spelling = re.compile(rf"(?<![\w.,]){re.escape(compact(before))}(?![\w]|[.,]\d)")
    return spelling.sub(compact(after), prompt) if len(spelling.findall(prompt)) == 1 else None


def _object(value: JSONValue) -> JSONObject:
    if not isinstance(value, dict):
        raise KeyError("not an object")
    return value
