"""Operators on the fields and items of a label: lost, invented, repeated, exchanged."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import at, field_name, is_number, put, remove
from edgejson.generators.mutations.making import OF_SCHEMAS, in_label, shuffled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, changed, rewritten
from edgejson.generators.mutations.places import (
    Place,
    absent,
    fits,
    is_item,
    lists,
    number_places,
    optional,
    text_places,
)

_DROPPED = "grounding.stated_values_are_in_the_label"
_INVENTED = "grounding.values_are_stated_in_the_prompt"
_PLACE = "grounding.values_stand_under_their_own_field"
_ORDER = "grounding.list_items_keep_their_order"


def _operator(
    name: str, caught_by: str, apply: Callable[[Victim], Mutant | None], *companions: str
) -> Operator:
    return Operator(
        name=name,
        breaks="label",
        caught_by=caught_by,
        apply=apply,
        companions=frozenset({*OF_SCHEMAS, *companions}),
    )


def _dropped(kind: type[object] | tuple[type[object], ...]) -> Callable[[Victim], Mutant | None]:
    def apply(victim: Victim) -> Mutant | None:
        for place in shuffled(victim, optional(victim)):
            if isinstance(place.value, kind) and place.value not in ("", [], {}):
                return changed(victim, place.pointer, remove(victim.label, place.pointer), None)
        return None

    return apply


def _invented(
    kind: str, typical: Callable[[Mapping[str, Any]], JSONValue]
) -> Callable[[Victim], Mutant | None]:
    def apply(victim: Victim) -> Mutant | None:
        for pointer, schema in shuffled(victim, absent(victim)):
            if schema.get("required") or schema.get("minItems"):
                continue
            sort = "enum" if "enum" in schema else "moment" if "format" in schema else schema.get("type")
            if sort == kind or (kind == "number" and sort == "integer"):
                value = typical(schema)
                put(victim.label, pointer, value)
                return changed(victim, pointer, None, value)
        return None

    return apply


def _typical_choice(schema: Mapping[str, Any]) -> JSONValue:
    known = schema["enum"]
    usual = ("normal", "medium", "active", "pending", "open", "routine", "online", "primary")
    return str(next((one for one in usual if one in known), known[0]))


def _typical_number(schema: Mapping[str, Any]) -> JSONValue:
    return next(number for number in (0, 1, 13, 100) if fits(schema, number))


def _item_dropped(victim: Victim) -> Mutant | None:
    for place in shuffled(victim, _growing(victim, least=2)):
        index = victim.random.randrange(_length(place))
        if _length(place) > place.schema.get("minItems", 0):
            pointer = f"{place.pointer}/{index}"
            return changed(victim, pointer, remove(victim.label, pointer), None)
    return None


def _item_repeated(victim: Victim) -> Mutant | None:
    for place in shuffled(victim, _growing(victim)):
        items = _items(place)
        index = victim.random.randrange(len(items))
        items.insert(index + 1, deepcopy(items[index]))
        return rewritten(victim, f"{place.pointer}/{index} repeated")
    return None


def _text_item_invented(victim: Victim) -> Mutant | None:
    for place in shuffled(victim, _growing(victim)):
        if all(isinstance(item, str) and "@" not in item for item in _items(place)):
            _items(place).append("miscellaneous")
            return rewritten(victim, f"{place.pointer}: miscellaneous added")
    return None


def _object_item_invented(victim: Victim) -> Mutant | None:
    """Add an item of the form of the last one, with other texts and numbers in it."""
    for place in shuffled(victim, _growing(victim)):
        last = _items(place)[-1]
        other = _resembling(last, place.schema.get("items", {}))
        if isinstance(last, dict) and other != last:
            _items(place).append(other)
            return rewritten(victim, f"{place.pointer}: an item added")
    return None


def _resembling(value: JSONValue, schema: Mapping[str, Any]) -> JSONValue:
    if isinstance(value, dict):
        return {k: _resembling(v, schema.get("properties", {}).get(k, {})) for k, v in value.items()}
    if isinstance(value, list):
        return [_resembling(item, schema.get("items", {})) for item in value]
    if isinstance(value, bool) or "enum" in schema:
        return value
    if is_number(value):
        other = value + 7 if fits(schema, value + 7) else value - 7
        return other if fits(schema, other) else value
    if schema.get("format") == "email":
        return "pat.oldfield@invented.example"
    return value if "format" in schema else "Invented Zebra 909"


def _neighbours_exchanged(victim: Victim) -> Mutant | None:
    for place in shuffled(victim, _growing(victim, least=2)):
        items = _items(place)
        index = victim.random.randrange(len(items) - 1)
        if items[index] != items[index + 1]:
            items[index], items[index + 1] = items[index + 1], items[index]
            return rewritten(victim, f"{place.pointer}/{index} and the next item exchanged")
    return None


def _reversed(victim: Victim) -> Mutant | None:
    for place in shuffled(victim, _growing(victim, least=2)):
        items = _items(place)
        if items != items[::-1]:
            items.reverse()
            return rewritten(victim, f"{place.pointer} reversed")
    return None


def _items_joined(victim: Victim) -> Mutant | None:
    for place in shuffled(victim, _growing(victim, least=2)):
        items = _items(place)
        if all(isinstance(item, str) and "@" not in item for item in items):
            items[:2] = [f"{items[0]}, {items[1]}"]
            return rewritten(victim, f"{place.pointer}: two items joined in one")
    return None


def _growing(victim: Victim, *, least: int = 1) -> list[Place]:
    """Return the lists with `least` items or more."""
    return lists(victim, least=least)


def _items(place: Place) -> list[JSONValue]:
    assert isinstance(place.value, list)
    return place.value


def _length(place: Place) -> int:
    return len(_items(place))


def _exchanged(
    candidates: Callable[[Victim], list[Place]], *, in_one_object: bool
) -> Callable[[Victim], Mutant | None]:
    """Return the exchange of two values: of fields of one object, or of one field in two items of a list."""

    def apply(victim: Victim) -> Mutant | None:
        for one, other in shuffled(victim, list(combinations(candidates(victim), 2))):
            if in_one_object:
                alike = one.parent == other.parent and not is_item(one.pointer)
            else:
                alike = one.name == other.name and _list_of(one) == _list_of(other) is not None
            if not alike or one.value == other.value or not (_holds(one, other) and _holds(other, one)):
                continue
            items = [at(victim.label, place.parent) for place in (one, other)]
            put(victim.label, one.pointer, other.value)
            put(victim.label, other.pointer, one.value)
            if not in_one_object and _differ_only_in(one.name, *items):
                return None
            return rewritten(victim, f"{one.pointer} and {other.pointer} exchanged")
        return None

    return apply


def _differ_only_in(name: str, one: JSONValue, other: JSONValue) -> bool:
    """Whether two items would be exchanged as a whole if this field of theirs were."""
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    return {**one, name: None} == {**other, name: None}


def _list_of(place: Place) -> Pointer | None:
    """Return the list in one of whose objects the value is a field."""
    return place.parent.rpartition("/")[0] if is_item(place.parent) and not is_item(place.pointer) else None


def _holds(place: Place, other: Place) -> bool:
    """Whether the place of one number or text can hold the other's value."""
    return not is_number(other.value) or fits(place.schema, other.value)


