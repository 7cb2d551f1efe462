"""Times of day and offsets from UTC as prompts spell them.

Times: ``14:05``, ``14:05:33.120``, ``2:05 pm``, ``2pm``, ``14h05``, ``noon``, ``midnight``. Offsets: ``Z``,
``UTC``, ``GMT``, ``+02:00``, ``UTC+2``, abbreviations that common use gives one meaning, IANA zone names.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from functools import cache
from typing import NamedTuple

from edgejson.grounding.days import FullDay, Span, overlaps

_TIMES = re.compile(
    r"(?:(?<![\w:+.,])|(?<=\dT)|(?<=\d{4}:))(?P<h>\d{1,2})[:h](?P<m>[0-5]\d)"
    r"(?::(?P<s>[0-5]\d)(?:[.,](?P<f>\d{1,9}))?)?(?![\d:]|\.\d)(?P<half>\s?[ap]\.?\s?m\b\.?)?"
    r"|(?<![\w:.,])(?P<h2>\d{1,2})(?:\.(?P<m2>[0-5]\d))?(?P<half2>\s?[ap]\.?\s?m\b\.?)"
    r"|(?<=\dT)(?P<h3>\d\d)(?P<m3>\d\d)(?P<s3>\d\d)"
    r"|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_OFFSETS = re.compile(
    r"(?<![\w])(?:UTC|GMT)\s?(?P<sign1>[-+−])\s?(?P<h1>\d{1,2})(?::?(?P<m1>[0-5]\d))?(?!\d)"
    r"|(?<=[\d\s(])(?P<sign2>[-+−])(?P<h2>[01]\d):?(?P<m2>[0-5]\d)(?![\d:])"
    r"|(?P<zulu>(?<=\d)Z|(?<=\d\s)Z|\bUTC|\bGMT)\b"
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
    for match in _TIMES.finditer(text):
        if overlaps(match, days):
            continue
        if match["word"]:
            hour = 0 if match["word"].casefold() == "midnight" else 12
            yield TimeMention(hour, 0, None, "", match.span())
            continue
        if match["h3"]:
            yield TimeMention(int(match["h3"]), int(match["m3"]), int(match["s3"]), "", match.span())
            continue
        hour = int(match["h"] or match["h2"])
        half = match["half"] or match["half2"]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if "p" in half.casefold() else 0)
        if hour < 24:
            second = int(match["s"]) if match["s"] else None
            fraction = (match["f"] or "").rstrip("0")
            yield TimeMention(hour, int(match["m"] or match["m2"] or 0), second, fraction, match.span())


def offsets_in(text: str) -> Iterator[int]:
    """Yield the offsets that `text` names in figures or by abbreviation, in minutes."""
    for match in _OFFSETS.finditer(text):
        if match["zulu"]:
            yield 0
            continue
        sign, hours = match["sign1"] or match["sign2"], match["h1"] or match["h2"]
        minutes = 60 * int(hours) + int(match["m1"] or match["m2"] or 0)
        yield minutes if sign == "+" else -minutes
    for match in _ABBREVIATIONS.finditer(text):
        if match[0] in _MINUTES:
            yield _MINUTES[match[0]]


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
