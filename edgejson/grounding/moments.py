"""Dates and date-times of labels, and whether a text names them (spellings: `days`, `clock`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from edgejson.grounding.clock import TimeMention, offsets_in, times_in, zone_offset, zones_in
from edgejson.grounding.days import Day, DayMention, FullDay, Span, days_in, is_day, lone_years, periods_in

_BESIDE = 5
"""Characters that may stand between a day and a time of it (", ", " at ", "T", " (")."""
_LABEL = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?([Zz]|[-+]\d\d:?\d\d)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A label's date (``day``), and its time of day and offset in minutes where it has them.

    ``time`` is hour, minute, second; ``fraction`` holds the digits of a second's fraction without
    trailing zeros.
    """

    day: FullDay
    time: tuple[int, int, int] | None = None
    fraction: str = ""
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """The days, times and offsets (in minutes) that a text names.

    ``periods`` are the ends of the months, quarters and years that it names without a day, ``zones`` names
    of IANA zones, ``years`` the years that it names anywhere.
    """

    days: tuple[DayMention, ...]
    periods: frozenset[FullDay]
    times: tuple[TimeMention, ...]
    offsets: frozenset[int]
    zones: tuple[str, ...]
    years: frozenset[int]

    def spans(self) -> Iterator[Span]:
        """Yield where days and times stand."""
        yield from (mention.span for mention in self.days)
        yield from (mention.span for mention in self.times)

    def names(self, moment: Moment) -> bool:
        """Whether the text names the day, the time and the offset of `moment`."""
        named = moment.day in self.periods or bool(self.days_of(moment))
        return named and self._names_time(moment) and self._names_offset(moment)

    def places(self, moment: Moment) -> list[Span] | None:
        """Return where the text names `moment` (its time, or else its day), None where it does not."""
        if not self.names(moment):
            return None
        return [time.span for time in self._times_of(moment)] or self.days_of(moment)

    def days_of(self, moment: Moment) -> list[Span]:
        """Return where the text names the day of `moment`, with or without its year."""
        year, month, day = moment.day
        options: set[Day] = {moment.day} | ({(None, month, day)} if year in self.years else set())
        return [mention.span for mention in self.days if not options.isdisjoint(mention.options)]

    def spelled(self, text: str) -> list[str]:
        """Return the days and times as they stand in `text`."""
        return [text[start:end] for start, end in sorted(self.spans())]

    def _names_time(self, moment: Moment) -> bool:
        """Whether the text names the time of day; seconds of 0 need not be written.

        A time that stands right beside another day is that day's.
        """
        return moment.time is None or bool(self._times_of(moment))

    def _times_of(self, moment: Moment) -> list[TimeMention]:
        own = self.days_of(moment)
        return [
            time
            for time in self.times
            if (time.hour, time.minute, time.second or 0) == moment.time
            and time.fraction == moment.fraction
            and (not own or self._day_beside(time.span) in (None, *own))
        ]

    def _day_beside(self, time: Span) -> Span | None:
        """Return the span of the day that stands within a few characters of a time, the nearest one."""
        gaps = [(max(time[0] - day[1], day[0] - time[1]), day) for _, day in self.days]
        gap, day = min(gaps, default=(_BESIDE + 1, None))
        return day if gap <= _BESIDE else None

    def _names_offset(self, moment: Moment) -> bool:
        """Whether the text names the offset, in figures or as a zone."""
        if moment.offset is None or moment.time is None or moment.offset in self.offsets:
            return True
        return any(zone_offset(zone, moment.day, moment.time) == moment.offset for zone in self.zones)


@lru_cache(maxsize=4096)
def read_label(text: str) -> Moment | None:
    """Return the date or date-time that a label's text is (RFC 3339, the offset optional), else None."""
    match = _LABEL.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    if not is_day(int(year), int(month), int(day)):
        return None
    time = (int(hour), int(minute), int(second or 0)) if hour else None
    return Moment(
        day=(int(year), int(month), int(day)),
        time=time,
        fraction=(fraction or "").rstrip("0"),
        offset=None if offset is None else _minutes(offset),
    )


def moments(text: str) -> Moments:
    """Return what `text` says of dates and times."""
    days = days_in(text)
    spans = [mention.span for mention in days]
    written = {day[0] for mention in days for day in mention.options if day[0] is not None}
    return Moments(
        days=tuple(days),
        periods=periods_in(text, spans),
        times=tuple(times_in(text, spans)),
        offsets=frozenset(offsets_in(text)),
        zones=zones_in(text),
        years=frozenset(lone_years(text, spans) | written),
    )


def _minutes(offset: str) -> int:
    if offset in "Zz":
        return 0
    digits = offset[1:].replace(":", "")
    return (-1 if offset[0] == "-" else 1) * (60 * int(digits[:2]) + int(digits[2:]))
