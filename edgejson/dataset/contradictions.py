"""Labels of nearly the same prompt that differ in what the prompts do not explain."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from edgejson._typing import JSONValue, Label, Pointer
from edgejson.core.json_text import compact
from edgejson.core.pointers import leaves
from edgejson.dataset.near_prompts import PromptDifference
from edgejson.dataset.tables import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafDifference:
    """A leaf in which two labels differ; None on the side that has none there."""

    pointer: Pointer
    one: JSONValue
    other: JSONValue


def unexplained(
    one: tuple[str, Label], other: tuple[str, Label], difference: PromptDifference
) -> list[LeafDifference]:
    """Return the leaves in which two labels differ though their prompts, each given with its label, do not.

    That is so where each of the two values is stated in both prompts or in neither. Prompts that differ in
    words may mean different things: then a value that neither states, or a number beside other numbers, may
    follow from those words, and where some leaf follows from them all may.
    """
    found = list(_differing(one[1], other[1]))
    folded = (one[0].casefold(), other[0].casefold())
    alike = [leaf for leaf in found if _is_stated_alike(leaf, folded)]
    if not difference.words:
        return alike
    if len(alike) < len(found):
        return []
    numeric = difference.has_numbers
    return [
        leaf
        for leaf in alike
        if (_states(folded[0], leaf.one) or _states(folded[0], leaf.other))
        and not (numeric and any(_has_digits(value) for value in (leaf.one, leaf.other)))
    ]


def _differing(one: Label, other: Label) -> Iterator[LeafDifference]:
    values, others = (dict(leaves(label)) for label in (one, other))
    for pointer in dict.fromkeys([*values, *others]):
        here, there = values.get(pointer), others.get(pointer)
        if canonical(here) != canonical(there) or (pointer in values) != (pointer in others):
            yield LeafDifference(pointer=pointer, one=here, other=there)


def _is_stated_alike(leaf: LeafDifference, prompts: tuple[str, str]) -> bool:
    return all(_states(prompts[0], value) == _states(prompts[1], value) for value in (leaf.one, leaf.other))


def _states(prompt: str, value: JSONValue) -> bool:
    """Whether a prompt, in lower case, holds a value as it is written; nothing and truths are never held."""
    if value is None or isinstance(value, bool | dict | list):
        return False
    text = value.casefold() if isinstance(value, str) else _digits(value)
    return bool(text) and text in prompt


def _digits(value: int | Decimal) -> str:
    """Return a number as most write it: without the zeros behind its last decimal."""
    text = compact(canonical(value))
    return text.removeprefix("-")


def _has_digits(value: JSONValue) -> bool:
    return isinstance(value, int | Decimal) or (isinstance(value, str) and any(c.isdigit() for c in value))
