"""Lists in prose: items told by the places of their values."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from edgejson._typing import JSONValue, Pointer
from edgejson.core.pointers import join, leaves
from edgejson.grounding.figures import Span
from edgejson.grounding.flaw import Flaw

Places: TypeAlias = Mapping[Pointer, tuple[Span, ...]]
"""Where the values of the label stand, by pointer; without those that stand at no one place."""


def item_flaws(value: JSONValue, pointer: Pointer, places: Places) -> Iterator[Flaw]:
    """Yield what is wrong with the lists in `value`: items repeated, out of order, or with others' values."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from item_flaws(inner, pointer + join(key), places)
    elif isinstance(value, list):
        repeated = list(_repeated(value, pointer, places))
        yield from repeated or _out_of_place(value, pointer, places)
        for index, inner in enumerate(value):
            yield from item_flaws(inner, f"{pointer}/{index}", places)


def _repeated(values: list[JSONValue], pointer: Pointer, places: Places) -> Iterator[Flaw]:
    for index, value in enumerate(values):
        if value in ({}, "", None) or value not in values[:index]:
            continue
        stated = [
            len(places[place])
            for place, leaf in leaves(value, f"{pointer}/{index}")
            if isinstance(leaf, str) and place in places
        ]
        if stated and min(stated) < values[: index + 1].count(value):
            yield Flaw(
                truth="repeated",
                pointer=f"{pointer}/{index}",
                expected="an item that the prompt states",
                actual=value,
            )


def _out_of_place(values: list[JSONValue], pointer: Pointer, places: Places) -> Iterator[Flaw]:
    """Compare the orders in which the items' values of each field stand, where each stands once."""
    orders = _orders(values, pointer, places)
    ascending = [key for key, order in orders.items() if order == sorted(order)]
    mixed = [key for key in orders if key not in ascending]
    if not mixed:
        return
    if not ascending:
        first = next(iter(orders))
        yield Flaw(
            truth="order",
            pointer=pointer,
            expected=[_at(values[index], first) for index in _ranks(orders[first])],
            actual=[_at(value, first) for value in values],
        )
        return
    for key in mixed:
        order = orders[key]
        index = next(at for at, place in enumerate(sorted(order)) if order[at] != place)
        yield Flaw(
            truth="place",
            pointer=f"{pointer}/{index}{key}",
            expected=_at(values[order.index(sorted(order)[index])], key),
            actual=_at(values[index], key),
            message="the prompt states this for another item of the list",
        )


def _orders(values: list[JSONValue], pointer: Pointer, places: Places) -> dict[Pointer, list[int]]:
    """Return, by field that all items have, where its values start, if each has one place of its own."""
    if len(values) < 2:
        return {}
    found: dict[Pointer, list[int]] = {}
    for key in [place for place, _ in leaves(values[0])]:
        spans = [places.get(f"{pointer}/{index}{key}", ()) for index in range(len(values))]
        starts = [one[0][0] for one in spans if len(one) == 1]
        if len(starts) == len(values) == len(set(starts)):
            found[key] = starts
    return found


def _ranks(order: list[int]) -> list[int]:
    return sorted(range(len(order)), key=lambda index: order[index])


def _at(value: JSONValue, key: Pointer) -> JSONValue:
    return dict(leaves(value)).get(key) if key else value
