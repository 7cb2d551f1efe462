"""Dates, times of day and offsets from UTC as prompts spell them.

Dates: ``2025-03-04``, ``2025/3/4``, ``20250304``, ``04.03.2025``, ``04/03/2025`` (either order of day and month),
``March 4, 2025``, ``4 Mar 2025``, ``4th of March 2025``, ``04-Mar-25``, ``Tue, 4 Mar 2025``; without a year where
the text names one elsewhere; a month, quarter or year stands for its first and its last day. Times: ``14:05``,
``14:05:33.120``, ``2:05 pm``, ``2pm``, ``14h05``, ``noon``, ``midnight``. Offsets: ``Z``, ``UTC``, ``GMT``, ``+02:00``, ``UTC+2``,
the abbreviations that RFC 822 and common use give one meaning, IANA zone names.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
Day: TypeAlias = tuple[int | None, int, int]
"""Year (None where it is not written), month, day."""

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = r"(?P<month>" + "|".join(f"{name}|{name[:3]}" for name in _MONTHS) + r"|sept)\b\.?"
_YEAR = r"(?P<year>\d{4}|'\d\d|(?<=[-/])\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

_DATES = re.compile(
    r"(?<![\w.])(?:"
    r"(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<a2>\d{1,2})(?P<s2>[-/.])(?P<b2>\d{1,2})(?P=s2)(?P<y2>\d{4}|\d\d)(?!\d|[-/.]\d)"
    r"|(?P<y3>(?:19|20)\d\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01])(?=T\d|\b)"
    r")"
)
_DAY_MONTH = re.compile(
    rf"(?<![\w.:]){_DAY}(?:\s+of)?[ \t.-]{{0,2}}[-/ ]?{_MONTH}(?:[-/ ,]{{1,2}}{_YEAR}(?!\d))?", re.IGNORECASE
)
_MONTH_DAY = re.compile(
    rf"\b{_MONTH}[ \t-]+{_DAY}(?![\d:])(?:,?[ \t-]+(?:at\s|in\s)?{_YEAR}(?![\d:]))?", re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?[ \t]+(?:of[ \t]+)?(?P<year>\d{{4}})\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"\b(?:Q(?P<n1>[1-4])|(?P<n2>first|second|third|fourth|1st|2nd|3rd|4th|last) quarter)(?: of)?[ ,/-]*(?P<year>\d{4})\b"
    r"|\b(?P<before>\d{4})[ -]?Q(?P<n3>[1-4])\b",
    re.IGNORECASE,
)
_LONE_YEAR = re.compile(r"(?<![\w./-])(?:19|20)\d\d(?![\w/-]|\.\d)")
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}

_TIMES = re.compile(
    r"(?:(?<![\w:+.,])|(?<=\dT)|(?<=\d{4}:))(?P<h>\d{1,2})[:h](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,](?P<f>\d{1,9}))?)?"
    r"(?![\d:]|\.\d)(?P<half>\s?[ap]\.?\s?m\b\.?)?"
    r"|(?<![\w:.,])(?P<h2>\d{1,2})(?:\.(?P<m2>[0-5]\d))?(?P<half2>\s?[ap]\.?\s?m\b\.?)"
    r"|(?<=\dT)(?P<h3>\d\d)(?P<m3>\d\d)(?P<s3>\d\d)"
    r"|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_OFFSETS = re.compile(
    r"(?<![\w])(?:UTC|GMT)\s?(?P<sign1>[-+−])\s?(?P<h1>\d{1,2})(?::?(?P<m1>[0-5]\d))?(?!\d)"
    r"|(?<=[\d\s(])(?P<sign2>[-+−])(?P<h2>[01]\d):?(?P<m2>[0-5]\d)(?![\d:])"
    r"|(?:(?<=\d)|(?<=\d\s)|\b)(?P<zulu>Z|UTC|GMT)\b"
)
_ABBREVIATIONS = re.compile(
    r"\b(?:[ECMP][SD]T|CES?T|EES?T|WES?T|BST|IST|JST|KST|AES?DT|AEST|NZ[SD]T|AK[SD]T|HST|BRT|SGT|HKT|MSK)\b"
)
_MINUTES = {
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "WET": 0, "WEST": 60, "BST": 60, "IST": 330, "JST": 540,
    "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "AKST": -540, "AKDT": -480, "HST": -600,
    "BRT": -180, "SGT": 480, "HKT": 480, "MSK": 180,
}  # fmt: skip
_BESIDE = 5
"""Characters that may stand between a day and a time of it (", ", " at ", "T", " (")."""
_ZONE = re.compile(r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b")
_LABEL = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?([Zz]|[-+]\d\d:?\d\d)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A label's date (``day``), and its time of day and offset in minutes where it has them.

    ``time`` is hour, minute, second; ``fraction`` holds the digits of a second's fraction without
    trailing zeros.
    """

    day: tuple[int, int, int]
    time: tuple[int, int, int] | None = None
    fraction: str = ""
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """The dates, times and offsets that a text names, with their spans; ``years`` are those it names."""

    days: list[tuple[frozenset[Day], Span]] = field(default_factory=list)
    periods: frozenset[tuple[int, int, int]] = frozenset()
    times: list[tuple[int, int, int | None, str, Span]] = field(default_factory=list)
    offsets: frozenset[int] = frozenset()
    zones: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()

    def spans(self) -> Iterator[Span]:
        """Yield where dates and times stand."""
        for _, span in self.days:
            yield span
        for *_, span in self.times:
            yield span

    def names_day(self, day: tuple[int, int, int]) -> bool:
        """Whether the text names this day."""
        return day in self.periods or bool(self.days_of(Moment(day=day)))

    def days_of(self, moment: Moment) -> list[Span]:
        """Return where the text names the day of `moment`, with or without its year."""
        year, month, day = moment.day
        options: set[Day] = {moment.day} | ({(None, month, day)} if year in self.years else set())
        return [span for days, span in self.days if not options.isdisjoint(days)]

    def names_time(self, moment: Moment) -> bool:
        """Whether the text names the time of day of `moment`; seconds of 0 need not be written.

        A time that stands right beside another day is that day's.
        """
        if moment.time is None:
            return True
        hour, minute, second = moment.time
        own = self.days_of(moment)
        return any(
            (h, m) == (hour, minute) and (s or 0) == second and fraction == moment.fraction
            and (not own or self._day_beside(span) in (None, *own))
            for h, m, s, fraction, span in self.times
        )  # fmt: skip

    def _day_beside(self, time: Span) -> Span | None:
        """Return the span of the one day that stands within a few characters of a time, the nearest."""
        gaps = [(max(time[0] - day[1], day[0] - time[1]), day) for _, day in self.days]
        gap, day = min(gaps, default=(_BESIDE + 1, None))
        return day if gap <= _BESIDE else None

    def places(self, moment: Moment) -> list[Span] | None:
        """Return where the text names `moment` (its day), None where it does not."""
        return self.days_of(moment) if self.names(moment) else None

    def spelled(self, text: str) -> list[str]:
        """Return the dates and times as they stand in `text`."""
        return [text[start:end] for start, end in sorted(self.spans())]

    def names_offset(self, moment: Moment) -> bool:
        """Whether the text names the offset of `moment`, in figures or as a zone."""
        if moment.offset is None or moment.offset in self.offsets:
            return True
        return any(_offset(zone, moment) == moment.offset for zone in self.zones)

    def names(self, moment: Moment) -> bool:
        """Whether the text names the day, the time and the offset of `moment`."""
        return self.names_day(moment.day) and self.names_time(moment) and self.names_offset(moment)


