"""Operators on labels that their JSON Schema must refuse."""

from collections.abc import Callable
from typing import Any

from edgejson._typing import JSONValue
from edgejson.generators.mutations.edit import remove_value, set_value
from edgejson.generators.mutations.label_values import LabelValue, is_item, label_values, optional_values
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant, value_mutant
from edgejson.generators.mutations.operator_factories import shuffled

_SCHEMA = "structure.label_matches_schema"
_FORMAT = "structure.formats_are_kept"


def _operator(name: str, caught_by: str, apply: Callable[[TargetRecord], Mutant | None]) -> Operator:
    return Operator(name=name, breaks="label", caught_by=caught_by, apply=apply)


def _replaced(
    fitting: Callable[[LabelValue], Any], new: Callable[[LabelValue], JSONValue]
) -> Callable[[TargetRecord], Mutant | None]:
    """Return the replacement of a value whose entry is `fitting`."""

    def apply(target: TargetRecord) -> Mutant | None:
        for entry in shuffled(target, [entry for entry in label_values(target) if fitting(entry)]):
            set_value(target.label, entry.pointer, new(entry))
            return value_mutant(target, entry.pointer, entry.value, new(entry))
        return None

    return apply


def _required_dropped(target: TargetRecord) -> Mutant | None:
    free = {entry.pointer for entry in optional_values(target)}
    fields = [entry.pointer for entry in label_values(target) if entry.schema and not is_item(entry.pointer)]
    for pointer in shuffled(target, [pointer for pointer in fields if pointer not in free]):
        return value_mutant(target, pointer, remove_value(target.label, pointer), None)
    return None


def _unknown_added(target: TargetRecord) -> Mutant | None:
    target.label["internal_note"] = "checked"
    return mutant(target, "/internal_note added")


def _unknown_added_inside(target: TargetRecord) -> Mutant | None:
    closed = [entry for entry in label_values(target) if entry.schema.get("additionalProperties") is False]
    for entry in shuffled(target, closed):
        set_value(target.label, f"{entry.pointer}/internal_note", "checked")
        return mutant(target, f"{entry.pointer}/internal_note added")
    return None


def _of_type(*types: str) -> Callable[[LabelValue], bool]:
    return lambda entry: entry.schema.get("type") in types


def _of_format(*formats: str) -> Callable[[LabelValue], bool]:
    return lambda entry: entry.schema.get("format") in formats


def _with(keyword: str) -> Callable[[LabelValue], bool]:
    return lambda entry: keyword in entry.schema


def _item_that_is_none(entry: LabelValue) -> bool:
    return is_item(entry.pointer) and entry.schema.get("minProperties", 0) > 0


def _written_out(entry: LabelValue) -> str:
    year, month, day = str(entry.value)[:10].split("-")
    return f"{month}/{day}/{year}"


LABELS = (
    _operator("required_field_dropped", _SCHEMA, _required_dropped),
    _operator("unknown_field_added", _SCHEMA, _unknown_added),
    _operator("unknown_field_added_inside", _SCHEMA, _unknown_added_inside),
    _operator(
        "number_becomes_text",
        _SCHEMA,
        _replaced(_of_type("number", "integer"), lambda entry: str(entry.value)),
    ),
    _operator("text_becomes_number", _SCHEMA, _replaced(_of_type("string"), lambda _: 12)),
    _operator("text_becomes_list", _SCHEMA, _replaced(_of_type("string"), lambda entry: [entry.value])),
    _operator(
        "boolean_becomes_text",
        _SCHEMA,
        _replaced(_of_type("boolean"), lambda entry: "true" if entry.value else "false"),
    ),
    _operator(
        "boolean_becomes_number",
        _SCHEMA,
        _replaced(_of_type("boolean"), lambda entry: int(bool(entry.value))),
    ),
    _operator("value_becomes_null", _SCHEMA, _replaced(_with("type"), lambda _: None)),
    _operator("object_becomes_list", _SCHEMA, _replaced(_of_type("object"), lambda entry: [entry.value])),
    _operator("choice_that_is_none", _SCHEMA, _replaced(_with("enum"), lambda entry: f"{entry.value}_x")),
    _operator(
        "choice_in_capitals", _SCHEMA, _replaced(_with("enum"), lambda entry: str(entry.value).swapcase())
    ),
    _operator("required_list_emptied", _SCHEMA, _replaced(_with("minItems"), lambda _: [])),
    _operator(
        "list_item_emptied", "structure.list_items_are_not_empty", _replaced(_item_that_is_none, lambda _: {})
    ),
    _operator(
        "number_beyond_its_maximum",
        _SCHEMA,
        _replaced(_with("maximum"), lambda entry: entry.schema["maximum"] + 1),
    ),
    _operator(
        "number_below_its_minimum",
        _SCHEMA,
        _replaced(_with("minimum"), lambda entry: entry.schema["minimum"] - 1),
    ),
    _operator(
        "impossible_date",
        _FORMAT,
        _replaced(
            _of_format("date", "date-time"),
            lambda entry: f"{str(entry.value)[:5]}13-45{str(entry.value)[10:]}",
        ),
    ),
    _operator(
        "offset_dropped", _FORMAT, _replaced(_of_format("date-time"), lambda entry: str(entry.value)[:19])
    ),
    _operator(
        "time_after_a_blank",
        _FORMAT,
        _replaced(_of_format("date-time"), lambda entry: str(entry.value)[:19].replace("T", " ")),
    ),
    _operator(
        "time_dropped", _FORMAT, _replaced(_of_format("date-time"), lambda entry: str(entry.value)[:10])
    ),
    _operator(
        "at_sign_dropped",
        _FORMAT,
        _replaced(_of_format("email"), lambda entry: str(entry.value).replace("@", " ")),
    ),
    _operator("date_written_out", _FORMAT, _replaced(_of_format("date"), _written_out)),
)
"""The operators of this module."""
