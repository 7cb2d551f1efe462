"""Offsets from UTC, in figures, by abbreviation, in words or as the name of a zone."""

import re
from datetime import datetime, tzinfo
from functools import cache
from typing import NamedTuple

from edgejson.alignment.number_words import SMALL
from edgejson.alignment.runs import Runs, matches
from edgejson.alignment.vocabulary import table_of

_NAMED_OFFSET = re.compile(
    r"\b(?:utc|gmt|zulu)(?:\s?(?P<sign>[-+−–±]|plus|minus|ahead|behind)\s?(?:(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d))?|(?P<w>[a-z]+)(?:[\s-](?P<x>thirty|fifteen|forty-five))?)(?!\d|\w))?"
)


_OFFSET = re.compile(
    r"(?<![\w.])(?<!\d\s)(?<!\d)(?P<sign>[-+−])(?P<h>[01]\d):?(?P<m>[0-5]\d)(?![\d:]|-\d|\.\d)|(?<=\d)(?P<sign2>[-+−])(?P<h2>[01]\d):?(?P<m2>[0-5]\d)(?![\d:]|-\d|\.\d)|(?<=\d\s)(?P<sign3>[-+−])(?P<h3>[01]\d):?(?P<m3>[0-5]\d)(?![\d:]|-\d|\.\d)"
)


_SPELLED = re.compile(
    r"\b(?P<sign>plus|minus)\s(?P<w>[a-z]+|\d{1,2})\shours?\b|\b(?P<n>[a-z]+|\d{1,2})\shours?\s(?P<side>ahead|behind|east|west)\b|\boffset\s(?:of\s)?(?P<sign2>[-+−])?(?P<w2>\d{1,2})(?::(?P<m2>\d\d))?\b|(?<=[\s(])(?P<sign3>[+−-])(?P<w3>\d{1,2})(?=\)|\sh)"
)


_ZULU = re.compile(r"(?<=\d)\s?z\b")


_ABBREVIATION = re.compile(r"\b[A-Z]{3,4}\b")


_SIGNS = ("+", "-", "−")
_MINUTES = table_of("minutes from UTC")


_ZONE = re.compile(r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b")


class OffsetMention(NamedTuple):
    """An offset from UTC in minutes (several where the words allow it), or the name of an IANA zone."""

    options: frozenset[int]
    zone: str
    start: int
    end: int


def offsets(text: str, lower: str, runs: Runs) -> list[OffsetMention]:
    """Return the offsets from UTC that a text names, in its order."""
    found: list[OffsetMention] = []
    if "utc" in lower or "gmt" in lower or "zulu" in lower:
        for match in _NAMED_OFFSET.finditer(lower):
            minutes = _minutes(match["sign"], match["h"], match["m"], match["w"], match["x"])
            found.append(
                OffsetMention(frozenset() if minutes is None else frozenset({minutes}), "", *match.span())
            )
            if minutes is None:
                found[-1] = OffsetMention(frozenset({0}), "", match.start(), match.start() + 3)
    zulu = [end for _, end in runs if "z" in lower[end : end + 2]]
    found += [OffsetMention(frozenset({0}), "", *match.span()) for match in matches(_ZULU, lower, zulu)]
    signed = [(start - 1, end - start) for start, end in runs if text[start - 1 : start] in _SIGNS]
    for match in matches(_OFFSET, text, [at for at, length in signed if length in (2, 4)]):
        sign, hours, minutes_ = (
            (match["sign"] or match["sign2"] or match["sign3"]),
            (match["h"] or match["h2"] or match["h3"]),
            (match["m"] or match["m2"] or match["m3"]),
        )
        found.append(
            OffsetMention(frozenset({_signed(sign, 60 * int(hours) + int(minutes_))}), "", *match.span())
        )
    told = "hour" in lower or "offset" in lower or any(
        length <= 2 and text[max(0, at - 1) : at].strip() in ("", "(") for at, length in signed
    )
    for match in _SPELLED.finditer(lower) if told else ():
        sign = (
            match["sign"]
            or match["sign2"]
            or match["sign3"]
            or {"ahead": "+", "east": "+", "behind": "-", "west": "-"}.get(match["side"] or "", "+")
        )
        minutes = _minutes(
            sign, None, match["m2"], match["w"] or match["n"] or match["w2"] or match["w3"], None
        )
        if minutes is not None and abs(minutes) <= 14 * 60:
            found.append(OffsetMention(frozenset({minutes}), "", *match.span()))
    found += [
        OffsetMention(frozenset({_MINUTES[match[0]]}), "", *match.span())
        for match in _ABBREVIATION.finditer(text)
        if match[0] in _MINUTES
    ]
    if "/" in text:
        found += [
            OffsetMention(frozenset(), match[0], *match.span())
            for match in _ZONE.finditer(text)
            if _zone(match[0]) is not None
        ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[OffsetMention] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _minutes(
    sign: str | None, hours: str | None, minutes: str | None, word: str | None, more: str | None
) -> int | None:
    if sign is None:
        return 0
    if word is not None:
        value = int(word) if word.isdigit() else SMALL.get(word)
        if value is None:
            return None
        hours = str(value)
    extra = {"thirty": 30, "fifteen": 15, "forty-five": 45}.get(more or "", int(minutes or 0))
    return _signed(sign, 60 * int(hours or 0) + extra)


def _signed(sign: str, minutes: int) -> int:
    return -minutes if sign in ("-", "−", "–", "minus", "behind") else minutes


def zone_offset(zone: str, day: tuple[int, int, int], time: tuple[int, int, int]) -> int | None:
    """Return the offset of an IANA zone at a local time, in minutes; None where there is none."""
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