@lru_cache(maxsize=4096)
def read_label(text: str) -> Moment | None:
    """Return the date or date-time that a label's text is (RFC 3339, the offset optional), else None."""
    match = _LABEL.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    if not _is_day(int(year), int(month), int(day)):
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
    days: list[tuple[frozenset[Day], Span]] = []
    for match in _DATES.finditer(text):
        options = frozenset(_numeric(match))
        if options:
            days.append((options, match.span()))
    periods: set[tuple[int, int, int]] = set()
    if re.search(r"[a-z]{3}", text, re.IGNORECASE):
        days += _spelled(text)
        periods = set(_periods(text, [span for _, span in days]))
    times = list(_times(text, days))
    lone = {
        int(match[0])
        for match in _LONE_YEAR.finditer(text)
        if not any(start <= match.start() < end for _, (start, end) in days)
    }
    years = lone | {day[0] for options, _ in days for day in options if day[0] is not None}
    periods |= {day for year in lone for day in ((year, 1, 1), (year, 12, 31))}
    return Moments(
        days=days,
        periods=frozenset(periods),
        times=times,
        offsets=frozenset(_offsets(text)),
        zones=tuple(dict.fromkeys(_ZONE.findall(text))),
        years=frozenset(years),
    )


def _numeric(match: re.Match[str]) -> Iterator[Day]:
    if match["y1"]:
        options = [(int(match["y1"]), int(match["m1"]), int(match["d1"]))]
    elif match["y2"]:
        year, first, second = _full(match["y2"]), int(match["a2"]), int(match["b2"])
        options = [(year, second, first)]
        if match["s2"] != ".":
            options.append((year, first, second))
    else:
        options = [(int(match["y3"]), int(match["m3"]), int(match["d3"]))]
    yield from (option for option in options if _is_day(*option))


