"""Operators on lists that a prompt cannot give back: flattened ones, and items without a trace."""

import re

from edgejson._typing import JSONObject
from edgejson.core.pointers import join
from edgejson.generators.mutations.edit import put, remove, stated_at
from edgejson.generators.mutations.making import OF_SCHEMAS, shuffled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, rewritten
from edgejson.generators.mutations.places import Place, lists, places

_MARK = re.compile(r"(?m)^([ \t]*)(\d+[.)]|[-*]) ")


def _flattened(victim: Victim) -> Mutant | None:
    """Have two items with one half of the fields each, listed without a sign of where the second begins."""
    for place in shuffled(victim, lists(victim, least=2)):
        first, second = _pair(place)
        if not first or not second or place.schema.get("items", {}).get("required"):
            continue
        name = next(iter(first))
        lost = [f"{place.pointer}/0{join(key)}" for key in first if key != name]
        if name in second:
            lost.append(f"{place.pointer}/1{join(name)}")
        told = len(second) > (name in second) and all(_forget(victim, pointer) for pointer in lost)
        if told and _unmark(victim, f"{place.pointer}/0{join(name)}"):
            _unmark(victim, f"{place.pointer}/1{join(next(iter(second)))}")
            return rewritten(victim, f"{place.pointer}: two items listed as one")
        return None
    return None


def _pair(place: Place) -> tuple[JSONObject, JSONObject]:
    """Return the items of a list of two flat objects; two empty ones for another list."""
    match place.value:
        case [dict(first), dict(second)]:
            nested = [value for item in (first, second) for value in item.values()]
            if not any(isinstance(value, dict | list) for value in nested):
                return first, second
    return {}, {}


def _forget(victim: Victim, pointer: str) -> bool:
    """Take a value from the label, and its line from the prompt."""
    span = stated_at(victim.prompt, victim.label, pointer)
    if span is None:
        return False
    start = victim.prompt.rfind("\n", 0, span[0]) + 1
    victim.record["prompt"] = victim.prompt[:start] + victim.prompt[span[1] + 1 :]
    remove(victim.label, pointer)
    return True


def _unmark(victim: Victim, pointer: str) -> bool:
    """Take the number of an item, or its bullet, from the line that states the value at `pointer`."""
    span = stated_at(victim.prompt, victim.label, pointer)
    if span is None:
        return False
    start = victim.prompt.rfind("\n", 0, span[0]) + 1
    line = _MARK.sub(lambda mark: " " * len(mark[0]), victim.prompt[start : span[1]])
    victim.record["prompt"] = victim.prompt[:start] + line + victim.prompt[span[1] :]
    return True


def _empty_item(victim: Victim) -> Mutant | None:
    """Put a list with an empty item where the schema allows anything."""
    objects = [place for place in places(victim) if isinstance(place.value, dict)]
    free = [place for place in objects if place.schema and "properties" not in place.schema]
    for place in shuffled(victim, free):
        put(victim.label, f"{place.pointer}/entries", [{}])
        return rewritten(victim, f"{place.pointer}/entries: an empty item")
    return None


LISTS = (
    Operator(
        name="two_items_listed_as_one",
        breaks="label",
        caught_by="grounding.list_items_can_be_told_apart",
        apply=_flattened,
        # Figures that followed from what was taken away do not follow any more.
        companions=frozenset(OF_SCHEMAS),
    ),
    Operator(
        name="empty_item_in_free_object",
        breaks="label",
        caught_by="grounding.list_items_are_not_empty",
        apply=_empty_item,
    ),
)
"""The operators of this module."""
