"""Moments: days with the times and offsets that belong to them, and the moment that a label's text is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from edgejson.alignment.clock import TimeMention
from edgejson.alignment.days import DayMention, is_day
from edgejson.alignment.offsets import OffsetMention, zone_offset

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?\s?([Zz]|[-+]\d\d:?\d\d)?)?"
)
_BESIDE = 40
"""Characters between a day and a time, or a time and an offset, that is its own."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A label's day, and its time of day and offset in minutes where it has them."""

    day: tuple[int, int, int]
    time: tuple[int, int, int] | None = None
    fraction: str = ""
    offset: int | None = None


@dataclass(slots=True)
class Stated:
    """A moment in a text: a day, a time of it and an offset of that, as far as they are named."""

    day: DayMention | None
    time: TimeMention | None
    offset: OffsetMention | None
    start: int
    end: int


@lru_cache(maxsize=8192)
def read_moment(text: str) -> Moment | None:
    """Return the day or moment that a label's text is (RFC 3339, the offset optional), else None."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    if not is_day(int(year), int(month), int(day)):
        return None
    minutes = None
    if offset is not None:
        digits = offset[1:].replace(":", "")
        minutes = (
            0
            if offset in "Zz"
            else (-1 if offset[0] == "-" else 1) * (60 * int(digits[:2]) + int(digits[2:]))
        )
    time = (int(hour), int(minute), int(second or 0)) if hour else None
    return Moment((int(year), int(month), int(day)), time, (fraction or "").rstrip("0"), minutes)


def composed(
    lower: str, days: Sequence[DayMention], times: Sequence[TimeMention], offsets: Sequence[OffsetMention]
) -> list[Stated]:
    """Return the moments of a text: each time with its day (the nearest, else the last one named)."""
    own: dict[int, list[tuple[TimeMention, OffsetMention | None]]] = {}
    free: list[tuple[TimeMention, OffsetMention | None]] = []
    beside = _offsets_of(lower, times, offsets)
    for time in times:
        offset = beside.get(time.start)
        index = _day_of(lower, time, days)
        if index is None:
            free.append((time, offset))
        else:
            own.setdefault(index, []).append((time, offset))
    result = []
    for index, day in enumerate(days):
        if index in own:
            for time, offset in own[index]:
                ends = [day.end, time.end] + (
                    [offset.end] if offset and offset.end - time.end < _BESIDE else []
                )
                result.append(Stated(day, time, offset, min(day.start, time.start), max(ends)))
        else:
            result.append(Stated(day, None, None, day.start, day.end))
    for time, offset in free:
        result.append(
            Stated(
                None,
                time,
                offset,
                time.start,
                max(time.end, offset.end) if offset and offset.end - time.end < _BESIDE else time.end,
            )
        )
    return result


def _day_of(lower: str, time: TimeMention, days: Sequence[DayMention]) -> int | None:
    best: tuple[int, int] | None = None
    for index, day in enumerate(days):
        if day.end <= time.start:
            gap = time.start - day.end
            between = lower[day.end : time.start] if gap <= _BESIDE else ""
        elif day.start >= time.end:
            gap = day.start - time.end + 1
            between = lower[time.end : day.start] if gap <= _BESIDE else ""
        else:
            return index
        if gap > _BESIDE:
            if day.start > time.end + _BESIDE:
                break
            continue
        cost = (
            gap
            + (20 if "\n" in between else 0)
            + (10 if ";" in between or ". " in between or "|" in between else 0)
        )
        if best is None or cost < best[0]:
            best = (cost, index)
    return None if best is None else best[1]


def _offsets_of(
    lower: str, times: Sequence[TimeMention], offsets: Sequence[OffsetMention]
) -> dict[int, OffsetMention]:
    """Return the offset of each time, by the time's start: the one that stands beside it."""
    result: dict[int, OffsetMention] = {}
    at = 0
    shared: list[OffsetMention] = []
    for offset in offsets:
        while at + 1 < len(times) and times[at + 1].end <= offset.start:
            at += 1
        between = lower[times[at].end : offset.start] if times and times[at].end <= offset.start else None
        beside = between is not None and len(between) <= _BESIDE
        if beside and between is not None and ("\n" not in between or not between.strip(" \n(")):
            result.setdefault(times[at].start, offset)
            continue
        nearest = next((time for time in times[at : at + 2] if 0 <= time.start - offset.end <= 12), None)
        if nearest is not None:
            result.setdefault(nearest.start, offset)
            continue
        shared.append(offset)
    if shared:
        whole = OffsetMention(
            frozenset().union(*(one.options for one in shared)),
            next((one.zone for one in shared if one.zone), ""),
            -1,
            -1,
        )
        for time in times:
            result.setdefault(time.start, whole)
    return result


def day_fits(moment: Moment, day: DayMention, years: frozenset[int]) -> bool:
    """Whether a day that is mentioned can be the moment's; `years` are those named anywhere in the text."""
    if moment.day in day.options:
        return True
    year, month, number = moment.day
    return (None, month, number) in day.options and (year in years or not years)


def offset_fits(moment: Moment, offset: OffsetMention) -> bool:
    """Whether an offset that is mentioned can be the moment's."""
    if offset.zone and moment.time is not None:
        return zone_offset(offset.zone, moment.day, moment.time) == moment.offset
    return moment.offset in offset.options
