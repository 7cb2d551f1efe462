"""Operators on what all records of a file do alike: a few of them begin to do otherwise."""

from collections.abc import Iterator
from dataclasses import replace

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import (
    is_number,
    replace_in_both,
    replace_in_prompt,
    set_value,
    value_at,
)
from edgejson.generators.mutations.label_values import absent_fields, text_values
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, copy_record, encode_line
from edgejson.generators.mutations.operator_factories import label_and_prompt_operator, shuffled

_FREE_TEXT_FIELDS = ("body", "description", "message", "notes", "review_text", "subject")
_ENOUGH = 2
"""How many records make a convention."""


def _same_schema_records(target: TargetRecord) -> Iterator[tuple[int, TargetRecord]]:
    """Yield copies of the other records of the schema, with their indexes, in a drawn order."""
    found = [(i, one) for i, one in enumerate(target.others) if one["schema_id"] == target.schema_id]
    for index, other in shuffled(target, found):
        yield index, replace(target, record=copy_record(other))


def _choice_filled_in(target: TargetRecord) -> Mutant | None:
    """Give two records a value that their prompts do not state, where others leave the field out."""
    for pointer, schema in shuffled(target, absent_fields(target)):
        value = schema["enum"][0] if "enum" in schema else True if schema.get("type") == "boolean" else None
        if value is None or pointer.count("/") > 1:
            continue
        peers = [peer for peer in _same_schema_records(target) if pointer[1:] not in peer[1].label]
        if len(peers) < 2 * _ENOUGH:
            continue
        index, peer = peers[0]
        for one in (target, peer):
            set_value(one.label, pointer, value)
        return Mutant(
            lines=(encode_line(target.record),),
            description=f"{pointer}: {value} in two records that do not state it",
            other_lines={index: (encode_line(peer.record),)},
        )
    return None


def _line_breaks_mixed(target: TargetRecord) -> Mutant | None:
    """Break a line of four prompts within a value: two labels have the break, and two a comma."""
    for entry in shuffled(target, text_values(target)):
        own = replace(target, record=copy_record(target.record))
        if not _has_comma(target, entry.pointer) or not _break_line(own, entry.pointer, keep=True):
            continue
        lines: dict[int, tuple[bytes, ...]] = {}
        for index, peer in _same_schema_records(target):
            keep = len(lines) < _ENOUGH - 1
            if len(lines) < 2 * _ENOUGH - 1 and _break_line(peer, entry.pointer, keep=keep):
                lines[index] = (encode_line(peer.record),)
        if len(lines) == 2 * _ENOUGH - 1:
            description = f"{entry.pointer}: a line break kept in two records, and a comma in two"
            return Mutant(lines=(encode_line(own.record),), description=description, other_lines=lines)
    return None


def _has_comma(target: TargetRecord, pointer: Pointer) -> bool:
    """Whether a text outside lists, which others may have as well, has a comma."""
    try:
        text = value_at(target.label, pointer)
    except (KeyError, IndexError):
        return False
    in_list = any(token.isdecimal() for token in pointer.split("/"))
    return not in_list and isinstance(text, str) and ", " in text


def _break_line(target: TargetRecord, pointer: Pointer, *, keep: bool) -> bool:
    """Have the prompt break the line at the comma, and the label too if it is to `keep` what is there."""
    if not _has_comma(target, pointer):
        return False
    broken = str(value_at(target.label, pointer)).replace(", ", "\n", 1)
    if not replace_in_prompt(target, pointer, broken):
        return False
    if keep:
        set_value(target.label, pointer, broken)
    return True


def _other_sign(_: TargetRecord, __: Pointer, value: JSONValue) -> JSONValue:
    return -value if is_number(value) else None


def _time_in_another_form(target: TargetRecord) -> Mutant | None:
    """Have three records say a date in a field of words, one of them in another form than the others."""
    for entry in shuffled(
        target, [entry for entry in text_values(target) if entry.name in _FREE_TEXT_FIELDS]
    ):
        if not replace_in_both(target, entry.pointer, "03/17/2024"):
            continue
        lines: dict[int, tuple[bytes, ...]] = {}
        for index, peer in _same_schema_records(target):
            if len(lines) < _ENOUGH and replace_in_both(peer, entry.pointer, f"2024-03-{11 + len(lines)}"):
                lines[index] = (encode_line(peer.record),)
        description = f"{entry.pointer}: a date with slashes, where two records have one with hyphens"
        return Mutant(lines=(encode_line(target.record),), description=description, other_lines=lines)
    return None


CONVENTIONS = (
    Operator(
        name="choice_filled_in_by_two",
        breaks="file",
        caught_by="conventions.unstated_fields_are_always_left_out",
        apply=_choice_filled_in,
        companions=frozenset({"grounding.values_are_stated_in_the_prompt"}),
    ),
    Operator(
        name="line_breaks_kept_and_rewritten",
        breaks="file",
        caught_by="conventions.line_breaks_are_always_kept",
        apply=_line_breaks_mixed,
        companions=frozenset({"grounding.white_space_is_as_stated"}),
    ),
    label_and_prompt_operator(
        "amount_of_the_other_sign",
        {"transaction_record": ("/amount", "conventions.amounts_of_a_type_have_one_sign")},
        _other_sign,
    ),
    Operator(
        name="time_with_slashes",
        breaks="file",
        caught_by="conventions.times_of_a_field_have_one_form",
        apply=_time_in_another_form,
    ),
)
"""The operators of this module."""
