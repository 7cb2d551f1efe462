"""Times of day and offsets from UTC as prompts spell them.

Times: ``14:05``, ``14:05:33.120``, ``2:05 pm``, ``2pm``, ``14h05``, ``at 14.05h``, ``2:05 in the afternoon``,
``a quarter to nine in the morning``, ``noon``, ``midnight``. Offsets: ``Z``,
``UTC``, ``GMT``, ``+02:00``, ``UTC+2``, abbreviations that common use gives one meaning, IANA zone names.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from functools import cache
from typing import NamedTuple

from edgejson.grounding.days import FullDay, Span, overlaps

_HALF = r"\s?[ap]\.?\s?m\b\.?"
_PART = r",?\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
_TIMES = re.compile(
    r"(?P<h>\d{1,2})[:h](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,](?P<f>\d{1,9}))?)?(?![\d:]|\.\d)"
    rf"(?P<half>{_HALF}|{_PART})?",
    re.IGNORECASE,
)
_HALVES = re.compile(rf"(?P<h>\d{{1,2}})(?:\.(?P<m>[0-5]\d))?(?P<half>{_HALF})", re.IGNORECASE)
_POINTED = re.compile(r"(?<=\bat\s)(?P<h>\d{1,2})\.(?P<m>[0-5]\d)(?P<half>)\s?h\b", re.IGNORECASE)
_HOURS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_MINUTES_TOLD = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_TOLD = re.compile(
    r"(?<!from\s)(?<!between\s)\b"
    rf"(?:(?P<much>{'|'.join(sorted(_MINUTES_TOLD, reverse=True))})\s(?P<side>past|to)"
    r"|at|around|about|by|until|since|before|after)\s"
    rf"(?P<h>\d{{1,2}}|{'|'.join(_HOURS)})(?:\.(?P<m>[0-5]\d))?(?:\so'clock)?(?P<half>{_HALF}|{_PART})",
    re.IGNORECASE,
)
"""Without a word such as ``at`` before it, a number is no time: ``take 2 in the morning``."""
_COMPACT = re.compile(r"T(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)")
_WORDS = {"noon": 12, "midday": 12, "midnight": 0}
_NAMED = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_NAMED_OFFSETS = re.compile(
    r"(?:UTC|GMT)(?:\s?(?P<sign>[-+−])\s?(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d))?(?!\d))?(?!\w)"
)
_OFFSETS = re.compile(r"(?P<sign>[-+−])(?P<h>[01]\d):?(?P<m>[0-5]\d)(?![\d:])")
_BEFORE_OFFSET = re.compile(r"[\s(]$|(?:UTC|GMT)\s?$|\d\d:\d\d:\d\d(?:\.\d+)?$")
"""What stands before the minus of an offset: the dash of a range stands right between two times."""
_ZULU = re.compile(r"\d\s?Z\b")
_ABBREVIATIONS = re.compile(r"[A-Z]{3,4}(?!\w)")
_MINUTES = {
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "WET": 0, "WEST": 60, "BST": 60, "IST": 330, "JST": 540,
    "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "AKST": -540, "AKDT": -480, "HST": -600,
    "BRT": -180, "SGT": 480, "HKT": 480, "MSK": 180,
}  # fmt: skip
_ZONE = re.compile(r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b")


class TimeMention(NamedTuple):
    """A time of day in a text; ``second`` is None where it is not written, ``fraction`` holds its digits."""

    hour: int
    minute: int
    second: int | None
    fraction: str
    span: Span


def times_in(text: str, days: Sequence[Span]) -> Iterator[TimeMention]:
    """Yield the times that `text` names outside `days`."""
    taken = list(days)
    for pattern in (_TIMES, _HALVES, _POINTED):
        for match in pattern.finditer(text):
            if _goes_before(text, match.start()) or overlaps(match, taken):
                continue
            hour, second = int(match["h"]), match.groupdict().get("s")
            if match["half"]:
                hour = _of_day(hour, match["half"])
            if hour < 24:
                fraction = (match.groupdict().get("f") or "").rstrip("0")
                taken.append(match.span())
                yield TimeMention(
                    hour, int(match["m"] or 0), int(second) if second else None, fraction, match.span()
                )
    for match in _COMPACT.finditer(text):
        if match.start() > 0 and text[match.start() - 1].isdigit():
            yield TimeMention(int(match["h"]), int(match["m"]), int(match["s"]), "", match.span())
    yield from _told(text, taken)
    for match in _NAMED.finditer(text):
        yield TimeMention(_WORDS[match[0].lower()], 0, None, "", match.span())


def _told(text: str, taken: Sequence[Span]) -> Iterator[TimeMention]:
    """Yield the times outside `taken` that `text` tells in words, with their half or part of the day."""
    for match in _TOLD.finditer(text):
        told = match["h"].lower()
        hour = int(told) if told.isdigit() else _HOURS.index(told) + 1
        if not 1 <= hour <= 12 or overlaps(match, taken):
            continue
        minutes = 60 * _of_day(hour, match["half"]) + int(match["m"] or 0)
        if match["much"]:
            much = _MINUTES_TOLD[match["much"].lower()]
            minutes += much if match["side"].lower() == "past" else -much
        start = match.start("much") if match["much"] else match.start("h")
        yield TimeMention(minutes // 60 % 24, minutes % 60, None, "", (start, match.end()))


def _of_day(hour: int, half: str) -> int:
    """Return the hour of the day that an hour is in a half (``pm``) or a part (``in the evening``) of it."""
    half = half.casefold()
    if not 1 <= hour <= 12:
        return hour
    late = 6 <= hour < 12 if "night" in half else any(word in half for word in ("p", "afternoon", "evening"))
    return hour % 12 + (12 if late else 0)


def _goes_before(text: str, at: int) -> bool:
    """Whether digits at `at` go on a number, a word or an offset before them, and so begin no time."""
    if at == 0:
        return False
    before = text[at - 1]
    if before == "T":
        return at < 2 or not text[at - 2].isdigit()
    if before == "-" and _BEFORE_OFFSET.search(text[max(0, at - 10) : at - 1]):
        return True
    if before == ":":
        return not text[max(0, at - 5) : at - 1].isdigit() or at < 5
    return before.isalnum() or before in "_+.,"


def offsets_in(text: str) -> Iterator[int]:
    """Yield the offsets that `text` names in figures or by abbreviation, in minutes."""
    if "UTC" in text or "GMT" in text:
        for match in _NAMED_OFFSETS.finditer(text):
            yield _minutes(match) if match["h"] else 0
    if _ZULU.search(text):
        yield 0
    for match in _OFFSETS.finditer(text):
        if match.start() > 0 and (text[match.start() - 1].isdigit() or text[match.start() - 1] in " \t\n("):
            yield _minutes(match)
    for match in _ABBREVIATIONS.finditer(text):
        if match[0] in _MINUTES:
            yield _MINUTES[match[0]]


def _minutes(match: re.Match[str]) -> int:
    minutes = 60 * int(match["h"]) + int(match["m"] or 0)
    return minutes if match["sign"] == "+" else -minutes


def zones_in(text: str) -> tuple[str, ...]:
    """Return what looks like the names of IANA zones in `text`."""
    return tuple(dict.fromkeys(_ZONE.findall(text)))


def zone_offset(zone: str, day: FullDay, time: tuple[int, int, int]) -> int | None:
    """Return the offset of an IANA zone at a local time, in minutes; None for an unknown zone or no time."""
    info = _zone(zone)
    try:
        delta = None if info is None else datetime(*day, *time, tzinfo=info).utcoffset()
    except (ValueError, OverflowError):
        return None
    return None if delta is None else int(delta.total_seconds()) // 60


@cache
def _zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
