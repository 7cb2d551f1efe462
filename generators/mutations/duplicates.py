"""Operators that put a record into a file once more: as it is, in other words, or nearly."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from edgejson._typing import JSONObject
from edgejson.core.pointers import leaves
from edgejson.generators.mutations.edit import remove_value, replace_in_both
from edgejson.generators.mutations.label_values import optional_values, text_values
from edgejson.generators.mutations.operator import (
    Mutant,
    MutationLevel,
    Operator,
    TargetRecord,
    copy_record,
    encode_line,
)
from edgejson.generators.mutations.operator_factories import SCHEMA_RULES, shuffled

DISTINCTIVE_LEAVES = 8
"""Leaves from which on a label is too large to be that of another record by chance."""

_WORD = re.compile(r"[A-Za-z]{4,}\Z|[\w-]*\d\Z")

Choice: TypeAlias = Callable[[TargetRecord], JSONObject | None]
"""Which record is put in once more; None where there is none that will do."""

Alteration: TypeAlias = Callable[[TargetRecord], bool]
"""What makes the copy differ from its original, by its own id apart; False where that is not possible."""


def duplicate_operator(
    name: str, breaks: MutationLevel, caught_by: str, of: Choice, alter: Alteration, *companions: str
) -> Operator:
    """Return the operator that puts an altered copy of a record after the target."""

    def apply(target: TargetRecord) -> Mutant | None:
        original = of(target)
        if original is None:
            return None
        copy = replace(target, record={**copy_record(original), "id": f"{target.record['id']}_b"})
        if not alter(copy):
            return None
        lines = (encode_line(target.record), encode_line(copy.record))
        return Mutant(lines=lines, description=f"{name.replace('_', ' ')}: {original.get('id')}")

    return Operator(
        name=name, breaks=breaks, caught_by=caught_by, apply=apply, companions=frozenset(companions)
    )


def own_record(target: TargetRecord) -> JSONObject:
    """Return the target."""
    return target.record


def unaltered(_: TargetRecord) -> bool:
    """Leave the copy as it is."""
    return True


def without_an_optional_field(copy: TargetRecord) -> bool:
    """Take an optional field from the copy's label: the prompt is the same, the answer is not."""
    for entry in shuffled(copy, optional_values(copy)):
        remove_value(copy.label, entry.pointer)
        return True
    return False


def with_other_prompt(copy: TargetRecord) -> bool:
    """Ask for the copy in other words, if its label is distinctive."""
    copy.record["prompt"] = f"Here is another one.\n\n{copy.prompt}\n\nThanks in advance!"
    return is_distinctive(copy)


def change_texts(count: int, *, least: int = DISTINCTIVE_LEAVES) -> Alteration:
    """Return the alteration of `count` texts of a label of at least `least` leaves, in the prompt too."""

    def alter(copy: TargetRecord) -> bool:
        if not is_distinctive(copy, least):
            return False
        done = 0
        for entry in shuffled(copy, text_values(copy)):
            text = str(entry.value)
            other = (
                f"{text[:-1]}{'k' if text[-1] != 'k' else 'm'}" if text[-1:].isalpha() else f"{text[:-1]}7"
            )
            if _WORD.search(text) and replace_in_both(copy, entry.pointer, other):
                done += 1
                if done == count:
                    return True
        return False

    return alter


def with_other_blanks(copy: TargetRecord) -> bool:
    """Change nothing but the white space of the prompt."""
    copy.record["prompt"] = f" {copy.prompt}\n "
    return True


def is_distinctive(target: TargetRecord, least: int = DISTINCTIVE_LEAVES) -> bool:
    """Whether the target's label has so many leaves."""
    return sum(1 for _ in leaves(target.label)) >= least


def _with_its_id(target: TargetRecord) -> Mutant:
    line = encode_line(target.record)
    return Mutant(lines=(line, line), description="the line repeated")


def _of_file(name: str, caught_by: str, alter: Alteration, *companions: str) -> Operator:
    return duplicate_operator(name, "file", f"duplicates.{caught_by}", own_record, alter, *companions)


# A copy of which something has been changed may also not say what its prompt says, or not hold together.
_NO_LONGER_RIGHT = ("grounding.*", *SCHEMA_RULES)

DUPLICATES = (
    _of_file("record_repeated", "records_are_unique", unaltered),
    Operator(
        name="line_repeated", breaks="file", caught_by="duplicates.records_are_unique", apply=_with_its_id
    ),
    _of_file(
        "prompt_repeated_with_another_label",
        "prompts_are_unique",
        without_an_optional_field,
        *_NO_LONGER_RIGHT,
    ),
    _of_file("label_repeated_under_another_prompt", "labels_are_unique", with_other_prompt),
    _of_file(
        "record_repeated_but_for_one_leaf",
        "labels_differ_in_more_than_one_leaf",
        change_texts(1),
        *SCHEMA_RULES,
    ),
    _of_file(
        "record_repeated_but_for_three_leaves",
        "prompts_are_not_near_duplicates",
        change_texts(3, least=30),
        *SCHEMA_RULES,
    ),
    _of_file("record_repeated_with_other_blanks", "records_are_unique", with_other_blanks),
)
"""The operators of this module."""
