"""Operators on what all records of a file do alike: a few of them begin to do otherwise."""

from collections.abc import Iterator
from dataclasses import replace

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import at, is_number, put, restate, reword
from edgejson.generators.mutations.making import in_both, shuffled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, copied, encoded
from edgejson.generators.mutations.places import absent, text_places

_OF_WORDS = ("body", "description", "message", "notes", "review_text", "subject")
_OF_EACH = 2
"""Records that do a thing before it is a habit."""


def _fellows(victim: Victim) -> Iterator[tuple[int, Victim]]:
    """Yield copies of the other records of the schema, with their indexes, in a drawn order."""
    found = [(i, one) for i, one in enumerate(victim.others) if one["schema_id"] == victim.schema_id]
    for index, other in shuffled(victim, found):
        yield index, replace(victim, record=copied(other))


def _choice_filled_in(victim: Victim) -> Mutant | None:
    """Give two records a value that their prompts do not state, where others leave the field out."""
    for pointer, schema in shuffled(victim, absent(victim)):
        value = schema["enum"][0] if "enum" in schema else True if schema.get("type") == "boolean" else None
        if value is None or pointer.count("/") > 1:
            continue
        fellows = [fellow for fellow in _fellows(victim) if pointer[1:] not in fellow[1].label]
        if len(fellows) < 2 * _OF_EACH:
            continue
        index, fellow = fellows[0]
        for one in (victim, fellow):
            put(one.label, pointer, value)
        return Mutant(
            lines=(encoded(victim.record),),
            what=f"{pointer}: {value} in two records that do not state it",
            elsewhere={index: (encoded(fellow.record),)},
        )
    return None


def _line_breaks_mixed(victim: Victim) -> Mutant | None:
    """Break a line of four prompts within a value: two labels have the break, and two a comma."""
    for place in shuffled(victim, text_places(victim)):
        own = replace(victim, record=copied(victim.record))
        if not _has_comma(victim, place.pointer) or not _break_line(own, place.pointer, keep=True):
            continue
        lines: dict[int, tuple[bytes, ...]] = {}
        for index, fellow in _fellows(victim):
            keep = len(lines) < _OF_EACH - 1
            if len(lines) < 2 * _OF_EACH - 1 and _break_line(fellow, place.pointer, keep=keep):
                lines[index] = (encoded(fellow.record),)
        if len(lines) == 2 * _OF_EACH - 1:
            what = f"{place.pointer}: a line break kept in two records, and a comma in two"
            return Mutant(lines=(encoded(own.record),), what=what, elsewhere=lines)
    return None


def _has_comma(victim: Victim, pointer: Pointer) -> bool:
    """Whether a text outside lists, which others may have as well, has a comma."""
    try:
        text = at(victim.label, pointer)
    except (KeyError, IndexError):
        return False
    in_list = any(token.isdecimal() for token in pointer.split("/"))
    return not in_list and isinstance(text, str) and ", " in text


def _break_line(victim: Victim, pointer: Pointer, *, keep: bool) -> bool:
    """Have the prompt break the line at the comma, and the label too if it is to `keep` what is there."""
    if not _has_comma(victim, pointer):
        return False
    broken = str(at(victim.label, pointer)).replace(", ", "\n", 1)
    if not reword(victim, pointer, broken):
        return False
    if keep:
        put(victim.label, pointer, broken)
    return True


def _other_sign(_: Victim, __: Pointer, value: JSONValue) -> JSONValue:
    return -value if is_number(value) else None


def _time_in_another_form(victim: Victim) -> Mutant | None:
    """Have three records say a date in a field of words, one of them in another form than the others."""
    for place in shuffled(victim, [place for place in text_places(victim) if place.name in _OF_WORDS]):
        if not restate(victim, place.pointer, "03/17/2024"):
            continue
        lines: dict[int, tuple[bytes, ...]] = {}
        for index, fellow in _fellows(victim):
            if len(lines) < _OF_EACH and restate(fellow, place.pointer, f"2024-03-{11 + len(lines)}"):
                lines[index] = (encoded(fellow.record),)
        what = f"{place.pointer}: a date with slashes, where two records have one with hyphens"
        return Mutant(lines=(encoded(victim.record),), what=what, elsewhere=lines)
    return None


HABITS = (
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
    in_both(
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
