"""Operators on the items of a list: lost, invented, repeated, in another order."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from edgejson._typing import JSONValue
from edgejson.generators.mutations.edit import is_number, remove_value
from edgejson.generators.mutations.label_values import (
    LabelValue,
    fits_schema,
    list_values,
)
from edgejson.generators.mutations.operator import Mutant, TargetRecord, mutant, value_mutant
from edgejson.generators.mutations.operator_factories import grounding_operator, shuffled

_DROPPED = "grounding.stated_values_are_in_the_label"


_INVENTED = "grounding.values_are_stated_in_the_prompt"


_ORDER = "grounding.list_items_keep_their_order"


def _item_dropped(target: TargetRecord) -> Mutant | None:
    for entry in shuffled(target, list_values(target, least=2)):
        index = target.random.randrange(_length(entry))
        if _length(entry) > entry.schema.get("minItems", 0):
            pointer = f"{entry.pointer}/{index}"
            return value_mutant(target, pointer, remove_value(target.label, pointer), None)
    return None


def _item_repeated(target: TargetRecord) -> Mutant | None:
    for entry in shuffled(target, list_values(target)):
        items = _items(entry)
        index = target.random.randrange(len(items))
        items.insert(index + 1, deepcopy(items[index]))
        return mutant(target, f"{entry.pointer}/{index} repeated")
    return None


def _text_item_invented(target: TargetRecord) -> Mutant | None:
    for entry in shuffled(target, list_values(target)):
        if all(isinstance(item, str) and "@" not in item for item in _items(entry)):
            _items(entry).append("miscellaneous")
            return mutant(target, f"{entry.pointer}: miscellaneous added")
    return None


def _object_item_invented(target: TargetRecord) -> Mutant | None:
    """Add an item of the form of the last one, with other texts and numbers in it."""
    for entry in shuffled(target, list_values(target)):
        last = _items(entry)[-1]
        other = _resembling(last, entry.schema.get("items", {}))
        if isinstance(last, dict) and other != last:
            _items(entry).append(other)
            return mutant(target, f"{entry.pointer}: an item added")
    return None


def _resembling(value: JSONValue, schema: Mapping[str, Any]) -> JSONValue:
    if isinstance(value, dict):
        return {k: _resembling(v, schema.get("properties", {}).get(k, {})) for k, v in value.items()}
    if isinstance(value, list):
        return [_resembling(item, schema.get("items", {})) for item in value]
    if isinstance(value, bool) or "enum" in schema:
        return value
    if is_number(value):
        other = value + 7 if fits_schema(schema, value + 7) else value - 7
        return other if fits_schema(schema, other) else value
    if schema.get("format") == "email":
        return "pat.oldfield@invented.example"
    return value if "format" in schema else "Invented Zebra 909"


def _neighbours_exchanged(target: TargetRecord) -> Mutant | None:
    for entry in shuffled(target, list_values(target, least=2)):
        items = _items(entry)
        index = target.random.randrange(len(items) - 1)
        if items[index] != items[index + 1]:
            items[index], items[index + 1] = items[index + 1], items[index]
            return mutant(target, f"{entry.pointer}/{index} and the next item exchanged")
    return None


def _reversed(target: TargetRecord) -> Mutant | None:
    for entry in shuffled(target, list_values(target, least=2)):
        items = _items(entry)
        if items != items[::-1]:
            items.reverse()
            return mutant(target, f"{entry.pointer} reversed")
    return None


def _items_joined(target: TargetRecord) -> Mutant | None:
    for entry in shuffled(target, list_values(target, least=2)):
        items = _items(entry)
        if all(isinstance(item, str) and "@" not in item for item in items):
            items[:2] = [f"{items[0]}, {items[1]}"]
            return mutant(target, f"{entry.pointer}: two items joined in one")
    return None


def _items(entry: LabelValue) -> list[JSONValue]:
    assert isinstance(entry.value, list)
    return entry.value


def _length(entry: LabelValue) -> int:
    return len(_items(entry))


ITEMS = (
    grounding_operator("item_dropped", _DROPPED, _item_dropped),
    grounding_operator("item_repeated", "grounding.list_items_are_those_stated", _item_repeated),
    grounding_operator("text_item_invented", _INVENTED, _text_item_invented),
    grounding_operator("object_item_invented", _INVENTED, _object_item_invented),
    grounding_operator("items_exchanged", _ORDER, _neighbours_exchanged),
    grounding_operator("items_reversed", _ORDER, _reversed),
    # One item is missing then, and one is not as stated.
    grounding_operator("two_items_joined", _DROPPED, _items_joined, "grounding.texts_*"),
)
"""The operators of this module."""
