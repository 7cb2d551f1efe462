"""Operators that put a record into a file once more: as it is, in other words, or nearly."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from edgejson._typing import JSONObject
from edgejson.core.pointers import leaves
from edgejson.generators.mutations.edit import remove, restate
from edgejson.generators.mutations.making import OF_SCHEMAS, shuffled
from edgejson.generators.mutations.operator import Breach, Mutant, Operator, Victim, copied, encoded
from edgejson.generators.mutations.places import optional, text_places

TELLING = 8
"""Leaves from which on a label is too large to be that of another record by chance."""

_WORD = re.compile(r"[A-Za-z]{4,}\Z|[\w-]*\d\Z")

Choice: TypeAlias = Callable[[Victim], JSONObject | None]
"""Which record is put in once more; None where there is none that will do."""

Alteration: TypeAlias = Callable[[Victim], bool]
"""What makes the copy differ from its original, by its own id apart; False where that is not possible."""


def repeating(
    name: str, breaks: Breach, caught_by: str, of: Choice, alter: Alteration, *companions: str
) -> Operator:
    """Return the operator that puts an altered copy of a record after the victim."""

    def apply(victim: Victim) -> Mutant | None:
        original = of(victim)
        if original is None:
            return None
        copy = replace(victim, record={**copied(original), "id": f"{victim.record['id']}_b"})
        if not alter(copy):
            return None
        lines = (encoded(victim.record), encoded(copy.record))
        return Mutant(lines=lines, what=f"{name.replace('_', ' ')}: {original.get('id')}")

    return Operator(
        name=name, breaks=breaks, caught_by=caught_by, apply=apply, companions=frozenset(companions)
    )


def itself(victim: Victim) -> JSONObject:
    """Return the victim."""
    return victim.record


def unaltered(_: Victim) -> bool:
    """Leave the copy as it is."""
    return True


def relabelled(copy: Victim) -> bool:
    """Take an optional field from the copy's label: the prompt is the same, the answer is not."""
    for place in shuffled(copy, optional(copy)):
        remove(copy.label, place.pointer)
        return True
    return False


def asked_again(copy: Victim) -> bool:
    """Ask for the copy, whose label is a telling one, in other words."""
    copy.record["prompt"] = f"Here is another one.\n\n{copy.prompt}\n\nThanks in advance!"
    return is_telling(copy)


def differing(count: int, *, least: int = TELLING) -> Alteration:
    """Return the alteration of `count` texts of a label of at least `least` leaves, in the prompt too."""

    def alter(copy: Victim) -> bool:
        if not is_telling(copy, least):
            return False
        done = 0
        for place in shuffled(copy, text_places(copy)):
            text = str(place.value)
            other = (
                f"{text[:-1]}{'k' if text[-1] != 'k' else 'm'}" if text[-1:].isalpha() else f"{text[:-1]}7"
            )
            if _WORD.search(text) and restate(copy, place.pointer, other):
                done += 1
                if done == count:
                    return True
        return False

    return alter


def respaced(copy: Victim) -> bool:
    """Change nothing but the white space of the prompt."""
    copy.record["prompt"] = f" {copy.prompt}\n "
    return True


def is_telling(victim: Victim, least: int = TELLING) -> bool:
    """Whether the victim's label has so many leaves."""
    return sum(1 for _ in leaves(victim.label)) >= least


def _with_its_id(victim: Victim) -> Mutant:
    line = encoded(victim.record)
    return Mutant(lines=(line, line), what="the line repeated")


def _of_file(name: str, caught_by: str, alter: Alteration, *companions: str) -> Operator:
    return repeating(name, "file", f"duplicates.{caught_by}", itself, alter, *companions)


# A copy of which something has been changed may also not say what its prompt says, or not hold together.
_NO_LONGER_RIGHT = ("grounding.*", *OF_SCHEMAS)

COPIES = (
    _of_file("record_repeated", "records_are_unique", unaltered),
    Operator(
        name="line_repeated", breaks="file", caught_by="duplicates.records_are_unique", apply=_with_its_id
    ),
    _of_file("prompt_repeated_with_another_label", "prompts_are_unique", relabelled, *_NO_LONGER_RIGHT),
    _of_file("label_repeated_under_another_prompt", "labels_are_unique", asked_again),
    _of_file(
        "record_repeated_but_for_one_leaf",
        "labels_differ_in_more_than_one_leaf",
        differing(1),
        *OF_SCHEMAS,
    ),
    _of_file(
        "record_repeated_but_for_three_leaves",
        "prompts_are_not_near_duplicates",
        differing(3, least=30),
        *OF_SCHEMAS,
    ),
    _of_file("record_repeated_with_other_blanks", "records_are_unique", respaced),
)
"""The operators of this module."""
