"""The judgement of a record: everything in its label that is not as its prompt states it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.grounding.comparison import Comparison
from edgejson.grounding.flaw import TRACE, Flaw, Truth
from edgejson.grounding.leaf import Dropped, Leaf
from edgejson.grounding.outline import outline
from edgejson.grounding.passage import Passage
from edgejson.grounding.prose import compare_prose, flaws_in_prose
from edgejson.grounding.reading import read
from edgejson.grounding.search import invented, missing, sight
from edgejson.grounding.shape import Shape
from edgejson.grounding.statement import Group
from edgejson.grounding.told import untrue
from edgejson.pointers import join, leaves

LABEL = "/expected_output"


def judge(prompt: str, label: JSONObject, shape: Shape) -> list[Flaw]:
    """Return the flaws of `label`, at most one for each of its leaves, in the label's order.

    In a listing (most lines state something under a field's name, and name at least half of the label's
    fields) a value counts under its field's name, or, where the prompt does not name the field, in the
    lines that name none. In other prompts a value counts anywhere.
    """
    reading = read(outline(prompt), shape)
    named = reading.root.parts.keys() & label.keys()
    if reading.is_listing and 2 * len(named) >= len(label):
        return _in_order(_listed(label, reading.root, shape), label)
    passage = Passage(prompt, label, is_prose=True)
    comparison, sightings = compare_prose(label, reading.root, shape, LABEL, passage)
    flaws = _compared(comparison)
    known = _numbers(label) if comparison.unnamed else frozenset()
    missed = [missing(leaf, passage, known) for leaf in comparison.unnamed]
    flaws += [*missed, *flaws_in_prose(label, shape, LABEL, passage, sightings, missed)]
    return _in_order(_one_each(_whole(flaws, label)), label)


def _numbers(label: JSONObject) -> frozenset[Decimal]:
    return frozenset(Decimal(value) for _, value in leaves(label) if isinstance(value, int | Decimal))


def _listed(label: JSONObject, stated: Group, shape: Shape) -> list[Flaw]:
    around = Passage("\n".join(stated.loose), label)
    comparison = Comparison().of(label, Group(parts=stated.parts), shape, LABEL, (around,))
    spare = Passage("\n".join(comparison.spare), label)
    comparison.unnamed = [
        leaf for leaf in comparison.unnamed if not any(sight(leaf, one) for one in (*leaf.around, spare))
    ]
    return (
        _whole([*_compared(comparison), *map(invented, comparison.unnamed)], label)
        if comparison.n_wrong
        else []
    )


def _compared(comparison: Comparison) -> list[Flaw]:
    flaws = [*comparison.flaws, *_misplaced(comparison.differing, comparison.unnamed, comparison.dropped)]
    flaws += [_differing(leaf, comparison.quotes) for leaf in comparison.differing]
    flaws += [_dropped(one) for one in comparison.dropped]
    return flaws


def _one_each(flaws: list[Flaw]) -> list[Flaw]:
    """Keep the first flaw of each pointer, and none of an empty container of which something was dropped."""
    first = {flaw.pointer: flaw for flaw in reversed(flaws)}
    return [
        flaw
        for flaw in first.values()
        if flaw.actual not in ({}, []) or not any(other.startswith(f"{flaw.pointer}/") for other in first)
    ]


def _misplaced(differing: list[Leaf], unfound: list[Leaf], dropped: list[Dropped]) -> Iterator[Flaw]:
    """Take out of the lists, as one flaw each, what stands in each other's place."""
    for leaf in list(differing):
        if leaf not in differing or isinstance(leaf.value, bool):
            continue
        other = next((other for other in differing if other is not leaf and _exchanged(leaf, other)), None)
        if other is not None:
            differing.remove(leaf)
            differing.remove(other)
            yield Flaw(
                truth="place",
                pointer=leaf.pointer,
                expected=leaf.stated,
                actual=leaf.value,
                message=f"the prompt states this for {other.pointer}, and the value there for this field",
            )
    for leaf in list(unfound):
        if isinstance(leaf.value, dict | list):
            continue
        swapped = next(
            (one for one in differing if untrue(leaf.value, one.stated or "", leaf.shape) is None), None
        )
        if swapped is not None and not isinstance(leaf.value, bool):
            unfound.remove(leaf)
            differing.remove(swapped)
            yield Flaw(
                truth="place",
                pointer=leaf.pointer,
                expected=TRACE,
                actual=leaf.value,
                message=f"the prompt states this for {swapped.pointer}",
            )
            continue
        source = next((one for one in dropped if untrue(leaf.value, one.text, leaf.shape) is None), None)
        if source is not None:
            unfound.remove(leaf)
            dropped.remove(source)
            yield Flaw(
                truth="place",
                pointer=leaf.pointer,
                expected=None,
                actual=leaf.value,
                message=f"the prompt states this for {source.pointer}, which the label does not have",
            )


def _exchanged(one: Leaf, other: Leaf) -> bool:
    return (
        untrue(one.value, other.stated or "", one.shape) is None
        and untrue(other.value, one.stated or "", other.shape) is None
    )


def _differing(leaf: Leaf, quotes: Sequence[str]) -> Flaw:
    truth: Truth = leaf.truth
    if truth in ("text", "words") and isinstance(leaf.value, str) and leaf.value in quotes:
        truth = "place"
    return Flaw(truth=truth, pointer=leaf.pointer, expected=leaf.stated, actual=leaf.value)


def _dropped(dropped: Dropped) -> Flaw:
    return Flaw(truth="dropped", pointer=dropped.pointer, expected=dropped.text, actual=None)


def _whole(flaws: list[Flaw], label: JSONObject) -> list[Flaw]:
    """Put the flaws of an object or item that is invented as a whole together in one."""
    invented = {flaw.pointer for flaw in flaws if flaw.truth == "invented"}
    if len(invented) < 2:
        return flaws
    tops: dict[Pointer, JSONValue] = {}
    _collect(label, LABEL, invented, tops)
    kept = [flaw for flaw in flaws if not (flaw.truth == "invented" and _below(flaw.pointer, tops))]
    return kept + [
        Flaw(truth="invented", pointer=top, expected=TRACE, actual=value) for top, value in tops.items()
    ]


def _collect(
    value: JSONValue, pointer: Pointer, invented: set[Pointer], tops: dict[Pointer, JSONValue]
) -> bool:
    """Note the largest containers all of whose leaves (two or more) are invented; say whether `value` is."""
    if not isinstance(value, dict | list) or not value:
        return pointer in invented
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    below = [(pointer + join(key), item) for key, item in pairs]
    whole = [_collect(item, place, invented, tops) for place, item in below]
    if not all(whole) or pointer == LABEL:
        return False
    if len(below) > 1 or isinstance(below[0][1], dict | list):
        for place, _ in below:
            tops.pop(place, None)
        tops[pointer] = value
    return True


def _below(pointer: Pointer, tops: dict[Pointer, JSONValue]) -> bool:
    return any(pointer.startswith(f"{top}/") for top in tops)


def _in_order(flaws: list[Flaw], label: JSONObject) -> list[Flaw]:
    if len(flaws) < 2:
        return flaws
    order = {pointer: index for index, (pointer, _) in enumerate(leaves(label, LABEL))}
    return sorted(flaws, key=lambda flaw: order.get(flaw.pointer, len(order)))