def _spelled(text: str) -> Iterator[tuple[frozenset[Day], Span]]:
    taken: list[Span] = []
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in pattern.finditer(text):
            if _overlaps(match, taken):
                continue
            taken.append(match.span())
            year = _full(match["year"].lstrip("'")) if match["year"] else None
            month, day = _month(match["month"]), int(match["day"])
            if _is_day(year or 2024, month, day) and (year or match["month"] != "may"):
                yield frozenset({(year, month, day)}), match.span()


def _overlaps(match: re.Match[str], spans: list[Span]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in spans)


def _periods(text: str, days: list[Span]) -> Iterator[tuple[int, int, int]]:
    for match in _MONTH_YEAR.finditer(text):
        year, month = int(match["year"]), _month(match["month"])
        if year and not _overlaps(match, days):
            yield from ((year, month, 1), (year, month, monthrange(year, month)[1]))
    for match in _QUARTER.finditer(text):
        number = match["n1"] or match["n3"] or str(_ORDINALS[match["n2"].casefold()])
        year, month = int(match["year"] or match["before"]), 3 * int(number)
        if year:
            yield from ((year, month - 2, 1), (year, month, monthrange(year, month)[1]))


def _times(
    text: str, days: list[tuple[frozenset[Day], Span]]
) -> Iterator[tuple[int, int, int | None, str, Span]]:
    for match in _TIMES.finditer(text):
        if _overlaps(match, [span for _, span in days]):
            continue
        if match["word"]:
            yield (0 if match["word"].casefold() == "midnight" else 12), 0, None, "", match.span()
            continue
        if match["h3"]:
            yield int(match["h3"]), int(match["m3"]), int(match["s3"]), "", match.span()
            continue
        hour = int(match["h"] or match["h2"])
        half = match["half"] or match["half2"]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if "p" in half.casefold() else 0)
        if hour < 24:
            second = int(match["s"]) if match["s"] else None
            yield (
                hour,
                int(match["m"] or match["m2"] or 0),
                second,
                (match["f"] or "").rstrip("0"),
                match.span(),
            )


def _offsets(text: str) -> Iterator[int]:
    for match in _OFFSETS.finditer(text):
        if match["zulu"]:
            yield 0
            continue
        sign, hours, minutes = (
            (match["sign1"], match["h1"], match["m1"])
            if match["h1"]
            else (match["sign2"], match["h2"], match["m2"])
        )
        yield (1 if sign == "+" else -1) * (60 * int(hours) + int(minutes or 0))
    for match in _ABBREVIATIONS.finditer(text):
        if match[0] in _MINUTES:
            yield _MINUTES[match[0]]


def _offset(zone: str, moment: Moment) -> int | None:
    """Return the offset of an IANA zone at a local time, in minutes; None for an unknown zone."""
    from zoneinfo import ZoneInfo

    try:
        info = _zone(zone)
        assert moment.time is not None
        delta = datetime(*moment.day, *moment.time, tzinfo=info or ZoneInfo("UTC")).utcoffset()
    except (ValueError, OverflowError):
        return None
    return None if info is None or delta is None else int(delta.total_seconds()) // 60


@cache
def _zone(name: str):  # type: ignore[no-untyped-def]
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _minutes(offset: str) -> int:
    if offset in "Zz":
        return 0
    digits = offset[1:].replace(":", "")
    return (-1 if offset[0] == "-" else 1) * (60 * int(digits[:2]) + int(digits[2:]))


def is_calendar_word(word: str) -> bool:
    """Whether `word` is the name of a month or of a day of the week, short or long."""
    word = word.casefold().rstrip(".")
    return len(word) > 2 and any(name.startswith(word) for name in (*_MONTHS, *_WEEKDAYS))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].casefold()))


def _full(year: str) -> int:
    """Return a year with its century: two digits are 1970 to 2069, as POSIX reads them (69 and 70 aside)."""
    number = int(year)
    return number if len(year) > 2 else number + (2000 if number < 70 else 1900)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