def _under_another_field(victim: Victim) -> Mutant | None:
    """Move an optional text to a field of the same object that the label does not have."""
    free = {(pointer.rpartition("/")[0], pointer): schema for pointer, schema in absent(victim)}
    known = {place.pointer for place in optional(victim)}
    for place in shuffled(victim, [one for one in text_places(victim) if one.pointer in known]):
        for (parent, pointer), schema in free.items():
            if (
                parent == place.parent
                and schema.get("type") == "string"
                and not {"enum", "format"} & schema.keys()
            ):
                put(victim.label, pointer, remove(victim.label, place.pointer))
                return rewritten(victim, f"{place.pointer} moved to {field_name(pointer)}")
    return None


def _of_another_record(
    unlike: Callable[[JSONValue, JSONValue], bool],
) -> Callable[[Victim, Place], JSONValue]:
    """Return the change to what another record of the schema has at the pointer, if it is quite another."""

    def new(victim: Victim, place: Place) -> JSONValue:
        for other in victim.others:
            if other["schema_id"] == victim.schema_id:
                value = _value_at(other, place.pointer)
                if value is not None and unlike(place.value, value) and not _stated(victim, value):
                    return deepcopy(value)
        return None

    return new


def _value_at(record: JSONValue, pointer: Pointer) -> JSONValue:
    try:
        return at(record, "/expected_output" + pointer)
    except (KeyError, IndexError):
        return None


