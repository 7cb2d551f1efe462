"""The values of a label, each with what its schema says of it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from edgejson._typing import JSONValue, Pointer
from edgejson.core.pointers import join
from edgejson.generators.mutations.edit import Number, is_number, last_field_name
from edgejson.generators.mutations.operator import TargetRecord

_FIXED = {"enum", "format", "pattern", "maxLength"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")


class LabelValue(NamedTuple):
    """A value of a label with its pointer and what the schema says of it (nothing where it is free)."""

    pointer: Pointer
    value: JSONValue
    schema: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The field's name; that of the list, for an item."""
        return last_field_name(self.pointer)

    @property
    def parent(self) -> Pointer:
        """The pointer of the object or list that holds the value."""
        return self.pointer.rpartition("/")[0]


def label_values(target: TargetRecord) -> list[LabelValue]:
    """Return every value of the target's label but the label itself, parents first."""
    return list(_places(target.schema, target.label, ""))[1:]


def text_values(target: TargetRecord) -> list[LabelValue]:
    """Return the texts in words: not those of enums, formats, patterns or fixed lengths, and no dates."""
    found = [entry for entry in label_values(target) if isinstance(entry.value, str) and entry.value]
    free = [entry for entry in found if not _FIXED & entry.schema.keys()]
    return [entry for entry in free if not _MOMENT.match(str(entry.value))]


def number_values(target: TargetRecord) -> list[LabelValue]:
    """Return the numbers of the target's label."""
    return [entry for entry in label_values(target) if is_number(entry.value)]


def list_values(target: TargetRecord, *, least: int = 1) -> list[LabelValue]:
    """Return the lists with `least` items or more."""
    return [
        entry for entry in label_values(target) if isinstance(entry.value, list) and len(entry.value) >= least
    ]


def optional_values(target: TargetRecord) -> list[LabelValue]:
    """Return the values that the schema declares and does not require."""
    required = {
        pointer + join(name)
        for pointer, _, schema in _places(target.schema, target.label, "")
        for name in schema.get("required", ())
    }
    found = [entry for entry in label_values(target) if entry.schema and not is_item(entry.pointer)]
    return [entry for entry in found if entry.pointer not in required]


def absent_fields(target: TargetRecord) -> list[tuple[Pointer, Mapping[str, Any]]]:
    """Return the pointers, with schemas, of the declared fields that the objects of the label do not have."""
    return [
        (pointer + join(name), inner)
        for pointer, value, schema in _places(target.schema, target.label, "")
        if isinstance(value, dict)
        for name, inner in schema.get("properties", {}).items()
        if name not in value
    ]


def is_item(pointer: Pointer) -> bool:
    """Whether `pointer` leads to an item of a list."""
    return pointer.rpartition("/")[2].isdecimal()


def fits_schema(schema: Mapping[str, Any], number: Number) -> bool:
    """Whether the schema of a number allows `number`."""
    whole = schema.get("type") != "integer" or number == int(number)
    return bool(whole and schema.get("minimum", number) <= number <= schema.get("maximum", number))


def _places(schema: Mapping[str, Any], value: JSONValue, pointer: Pointer) -> Iterator[LabelValue]:
    yield LabelValue(pointer, value, schema)
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _places(schema.get("properties", {}).get(name, {}), item, pointer + join(name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places(schema.get("items", {}), item, f"{pointer}/{index}")
