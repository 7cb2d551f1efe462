"""The values of a label that a path names, each with its pointer."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.pointers import join, split

Path: TypeAlias = str
"""A JSON Pointer into a label in which ``*`` stands for every item of a list: ``/devices/*/device_id``.

Plain names may do without the first ``/``.
"""

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
    for name in names_of(path):
        if name == "*":
            lists = [(pointer, one) for pointer, one in found if isinstance(one, list)]
            found = [(f"{pointer}/{index}", item) for pointer, one in lists for index, item in enumerate(one)]
            continue
        step = join(name)
        found = [
            (pointer + step, one[name] if isinstance(one, dict) else one[int(name)])
            for pointer, one in found
            if (isinstance(one, dict) and name in one) or (isinstance(one, list) and _is_index(name, one))
        ]
    return found


def names_of(path: Path) -> tuple[str, ...]:
    """Return the unescaped names of a path."""
    return split(path if path.startswith("/") else f"/{path}")


def _is_index(name: str, items: list[JSONValue]) -> bool:
    return name.isascii() and name.isdecimal() and len(name) < 10 and int(name) < len(items)


def scoped(label: JSONValue, *paths: Path) -> Iterator[tuple[Path, ...]]:
    """Yield the paths once for each item of the innermost list that they have in common.

    In these, the item's own index stands for the ``*`` of that list and of those around it. Paths that have
    no list in common are yielded as they are.
    """
    split_paths = [names_of(path) for path in paths]
    depth = 0
    for index, level in enumerate(zip(*split_paths, strict=False), 1):
        if len(set(level)) > 1:
            break
        if level[0] == "*":
            depth = index
    shared = join(*split_paths[0][:depth])
    for place, _ in values_at(label, shared, at="") if depth else [("", label)]:
        yield tuple(place + join(*names[depth:]) for names in split_paths)


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
    return [LabelNumber(pointer, number) for pointer, one in found if (number := as_number(one)) is not None]


def number(value: JSONValue, path: Path, *, at: Pointer = LABEL) -> LabelNumber | None:
    """Return the number at a path without ``*``, None where there is none."""
    return next(iter(numbers(value, path, at=at)), None)


def objects(value: JSONValue, path: Path, *, at: Pointer = LABEL) -> list[tuple[Pointer, JSONObject]]:
    """Return the objects at the path with their pointers, in order."""
    return [(pointer, one) for pointer, one in values_at(value, path, at=at) if isinstance(one, dict)]


def as_number(value: JSONValue) -> Number | None:
    """Return `value` if it is a number that can be computed with, else None."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if isinstance(value, Decimal):
        _, digits, exponent = value.as_tuple()
        if not isinstance(exponent, int) or len(digits) + abs(exponent) > _MOST_DIGITS:
            return None
    return value
