"""Parts of wholes: no part, and no sum of parts of one kind, is larger than the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from edgejson._typing import Label, Pointer
from edgejson.constraints.derived_numbers import shown, sum_of
from edgejson.constraints.label_paths import LABEL, LabelNumber, Path, number, numbers
from edgejson.core.finding import Mismatch
from edgejson.core.json_text import compact


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole and, kind by kind, the paths of what are parts of it."""

    path: Path
    kinds: Sequence[Sequence[Path]]


def parts_within(label: Label, whole: Whole, *other_readings: Fraction) -> Iterator[Mismatch]:
    """Yield a mismatch for each kind of parts that exceeds the whole.

    Where two or more kinds do, the whole itself is the one cause. `other_readings` are numbers that the
    label also gives for the whole; where they differ, that is reported elsewhere, and the largest counts.
    """
    stated = number(label, whole.path)
    if stated is None:
        return
    limit = max([Fraction(stated.value), *other_readings])
    too_large = [kind for paths in whole.kinds if (kind := numbers(label, *paths)) and sum_of(kind) > limit]
    if len(too_large) > 1:
        largest = max(too_large, key=sum_of)
        expected = f"{shown(sum_of(largest), *largest)} or more, what {_place(largest)} sums to"
        yield Mismatch(pointer=stated.pointer, expected=expected, actual=stated.value)
        return
    for parts in too_large:
        total = shown(sum_of(parts), *parts)
        expected = f"{compact(stated.value)} or less ({stated.pointer})"
        alone = len(parts) == 1
        yield Mismatch(
            pointer=_place(parts), expected=expected, actual=parts[0].value if alone else f"a sum of {total}"
        )


def _place(parts: Sequence[LabelNumber]) -> Pointer:
    """Return the pointer of the one part that is there, else of the object or list that holds them all."""
    if len(parts) == 1:
        return parts[0].pointer
    steps = [part.pointer.split("/") for part in parts]
    shared = []
    for level in zip(*steps, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    return "/".join(shared) or LABEL
