"""When two JSON values are equal, and into which leaves a value falls."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from edgejson._typing import JSONValue, Pointer
from edgejson.core.pointers import join

DifferenceKind: TypeAlias = Literal["omission", "invention", "wrong_value", "wrong_type"]
DIFFERENCE_KINDS: tuple[DifferenceKind, ...] = ("omission", "invention", "wrong_value", "wrong_type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where an answer is not its label; ``expected`` and ``actual`` are None where nothing stands.

    ``omission``: the label has a value here and the answer has none. ``invention``: the other way round.
    ``wrong_type``: both have one, of different JSON types (an integer and a fraction are both numbers).
    ``wrong_value``: both have a scalar of one type, and these are not equal.
    """

    kind: DifferenceKind
    pointer: Pointer
    expected: JSONValue = None
    actual: JSONValue = None


def equal(one: JSONValue, other: JSONValue) -> bool:
    """Return whether two decoded JSON values are equal as JSON.

    Numbers are equal when their exact values are (1, 1.0 and 1e0; but not 0.1 and 0.10000000000000001); true
    is not 1; strings are equal code point by code point, without normalisation; arrays item by item, in
    order; objects name by name, in any order.
    """
    # Python's == is laxer, in that true is 1 there, and much faster.
    return one == other and _same_kinds(one, other)


def _same_kinds(one: JSONValue, other: JSONValue) -> bool:
    """Return whether two values that are equal to Python are so to JSON."""
    if type(one) is not type(other):
        return _kind(one) == _kind(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return all(_same_kinds(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return all(map(_same_kinds, one, other))
    return True


def leaf_count(value: JSONValue) -> int:
    """Return how many leaves `value` has: scalars and empty containers, each at a JSON Pointer of its own."""
    if isinstance(value, dict) and value:
        return sum(map(leaf_count, value.values()))
    if isinstance(value, list) and value:
        return sum(map(leaf_count, value))
    return 1


def differences(label: JSONValue, answer: JSONValue, pointer: Pointer = "") -> Iterator[Difference]:
    """Yield the places where `answer` differs from `label`, in the label's order; none when they are equal.

    Array items are compared by position, as a JSON Pointer names them. A whole subtree that is omitted,
    invented or of another type is one difference, at its root.
    """
    if isinstance(label, dict) and isinstance(answer, dict):
        for key, expected in label.items():
            if key in answer:
                if not _same_scalar(expected, answer[key]):
                    yield from differences(expected, answer[key], pointer + join(key))
            else:
                yield Difference(kind="omission", pointer=pointer + join(key), expected=expected)
        for key, actual in answer.items():
            if key not in label:
                yield Difference(kind="invention", pointer=pointer + join(key), actual=actual)
    elif isinstance(label, list) and isinstance(answer, list):
        for index, (expected, actual) in enumerate(zip(label, answer, strict=False)):
            if not _same_scalar(expected, actual):
                yield from differences(expected, actual, f"{pointer}/{index}")
        for index, expected in enumerate(label[len(answer) :], len(answer)):
            yield Difference(kind="omission", pointer=f"{pointer}/{index}", expected=expected)
        for index, actual in enumerate(answer[len(label) :], len(label)):
            yield Difference(kind="invention", pointer=f"{pointer}/{index}", actual=actual)
    elif _kind(label) != _kind(answer):
        yield Difference(kind="wrong_type", pointer=pointer, expected=label, actual=answer)
    elif label != answer:
        yield Difference(kind="wrong_value", pointer=pointer, expected=label, actual=answer)


def matching_leaves(label: JSONValue, answer: JSONValue) -> int:
    """Return how many leaves the two values have in common: the same JSON Pointer and an equal value."""
    if equal(label, answer):
        return leaf_count(label)
    if isinstance(label, dict) and isinstance(answer, dict) and (label or answer):
        return sum([matching_leaves(value, answer[key]) for key, value in label.items() if key in answer])
    if isinstance(label, list) and isinstance(answer, list) and (label or answer):
        return sum(map(matching_leaves, label, answer))
    return 0


def _same_scalar(one: JSONValue, other: JSONValue) -> bool:
    """Return whether two values are scalars of one Python type and equal: most are, and need no pointer."""
    kind = type(one)
    return kind is type(other) and kind is not dict and kind is not list and one == other


def _kind(value: JSONValue) -> str:
    """Return the JSON type of a value; integers and fractions are one type, number."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, Decimal)):
        return "number"
    return type(value).__name__
