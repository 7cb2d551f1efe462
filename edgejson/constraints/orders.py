"""Orders and bounds: numbers and dates of a label against each other, and against limits."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from edgejson.constraints.chronology import ascending, label_dates, none_after, none_before
from edgejson.constraints.derived_numbers import not_above
from edgejson.constraints.label_paths import LabelNumber, LabelText, Number, Path, numbers, scoped, texts
from edgejson.core.finding import Mismatch
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.core.rfc3339 import parse_rfc3339


def ordered(record: Record, pointers: Sequence[Path]) -> Iterator[Mismatch]:
    """Yield the mismatches of numbers or dates that are below what stands before them in `pointers`.

    They are compared in the same item of a list. At a single pointer with a ``*``, the values of the list
    itself never go back.
    """
    if len(pointers) == 1:
        yield from ascending(record.label, pointers[0])
        yield from _never_falling(record, pointers[0])
    for lower, upper in pairwise(pointers):
        for low, high in scoped(record.label, lower, upper):
            yield from _in_order(record, low, high)


def _in_order(record: Record, low: Path, high: Path) -> Iterator[Mismatch]:
    label = record.label
    if len(label_dates(label, low)) == 1:
        yield from none_before(label, high, anchor=low)
    else:
        yield from none_after(label, low, anchor=high)
    for lower in numbers(label, low):
        for upper in numbers(label, high):
            yield from not_above(lower, upper)


def _never_falling(record: Record, pointer: Path) -> Iterator[Mismatch]:
    for before, after in pairwise(numbers(record.label, pointer)):
        if after.value < before.value:
            expected = f"{compact(before.value)} or more ({before.pointer})"
            yield Mismatch(pointer=after.pointer, expected=expected, actual=after.value)


def within(
    record: Record, pointer: Path, *, least: Number | str | None = None, most: Number | str | None = None
) -> Iterator[Mismatch]:
    """Yield the mismatches of numbers, or dates as RFC 3339 writes them, below `least` or above `most`."""
    expected = " and ".join(
        f"{word} {bound}" for word, bound in (("at least", least), ("at most", most)) if bound is not None
    )
    values: list[LabelNumber | LabelText] = [
        *numbers(record.label, pointer),
        *texts(record.label, pointer),
    ]
    for one in values:
        if _is_above(least, one.value) or _is_above(one.value, most):
            yield Mismatch(pointer=one.pointer, expected=expected, actual=one.value)


def _is_above(one: Number | str | None, other: Number | str | None) -> bool:
    """Whether both are numbers, or both are dates, and `one` is the greater."""
    if isinstance(one, str) and isinstance(other, str):
        days = [parse_rfc3339(text) for text in (one, other)]
        first, second = (None if day is None else day.isoformat()[: len("2000-01-01")] for day in days)
        return first is not None and second is not None and first > second
    return not isinstance(one, str | None) and not isinstance(other, str | None) and one > other