def _stated(victim: Victim, value: JSONValue) -> bool:
    return str(value).casefold() in victim.prompt.casefold()


def _without_shared_words(one: JSONValue, other: JSONValue) -> bool:
    if not isinstance(one, str) or not isinstance(other, str) or min(len(one), len(other)) < 4:
        return False
    return not set(one.casefold().split()) & set(other.casefold().split()) and not _is_alike(one, other)


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() > 0.4


def _other_number(one: JSONValue, other: JSONValue) -> bool:
    return is_number(one) and is_number(other) and abs(one) != abs(other)


FIELDS = (
    _operator("optional_text_dropped", _DROPPED, _dropped(str)),
    _operator("optional_number_dropped", _DROPPED, _dropped((Decimal, int))),
    _operator("optional_object_dropped", _DROPPED, _dropped(dict)),
    _operator("optional_list_dropped", _DROPPED, _dropped(list)),
    _operator("optional_choice_invented", _INVENTED, _invented("enum", _typical_choice)),
    _operator("optional_flag_invented", _INVENTED, _invented("boolean", lambda _: True)),
    _operator("optional_refusal_invented", _INVENTED, _invented("boolean", lambda _: False)),
    _operator("optional_text_invented", _INVENTED, _invented("string", lambda _: "Standard")),
    _operator("optional_text_not_available", _INVENTED, _invented("string", lambda _: "N/A")),
    _operator("optional_text_empty", _INVENTED, _invented("string", lambda _: "")),
    _operator("optional_number_invented", _INVENTED, _invented("number", _typical_number)),
    _operator("optional_list_empty", _INVENTED, _invented("array", lambda _: [])),
    _operator("optional_object_empty", _INVENTED, _invented("object", lambda _: {})),
    _operator("item_dropped", _DROPPED, _item_dropped),
    _operator("item_repeated", "grounding.list_items_are_those_stated", _item_repeated),
    _operator("text_item_invented", _INVENTED, _text_item_invented),
    _operator("object_item_invented", _INVENTED, _object_item_invented),
    _operator("items_exchanged", _ORDER, _neighbours_exchanged),
    _operator("items_reversed", _ORDER, _reversed),
    # One item is missing then, and one is not as stated.
    _operator("two_items_joined", _DROPPED, _items_joined, "grounding.texts_*"),
    _operator("texts_exchanged", _PLACE, _exchanged(text_places, in_one_object=True)),
    _operator("numbers_exchanged", _PLACE, _exchanged(number_places, in_one_object=True)),
    _operator("texts_exchanged_between_items", _PLACE, _exchanged(text_places, in_one_object=False)),
    _operator("numbers_exchanged_between_items", _PLACE, _exchanged(number_places, in_one_object=False)),
    _operator("text_under_another_field", _PLACE, _under_another_field),
    in_label(
        "text_of_another_record",
        "grounding.texts_are_as_stated",
        text_places,
        _of_another_record(_without_shared_words),
    ),
    in_label(
        "number_of_another_record",
        "grounding.numbers_are_as_stated",
        number_places,
        _of_another_record(_other_number),
    ),
)
"""The operators of this module."""
