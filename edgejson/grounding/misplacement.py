"""Values of a label that stand in each other's place, or in the place of one that is missing."""

from collections.abc import Iterator

from edgejson.grounding.flaw import TRACE, Flaw
from edgejson.grounding.leaf import Dropped, Leaf
from edgejson.grounding.told import untrue


def misplaced(differing: list[Leaf], unfound: list[Leaf], dropped: list[Dropped]) -> Iterator[Flaw]:
    """Take out of the lists, as one flaw each, what stands in the place of something else in them.

    Flags are never taken for each other's: they have too few values.
    """
    yield from _exchanges(differing)
    for leaf in [one for one in unfound if not isinstance(one.value, bool | dict | list)]:
        other = next((one for one in differing if _is_of(leaf, one)), None)
        source = next((one for one in dropped if untrue(leaf.value, one.text, leaf.shape) is None), None)
        if other is not None:
            differing.remove(other)
            message = f"the prompt states this for {other.pointer}"
        elif source is not None:
            dropped.remove(source)
            message = f"the prompt states this for {source.pointer}, which the label does not have"
        else:
            continue
        unfound.remove(leaf)
        yield Flaw(truth="place", pointer=leaf.pointer, expected=TRACE, actual=leaf.value, message=message)


def _exchanges(differing: list[Leaf]) -> Iterator[Flaw]:
    waiting = [leaf for leaf in differing if not isinstance(leaf.value, bool)]
    while waiting:
        leaf = waiting.pop(0)
        other = next((one for one in waiting if _is_of(leaf, one) and _is_of(one, leaf)), None)
        if other is None:
            continue
        waiting.remove(other)
        differing.remove(leaf)
        differing.remove(other)
        yield Flaw(
            truth="place",
            pointer=leaf.pointer,
            expected=leaf.stated,
            actual=leaf.value,
            message=f"the prompt states this for {other.pointer}, and the value there for this field",
        )


def _is_of(leaf: Leaf, other: Leaf) -> bool:
    """Whether the value of `leaf` is the one that is stated for `other`."""
    return any(untrue(leaf.value, text, leaf.shape) is None for text in other.readings)
