"""Orders in time: dates and date-times of a label against each other.

A date is compared with the day of a date-time as that is written; date-times are compared as instants,
or as they are written where neither has an offset. What is malformed, or has an offset on one side only,
is the format rule's business: there is no order to judge.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from edgejson._typing import Label, Pointer
from edgejson.constraints.label_paths import Path, texts
from edgejson.core.finding import Mismatch
from edgejson.core.rfc3339 import parse_rfc3339


@dataclass(frozen=True, slots=True)
class LabelDate:
    """A date or date-time of a label: where it stands, how it is spelled, what it is."""

    pointer: Pointer
    spelling: str
    when: date

    @property
    def day(self) -> date:
        """The calendar day, in the date's own offset."""
        return self.when.date() if isinstance(self.when, datetime) else self.when


def label_dates(label: Label, path: Path) -> list[LabelDate]:
    """Return the dates at the path, in order."""
    found = [(text, parse_rfc3339(text.value)) for text in texts(label, path)]
    return [LabelDate(text.pointer, text.value, when) for text, when in found if when is not None]


def label_date(label: Label, path: Path) -> LabelDate | None:
    """Return the date at a path without ``*``, None where there is none."""
    return next(iter(label_dates(label, path)), None)


def precedes(one: LabelDate, other: LabelDate) -> bool:
    """Whether `one` is before `other`; False where they cannot be compared."""
    if isinstance(one.when, datetime) and isinstance(other.when, datetime):
        return _has_offset(one) == _has_offset(other) and one.when < other.when
    return one.day < other.day


def none_before(label: Label, path: Path, *, anchor: Path) -> Iterator[Mismatch]:
    """Yield the mismatches of dates at `path` that are before the one at `anchor`.

    A single early date is reported itself; of several, the anchor is the one cause.
    """
    limit = label_date(label, anchor)
    if limit is not None:
        early = [one for one in label_dates(label, path) if precedes(one, limit)]
        yield from _reported(early, limit, "{} or later", "{} or earlier", precedes)


def none_after(label: Label, path: Path, *, anchor: Path) -> Iterator[Mismatch]:
    """Yield the mismatches of dates at `path` that are after the one at `anchor`, as `none_before` does."""
    limit = label_date(label, anchor)
    if limit is not None:
        late = [one for one in label_dates(label, path) if precedes(limit, one)]
        yield from _reported(late, limit, "{} or earlier", "{} or later", lambda a, b: precedes(b, a))


def _reported(
    wrong: list[LabelDate],
    limit: LabelDate,
    of_one: str,
    of_all: str,
    beyond: Callable[[LabelDate, LabelDate], bool],
) -> Iterator[Mismatch]:
    if len(wrong) > 1:
        furthest = wrong[0]
        for one in wrong[1:]:
            furthest = one if beyond(one, furthest) else furthest
        expected = f"{of_all.format(furthest.spelling)} ({furthest.pointer}, and {len(wrong) - 1} more)"
        yield Mismatch(pointer=limit.pointer, expected=expected, actual=limit.spelling)
    for one in wrong if len(wrong) == 1 else ():
        expected = f"{of_one.format(limit.spelling)} ({limit.pointer})"
        yield Mismatch(pointer=one.pointer, expected=expected, actual=one.spelling)


def within_days(label: Label, path: Path, *, anchor: Path, days: int) -> Iterator[Mismatch]:
    """Yield the mismatches of dates at `path` whose day is not that of `anchor` or one of the `days` after.

    Where there are several, all of them wrong and in agreement, the anchor is the one cause.
    """
    start = label_date(label, anchor)
    if start is None:
        return
    distances = {
        one: _days_between(start, one) for one in label_dates(label, path) if _comparable(one, start)
    }
    wrong = [one for one, distance in distances.items() if not 0 <= distance <= days]
    together = max(distances.values(), default=0) - min(distances.values(), default=0) <= days
    if len(wrong) > 1 and len(wrong) == len(distances) and together:
        expected = f"the day of {wrong[0].spelling} ({wrong[0].pointer}, and {len(wrong) - 1} more)"
        yield Mismatch(pointer=start.pointer, expected=expected, actual=start.spelling)
        return
    for one in wrong:
        expected = f"the day of {start.spelling}, or {days} later ({start.pointer})"
        yield Mismatch(pointer=one.pointer, expected=expected, actual=one.spelling)


def _comparable(one: LabelDate, other: LabelDate) -> bool:
    both = isinstance(one.when, datetime) and isinstance(other.when, datetime)
    return not both or _has_offset(one) == _has_offset(other)


def _days_between(start: LabelDate, end: LabelDate) -> int:
    """Return the days from one to the other, as the calendar at `start` counts them."""
    then = end.when
    if isinstance(start.when, datetime) and isinstance(then, datetime) and start.when.tzinfo is not None:
        with suppress(OverflowError):
            then = then.astimezone(start.when.tzinfo)
    return ((then.date() if isinstance(then, datetime) else then) - start.day).days


def ascending(label: Label, path: Path) -> Iterator[Mismatch]:
    """Yield a mismatch for each of the fewest dates at `path` without which the others never go back.

    Where some of the dates have an offset, those without one are not judged.
    """
    every = label_dates(label, path)
    aware = [one for one in every if _has_offset(one)]
    history = aware or [one for one in every if isinstance(one.when, datetime)]
    kept = _longest_ascent(history)
    for index, one in enumerate(history):
        if index in kept:
            continue
        earlier = [history[k] for k in kept if k < index and precedes(one, history[k])]
        later = [history[k] for k in kept if k > index and precedes(history[k], one)]
        limit = f"{earlier[-1].spelling} or later" if earlier else f"{later[0].spelling} or earlier"
        yield Mismatch(pointer=one.pointer, expected=limit, actual=one.spelling)


def _longest_ascent(history: list[LabelDate]) -> dict[int, None]:
    """Return the indexes, in order, of a longest subsequence that never goes back (patience sorting)."""
    ends: list[int] = []
    before: list[int | None] = []
    for index, one in enumerate(history):
        place = bisect_right(ends, one.when, key=lambda k: history[k].when)
        before.append(ends[place - 1] if place else None)
        ends[place:] = [index, *ends[place + 1 :]]
    kept: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        kept.append(last)
        last = before[last]
    return dict.fromkeys(reversed(kept))


def days_of(first: LabelDate, last: LabelDate) -> int:
    """Return the number of days from the first date to the last, both counted."""
    return (last.day - first.day).days + 1


def _has_offset(one: LabelDate) -> bool:
    return isinstance(one.when, datetime) and one.when.tzinfo is not None
