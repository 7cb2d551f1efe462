"""Operators that put a value where another belongs: of another field, item or record."""

from collections.abc import Callable
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import combinations

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import is_number, last_field_name, remove_value, set_value, value_at
from edgejson.generators.mutations.label_values import (
    LabelValue,
    absent_fields,
    fits_schema,
    is_item,
    number_values,
    optional_values,
    text_values,
)
from edgejson.generators.mutations.operator import Mutant, TargetRecord, mutant
from edgejson.generators.mutations.operator_factories import grounding_operator, label_operator, shuffled

_PLACE = "grounding.values_stand_under_their_own_field"


def _exchanged(
    candidates: Callable[[TargetRecord], list[LabelValue]], *, in_one_object: bool
) -> Callable[[TargetRecord], Mutant | None]:
    """Return the exchange of two values: of fields of one object, or of one field in two items of a list."""

    def apply(target: TargetRecord) -> Mutant | None:
        for one, other in shuffled(target, list(combinations(candidates(target), 2))):
            if in_one_object:
                alike = one.parent == other.parent and not is_item(one.pointer)
            else:
                alike = one.name == other.name and _list_of(one) == _list_of(other) is not None
            if not alike or one.value == other.value or not (_holds(one, other) and _holds(other, one)):
                continue
            items = [value_at(target.label, entry.parent) for entry in (one, other)]
            set_value(target.label, one.pointer, other.value)
            set_value(target.label, other.pointer, one.value)
            if not in_one_object and _differ_only_in(one.name, *items):
                return None
            return mutant(target, f"{one.pointer} and {other.pointer} exchanged")
        return None

    return apply


def _differ_only_in(name: str, one: JSONValue, other: JSONValue) -> bool:
    """Whether two items would be exchanged as a whole if this field of theirs were."""
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    return {**one, name: None} == {**other, name: None}


def _list_of(entry: LabelValue) -> Pointer | None:
    """Return the list in one of whose objects the value is a field."""
    return entry.parent.rpartition("/")[0] if is_item(entry.parent) and not is_item(entry.pointer) else None


def _holds(entry: LabelValue, other: LabelValue) -> bool:
    """Whether the entry of one number or text can hold the other's value."""
    return not is_number(other.value) or fits_schema(entry.schema, other.value)


def _under_another_field(target: TargetRecord) -> Mutant | None:
    """Move an optional text to a field of the same object that the label does not have."""
    free = {(pointer.rpartition("/")[0], pointer): schema for pointer, schema in absent_fields(target)}
    known = {entry.pointer for entry in optional_values(target)}
    for entry in shuffled(target, [one for one in text_values(target) if one.pointer in known]):
        for (parent, pointer), schema in free.items():
            if (
                parent == entry.parent
                and schema.get("type") == "string"
                and not {"enum", "format"} & schema.keys()
            ):
                set_value(target.label, pointer, remove_value(target.label, entry.pointer))
                return mutant(target, f"{entry.pointer} moved to {last_field_name(pointer)}")
    return None


def _of_another_record(
    unlike: Callable[[JSONValue, JSONValue], bool],
) -> Callable[[TargetRecord, LabelValue], JSONValue]:
    """Return the change to what another record of the schema has at the pointer, if it is quite another."""

    def new(target: TargetRecord, entry: LabelValue) -> JSONValue:
        for other in target.others:
            if other["schema_id"] == target.schema_id:
                value = _value_at(other, entry.pointer)
                if value is not None and unlike(entry.value, value) and not _stated(target, value):
                    return deepcopy(value)
        return None

    return new


def _value_at(record: JSONValue, pointer: Pointer) -> JSONValue:
    try:
        return value_at(record, "/expected_output" + pointer)
    except (KeyError, IndexError):
        return None


def _stated(target: TargetRecord, value: JSONValue) -> bool:
    return str(value).casefold() in target.prompt.casefold()


def _without_shared_words(one: JSONValue, other: JSONValue) -> bool:
    if not isinstance(one, str) or not isinstance(other, str) or min(len(one), len(other)) < 4:
        return False
    return not set(one.casefold().split()) & set(other.casefold().split()) and not _is_alike(one, other)


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() > 0.4


def _other_number(one: JSONValue, other: JSONValue) -> bool:
    return is_number(one) and is_number(other) and abs(one) != abs(other)


SWAPS = (
    grounding_operator("texts_exchanged", _PLACE, _exchanged(text_values, in_one_object=True)),
    grounding_operator("numbers_exchanged", _PLACE, _exchanged(number_values, in_one_object=True)),
    grounding_operator("texts_exchanged_between_items", _PLACE, _exchanged(text_values, in_one_object=False)),
    grounding_operator(
        "numbers_exchanged_between_items", _PLACE, _exchanged(number_values, in_one_object=False)
    ),
    grounding_operator("text_under_another_field", _PLACE, _under_another_field),
    label_operator(
        "text_of_another_record",
        "grounding.texts_are_as_stated",
        text_values,
        _of_another_record(_without_shared_words),
    ),
    label_operator(
        "number_of_another_record",
        "grounding.numbers_are_as_stated",
        number_values,
        _of_another_record(_other_number),
    ),
)
"""The operators of this module."""
