"""Scopes: the label itself and the items of each list of objects, as rows with the values by path."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from edgejson._typing import JSONValue
from edgejson.constraints.label_paths import Path, as_number
from edgejson.core.currency import currency_digits
from edgejson.core.pointers import join
from edgejson.core.record import Record

_MOST_ITEMS = 50


@dataclass(slots=True)
class Row:
    """One label, or one item of a list: its scalars, and those of the items of the lists in it, by path."""

    record: int
    digits: int
    scalars: dict[Path, JSONValue] = field(default_factory=dict)
    items: dict[Path, list[dict[Path, JSONValue]]] = field(default_factory=dict)


@dataclass(slots=True)
class Scope:
    """The rows of all labels, or of the items at a path that ends in ``*``."""

    path: Path
    rows: list[Row] = field(default_factory=list)

    def columns(self) -> Mapping[Path, list[JSONValue]]:
        """Return the values of each scalar that some row has, None where one has it not."""
        names = dict.fromkeys(path for row in self.rows for path in row.scalars)
        return {path: [row.scalars.get(path) for row in self.rows] for path in names}

    def numbers(self) -> dict[Path, list[Decimal | int | None]]:
        """Return the columns of numbers that are neither constant nor an id."""
        found = {}
        for path, values in self.columns().items():
            numbers = [as_number(value) for value in values]
            given = [one for one in numbers if one is not None]
            mixed = len(given) < sum(value is not None for value in values)
            if not mixed and len(set(given)) > 1 and not is_id(path, given):
                found[path] = numbers
        return found


def scopes(records: Sequence[Record]) -> list[Scope]:
    """Return the scope of the labels, and that of each list of objects in them."""
    root = Scope("")
    inner: dict[Path, Scope] = {}
    for index, record in enumerate(records):
        digits = currency_digits(record.prompt)
        root.rows.append(_row(record.label, "", index, digits))
        for path, item in _lists(record.label, ""):
            if isinstance(item, dict):
                inner.setdefault(path, Scope(path)).rows.append(_row(item, path, index, digits))
    return [root, *(scope for _, scope in sorted(inner.items()))]


def is_id(path: Path, values: Sequence[object]) -> bool:
    """Whether the numbers are ids: whole, never the same, and called so."""
    last = path.rpartition("/")[2].lower()
    named = last.endswith(("id", "code", "number", "_no", "year"))
    return named and all(isinstance(one, int) for one in values)


def _row(value: JSONValue, path: Path, record: int, digits: int) -> Row:
    row = Row(record, digits)
    _fill(value, path, row.scalars)
    for place, item in _lists(value, path):
        scalars: dict[Path, JSONValue] = {}
        _fill(item, place, scalars)
        row.items.setdefault(place, []).append(scalars)
    return row


def _fill(value: JSONValue, path: Path, into: dict[Path, JSONValue]) -> None:
    if isinstance(value, dict):
        for name, one in value.items():
            _fill(one, path + join(name), into)
    elif not isinstance(value, list):
        into[path] = value


def _lists(value: JSONValue, path: Path) -> Iterator[tuple[Path, JSONValue]]:
    """Yield the items of all lists in `value`, at whatever depth."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _lists(one, path + join(name))
    elif isinstance(value, list):
        for item in value[:_MOST_ITEMS]:
            yield f"{path}/*", item
            yield from _lists(item, f"{path}/*")
