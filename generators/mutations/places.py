"""Places in a label: what its schema declares there, and what of it is left free."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from edgejson._typing import JSONValue, Pointer
from edgejson.core.pointers import join
from edgejson.generators.mutations.edit import Number, field_name, is_number
from edgejson.generators.mutations.operator import Victim

_FIXED = {"enum", "format", "pattern", "maxLength"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")


class Place(NamedTuple):
    """A value of a label with its pointer and what the schema says of it (nothing where it is free)."""

    pointer: Pointer
    value: JSONValue
    schema: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The field's name; that of the list, for an item."""
        return field_name(self.pointer)

    @property
    def parent(self) -> Pointer:
        """The pointer of the object or list that holds the value."""
        return self.pointer.rpartition("/")[0]


def places(victim: Victim) -> list[Place]:
    """Return every value of the victim's label but the label itself, parents first."""
    return list(_places(victim.schema, victim.label, ""))[1:]


def text_places(victim: Victim) -> list[Place]:
    """Return the texts in words: not those of enums, formats, patterns or fixed lengths, and no dates."""
    found = [place for place in places(victim) if isinstance(place.value, str) and place.value]
    free = [place for place in found if not _FIXED & place.schema.keys()]
    return [place for place in free if not _MOMENT.match(str(place.value))]


def number_places(victim: Victim) -> list[Place]:
    """Return the numbers of the victim's label."""
    return [place for place in places(victim) if is_number(place.value)]


def lists(victim: Victim, *, least: int = 1) -> list[Place]:
    """Return the lists with `least` items or more."""
    return [place for place in places(victim) if isinstance(place.value, list) and len(place.value) >= least]


def optional(victim: Victim) -> list[Place]:
    """Return the values that the schema declares and does not require."""
    required = {
        pointer + join(name)
        for pointer, _, schema in _places(victim.schema, victim.label, "")
        for name in schema.get("required", ())
    }
    found = [place for place in places(victim) if place.schema and not is_item(place.pointer)]
    return [place for place in found if place.pointer not in required]


def absent(victim: Victim) -> list[tuple[Pointer, Mapping[str, Any]]]:
    """Return the pointers, with schemas, of the declared fields that the objects of the label do not have."""
    return [
        (pointer + join(name), inner)
        for pointer, value, schema in _places(victim.schema, victim.label, "")
        if isinstance(value, dict)
        for name, inner in schema.get("properties", {}).items()
        if name not in value
    ]


def is_item(pointer: Pointer) -> bool:
    """Whether `pointer` leads to an item of a list."""
    return pointer.rpartition("/")[2].isdecimal()


def fits(schema: Mapping[str, Any], number: Number) -> bool:
    """Whether the schema of a number allows `number`."""
    whole = schema.get("type") != "integer" or number == int(number)
    return bool(whole and schema.get("minimum", number) <= number <= schema.get("maximum", number))


def _places(schema: Mapping[str, Any], value: JSONValue, pointer: Pointer) -> Iterator[Place]:
    yield Place(pointer, value, schema)
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _places(schema.get("properties", {}).get(name, {}), item, pointer + join(name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places(schema.get("items", {}), item, f"{pointer}/{index}")
