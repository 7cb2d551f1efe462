"""Days as prompts spell them.

``2025-03-04``, ``2025/3/4``, ``20250304``, ``04.03.2025``, ``04/03/2025`` (either order of day and month),
``March 4, 2025``, ``4 Mar 2025``, ``4th of March 2025``, ``04-Mar-25``, ``Tue, 4 Mar 2025``; without a year
where the text names one elsewhere. A month, quarter or year stands for its first and its last day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

Span: TypeAlias = tuple[int, int]
Day: TypeAlias = tuple[int | None, int, int]
"""Year (None where it is not written), month, day."""
FullDay: TypeAlias = tuple[int, int, int]

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})\b|(?:{'|'.join(name[:3] for name in _MONTHS)}|sept)\b\.?)"
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
    r"\b(?:Q(?P<n1>[1-4])|(?P<n2>first|second|third|fourth|1st|2nd|3rd|4th|last) quarter)(?: of)?[ ,/-]*"
    r"(?P<year>\d{4})\b"
    r"|\b(?P<before>\d{4})[ -]?Q(?P<n3>[1-4])\b",
    re.IGNORECASE,
)
_LONE_YEAR = re.compile(r"(?<![\w./-])(?:19|20)\d\d(?![\w/-]|\.\d)")
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_LEAP_YEAR = 2024
"""Stands for a year that is not written: it has every day that any year has."""


class DayMention(NamedTuple):
    """A day in a text: the days that it can mean (two where the order of day and month is open)."""

    options: frozenset[Day]
    span: Span


def days_in(text: str) -> list[DayMention]:
    """Return the days that `text` names, those in figures first."""
    found = [
        DayMention(frozenset(options), match.span())
        for match in _DATES.finditer(text)
        if (options := list(_numeric(match)))
    ]
    return [*found, *_spelled(text, [mention.span for mention in found])]


def periods_in(text: str, days: Sequence[Span]) -> frozenset[FullDay]:
    """Return the first and last days of the months, quarters and years that `text` names outside `days`."""
    ends = {day for year in lone_years(text, days) for day in ((year, 1, 1), (year, 12, 31))}
    return frozenset(ends | set(_periods(text, days)))


def lone_years(text: str, days: Sequence[Span]) -> set[int]:
    """Return the years that `text` names outside `days`."""
    return {int(match[0]) for match in _LONE_YEAR.finditer(text) if not overlaps(match, days)}


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_calendar_word(word: str) -> bool:
    """Whether `word` is the name of a month or of a day of the week, short or long."""
    word = word.casefold().rstrip(".")
    return len(word) > 2 and any(name.startswith(word) for name in (*_MONTHS, *_WEEKDAYS))


def overlaps(match: re.Match[str], spans: Sequence[Span]) -> bool:
    """Whether a match shares a character with one of `spans`."""
    return any(match.start() < end and start < match.end() for start, end in spans)


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
    yield from (option for option in options if is_day(*option))


def _spelled(text: str, taken: list[Span]) -> Iterator[DayMention]:
    for pattern in (_DAY_MONTH, _MONTH_DAY) if _names_month(text) else ():
        for match in pattern.finditer(text):
            if overlaps(match, taken):
                continue
            taken.append(match.span())
            year = _full(match["year"].lstrip("'")) if match["year"] else None
            month, day = _month(match["month"]), int(match["day"])
            # In small letters and without a year, "may 5" is mostly not the month.
            if is_day(year or _LEAP_YEAR, month, day) and (year or match["month"] != "may"):
                yield DayMention(frozenset({(year, month, day)}), match.span())


def _periods(text: str, days: Sequence[Span]) -> Iterator[FullDay]:
    for match in _MONTH_YEAR.finditer(text) if _names_month(text) else ():
        year, month = int(match["year"]), _month(match["month"])
        if year and not overlaps(match, days):
            yield from ((year, month, 1), (year, month, monthrange(year, month)[1]))
    for match in _QUARTER.finditer(text) if "Q" in text or "quarter" in text.lower() else ():
        number = match["n1"] or match["n3"] or str(_ORDINALS[match["n2"].casefold()])
        year, month = int(match["year"] or match["before"]), 3 * int(number)
        if year:
            yield from ((year, month - 2, 1), (year, month, monthrange(year, month)[1]))


def _names_month(text: str) -> bool:
    """Whether the beginning of a month's name stands in `text` (a quick look, before the patterns)."""
    lower = text.lower()
    return any(name[:3] in lower for name in _MONTHS)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].casefold()))


def _full(year: str) -> int:
    """Return a year with its century: two digits are 1970 to 2069, as POSIX reads them (69 and 70 aside)."""
    number = int(year)
    return number if len(year) > 2 else number + (2000 if number < 70 else 1900)
