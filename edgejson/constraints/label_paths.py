"""The values of a label that a path names, each with its pointer."""

from decimal import Decimal
from typing import NamedTuple, TypeAlias

from edgejson._typing import JSONObject, JSONValue, Pointer

Path: TypeAlias = str
"""Plain names joined by ``/``, in which ``*`` stands for every item of a list: ``devices/*/device_id``."""

Number: TypeAlias = Decimal | int

LABEL: Pointer = "/expected_output"
# More digits than any double can need; arithmetic on a longer spelling would only cost time.
_MOST_DIGITS = 400


class LabelText(NamedTuple):
    """A text and where it stands."""

    pointer: Pointer
    value: str


class LabelNumber(NamedTuple):
    """A number and where it stands."""

    pointer: Pointer
    value: Number


def values_at(value: JSONValue, path: Path, *, at: Pointer = LABEL) -> list[tuple[Pointer, JSONValue]]:
    """Return (pointer, value) for what `path` names in `value`, which stands `at` a pointer, in order.

    By default `value` is a label. Nothing is returned where the path leads nowhere.
    """
    found = [(at, value)]
    for name in path.split("/"):
        if name == "*":
            lists = [(pointer, one) for pointer, one in found if isinstance(one, list)]
            found = [(f"{pointer}/{index}", item) for pointer, one in lists for index, item in enumerate(one)]
        else:
            found = [
                (f"{pointer}/{name}", one[name])
                for pointer, one in found
                if isinstance(one, dict) and name in one
            ]
    return found


def texts(value: JSONValue, *paths: Path, at: Pointer = LABEL) -> list[LabelText]:
    """Return the texts at the paths, in order; other values are the schema's business."""
    found = (one for path in paths for one in values_at(value, path, at=at))
    return [LabelText(pointer, one) for pointer, one in found if isinstance(one, str)]


def text(value: JSONValue, path: Path, *, at: Pointer = LABEL) -> LabelText | None:
    """Return the text at a path without ``*``, None where there is none."""
    return next(iter(texts(value, path, at=at)), None)


def numbers(value: JSONValue, *paths: Path, at: Pointer = LABEL) -> list[LabelNumber]:
    """Return the numbers at the paths, in order; other values are the schema's business."""
    found = (one for path in paths for one in values_at(value, path, at=at))
    return [LabelNumber(pointer, number) for pointer, one in found if (number := _number(one)) is not None]


def number(value: JSONValue, path: Path, *, at: Pointer = LABEL) -> LabelNumber | None:
    """Return the number at a path without ``*``, None where there is none."""
    return next(iter(numbers(value, path, at=at)), None)


def objects(value: JSONValue, path: Path, *, at: Pointer = LABEL) -> list[tuple[Pointer, JSONObject]]:
    """Return the objects at the path with their pointers, in order."""
    return [(pointer, one) for pointer, one in values_at(value, path, at=at) if isinstance(one, dict)]


def _number(value: JSONValue) -> Number | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if isinstance(value, Decimal):
        _, digits, exponent = value.as_tuple()
        if not isinstance(exponent, int) or len(digits) + abs(exponent) > _MOST_DIGITS:
            return None
    return value
