"""Flaws put together: one for one cause, one for a leaf, in the label's order."""

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.json_text import compact
from edgejson.core.pointers import join, leaves
from edgejson.grounding.flaw import TRACE, Flaw


def gathered(flaws: list[Flaw], label: JSONObject, pointer: Pointer) -> list[Flaw]:
    """Return `flaws`, at most one a leaf, and one for an object or item that is invented as a whole.

    An empty container of which something was dropped is no flaw of its own. `pointer` is the label's.
    """
    if len(flaws) < 2:
        return flaws
    flaws = _whole(flaws, label, pointer)
    first = {_key(flaw): flaw for flaw in reversed(flaws)}
    places = {flaw.pointer for flaw in flaws}
    order = {place: index for index, (place, _) in enumerate(leaves(label, pointer))}
    dropped = {flaw.pointer for flaw in flaws if flaw.truth == "dropped"}
    kept = [
        flaw
        for flaw in first.values()
        if flaw.actual not in ({}, [])
        or (
            not any(place.startswith(f"{flaw.pointer}/") for place in places)
            and not (flaw.truth == "empty" and flaw.pointer.rpartition("/")[0] in dropped)
        )
    ]
    return sorted(kept, key=lambda flaw: order.get(flaw.pointer, len(order)))


def _key(flaw: Flaw) -> tuple[str, ...]:
    """Return what two flaws of one cause have in common: the leaf, or what is wrong with a list."""
    if flaw.truth in ("dropped", "ambiguous", "empty", "order"):
        return flaw.pointer, flaw.truth, compact(flaw.expected)
    return (flaw.pointer,)


def _whole(flaws: list[Flaw], label: JSONObject, pointer: Pointer) -> list[Flaw]:
    """Put the flaws of an object or item that is invented as a whole together in one."""
    invented = {flaw.pointer for flaw in flaws if flaw.truth == "invented"}
    if len(invented) < 2:
        return flaws
    tops: dict[Pointer, JSONValue] = {}
    _collect(label, pointer, invented, tops)
    tops.pop(pointer, None)
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
    if not all(whole):
        return False
    if len(below) > 1 or isinstance(below[0][1], dict | list):
        for place, _ in below:
            tops.pop(place, None)
        tops[pointer] = value
    return True


def _below(pointer: Pointer, tops: dict[Pointer, JSONValue]) -> bool:
    return any(pointer.startswith(f"{top}/") for top in tops)
