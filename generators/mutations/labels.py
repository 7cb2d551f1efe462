"""Operators on labels that their JSON Schema must notice."""

from collections.abc import Callable
from typing import Any

from edgejson._typing import JSONValue
from edgejson.generators.mutations.edit import put, remove
from edgejson.generators.mutations.making import shuffled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, changed, rewritten
from edgejson.generators.mutations.places import Place, is_item, optional, places

_SCHEMA = "structure.label_matches_schema"
_FORMAT = "structure.formats_are_kept"


def _operator(name: str, caught_by: str, apply: Callable[[Victim], Mutant | None]) -> Operator:
    return Operator(name=name, breaks="label", caught_by=caught_by, apply=apply)


def _replaced(
    fitting: Callable[[Place], Any], new: Callable[[Place], JSONValue]
) -> Callable[[Victim], Mutant | None]:
    """Return the replacement of a value whose place is `fitting`."""

    def apply(victim: Victim) -> Mutant | None:
        for place in shuffled(victim, [place for place in places(victim) if fitting(place)]):
            put(victim.label, place.pointer, new(place))
            return changed(victim, place.pointer, place.value, new(place))
        return None

    return apply


def _required_dropped(victim: Victim) -> Mutant | None:
    free = {place.pointer for place in optional(victim)}
    fields = [place.pointer for place in places(victim) if place.schema and not is_item(place.pointer)]
    for pointer in shuffled(victim, [pointer for pointer in fields if pointer not in free]):
        return changed(victim, pointer, remove(victim.label, pointer), None)
    return None


def _unknown_added(victim: Victim) -> Mutant | None:
    victim.label["internal_note"] = "checked"
    return rewritten(victim, "/internal_note added")


def _unknown_added_inside(victim: Victim) -> Mutant | None:
    closed = [place for place in places(victim) if place.schema.get("additionalProperties") is False]
    for place in shuffled(victim, closed):
        put(victim.label, f"{place.pointer}/internal_note", "checked")
        return rewritten(victim, f"{place.pointer}/internal_note added")
    return None


def _of_type(*types: str) -> Callable[[Place], bool]:
    return lambda place: place.schema.get("type") in types


def _of_format(*formats: str) -> Callable[[Place], bool]:
    return lambda place: place.schema.get("format") in formats


def _with(keyword: str) -> Callable[[Place], bool]:
    return lambda place: keyword in place.schema


def _item_that_is_none(place: Place) -> bool:
    return is_item(place.pointer) and place.schema.get("minProperties", 0) > 0


def _written_out(place: Place) -> str:
    year, month, day = str(place.value)[:10].split("-")
    return f"{month}/{day}/{year}"


LABELS = (
    _operator("required_field_dropped", _SCHEMA, _required_dropped),
    _operator("unknown_field_added", _SCHEMA, _unknown_added),
    _operator("unknown_field_added_inside", _SCHEMA, _unknown_added_inside),
    _operator(
        "number_becomes_text",
        _SCHEMA,
        _replaced(_of_type("number", "integer"), lambda place: str(place.value)),
    ),
    _operator("text_becomes_number", _SCHEMA, _replaced(_of_type("string"), lambda _: 12)),
    _operator("text_becomes_list", _SCHEMA, _replaced(_of_type("string"), lambda place: [place.value])),
    _operator(
        "boolean_becomes_text",
        _SCHEMA,
        _replaced(_of_type("boolean"), lambda place: "true" if place.value else "false"),
    ),
    _operator(
        "boolean_becomes_number",
        _SCHEMA,
        _replaced(_of_type("boolean"), lambda place: int(bool(place.value))),
    ),
    _operator("value_becomes_null", _SCHEMA, _replaced(_with("type"), lambda _: None)),
    _operator("object_becomes_list", _SCHEMA, _replaced(_of_type("object"), lambda place: [place.value])),
    _operator("choice_that_is_none", _SCHEMA, _replaced(_with("enum"), lambda place: f"{place.value}_x")),
    _operator(
        "choice_in_capitals", _SCHEMA, _replaced(_with("enum"), lambda place: str(place.value).swapcase())
    ),
    _operator("required_list_emptied", _SCHEMA, _replaced(_with("minItems"), lambda _: [])),
    _operator(
        "list_item_emptied", "structure.list_items_are_not_empty", _replaced(_item_that_is_none, lambda _: {})
    ),
    _operator(
        "number_beyond_its_maximum",
        _SCHEMA,
        _replaced(_with("maximum"), lambda place: place.schema["maximum"] + 1),
    ),
    _operator(
        "number_below_its_minimum",
        _SCHEMA,
        _replaced(_with("minimum"), lambda place: place.schema["minimum"] - 1),
    ),
    _operator(
        "impossible_date",
        _FORMAT,
        _replaced(
            _of_format("date", "date-time"),
            lambda place: f"{str(place.value)[:5]}13-45{str(place.value)[10:]}",
        ),
    ),
    _operator(
        "offset_dropped", _FORMAT, _replaced(_of_format("date-time"), lambda place: str(place.value)[:19])
    ),
    _operator(
        "time_after_a_blank",
        _FORMAT,
        _replaced(_of_format("date-time"), lambda place: str(place.value)[:19].replace("T", " ")),
    ),
    _operator(
        "time_dropped", _FORMAT, _replaced(_of_format("date-time"), lambda place: str(place.value)[:10])
    ),
    _operator(
        "at_sign_dropped",
        _FORMAT,
        _replaced(_of_format("email"), lambda place: str(place.value).replace("@", " ")),
    ),
    _operator("date_written_out", _FORMAT, _replaced(_of_format("date"), _written_out)),
)
"""The operators of this module."""
