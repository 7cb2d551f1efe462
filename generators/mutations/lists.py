"""Operators on lists that a prompt cannot give back: flattened ones, and items without a trace."""

import re

from edgejson._typing import JSONObject
from edgejson.core.pointers import join
from edgejson.generators.mutations.edit import remove_value, set_value, span_in_prompt
from edgejson.generators.mutations.label_values import LabelValue, label_values, list_values
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant
from edgejson.generators.mutations.operator_factories import SCHEMA_RULES, shuffled

_MARK = re.compile(r"(?m)^([ \t]*)(\d+[.)]|[-*]) ")


def _flattened(target: TargetRecord) -> Mutant | None:
    """Have two items with one half of the fields each, listed without a sign of where the second begins."""
    for entry in shuffled(target, list_values(target, least=2)):
        first, second = _pair(entry)
        if not first or not second or entry.schema.get("items", {}).get("required"):
            continue
        name = next(iter(first))
        lost = [f"{entry.pointer}/0{join(key)}" for key in first if key != name]
        if name in second:
            lost.append(f"{entry.pointer}/1{join(name)}")
        still_stated = len(second) > (name in second) and all(_forget(target, pointer) for pointer in lost)
        if still_stated and _unmark(target, f"{entry.pointer}/0{join(name)}"):
            _unmark(target, f"{entry.pointer}/1{join(next(iter(second)))}")
            return mutant(target, f"{entry.pointer}: two items listed as one")
        return None
    return None


def _pair(entry: LabelValue) -> tuple[JSONObject, JSONObject]:
    """Return the items of a list of two flat objects; two empty ones for another list."""
    match entry.value:
        case [dict(first), dict(second)]:
            nested = [value for item in (first, second) for value in item.values()]
            if not any(isinstance(value, dict | list) for value in nested):
                return first, second
    return {}, {}


def _forget(target: TargetRecord, pointer: str) -> bool:
    """Take a value from the label, and its line from the prompt."""
    span = span_in_prompt(target.prompt, target.label, pointer)
    if span is None:
        return False
    start = target.prompt.rfind("\n", 0, span[0]) + 1
    target.record["prompt"] = target.prompt[:start] + target.prompt[span[1] + 1 :]
    remove_value(target.label, pointer)
    return True


def _unmark(target: TargetRecord, pointer: str) -> bool:
    """Take the number of an item, or its bullet, from the line that states the value at `pointer`."""
    span = span_in_prompt(target.prompt, target.label, pointer)
    if span is None:
        return False
    start = target.prompt.rfind("\n", 0, span[0]) + 1
    line = _MARK.sub(lambda mark: " " * len(mark[0]), target.prompt[start : span[1]])
    target.record["prompt"] = target.prompt[:start] + line + target.prompt[span[1] :]
    return True


def _empty_item(target: TargetRecord) -> Mutant | None:
    """Put a list with an empty item where the schema allows anything."""
    objects = [entry for entry in label_values(target) if isinstance(entry.value, dict)]
    free = [entry for entry in objects if entry.schema and "properties" not in entry.schema]
    for entry in shuffled(target, free):
        set_value(target.label, f"{entry.pointer}/entries", [{}])
        return mutant(target, f"{entry.pointer}/entries: an empty item")
    return None


LISTS = (
    Operator(
        name="two_items_listed_as_one",
        breaks="label",
        caught_by="grounding.list_items_can_be_told_apart",
        apply=_flattened,
        # Figures that followed from what was taken away do not follow any more.
        companions=frozenset(SCHEMA_RULES),
    ),
    Operator(
        name="empty_item_in_free_object",
        breaks="label",
        caught_by="grounding.list_items_are_not_empty",
        apply=_empty_item,
    ),
)
"""The operators of this module."""
