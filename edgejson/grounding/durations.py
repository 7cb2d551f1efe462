"""Lengths of time and sizes, in the unit that a field's name asks for."""

import re
from collections.abc import Mapping
from decimal import Decimal

from edgejson.grounding.figures import figures

_SECONDS: Mapping[str, int] = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_NAMES = {
    "s": "second", "sec": "second", "secs": "second", "second": "second", "seconds": "second",
    "m": "minute", "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute",
    "h": "hour", "hr": "hour", "hrs": "hour", "hour": "hour", "hours": "hour",
    "d": "day", "day": "day", "days": "day", "week": "week", "weeks": "week", "fortnight": "week",
}  # fmt: skip
_BYTES = {
    "kb": (1000, 1024),
    "mb": (1000**2, 1024**2),
    "gb": (1000**3, 1024**3),
    "kib": (1024,),
    "mib": (1024**2,),
}
_WRITTEN = re.compile(
    r"(?P<much>[\w.,'-]+|half an?|an?)[\s-]?(?P<unit>"
    + "|".join(sorted(_NAMES, key=len, reverse=True))
    + r")\b(?P<half> and a half)?",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(?P<much>\d+(?:[.,]\d+)*)\s?(?P<unit>[kmg]i?b)\b", re.IGNORECASE)


def lengths(text: str, field: str) -> frozenset[Decimal]:
    """Return the lengths of time that `text` names, in the unit of `field`'s name, or the sizes in bytes.

    ``an hour and a half`` is 90 for ``duration_minutes``, ``1 h 30 min`` too; ``two weeks`` is 14 for
    ``recommended_in_days``; ``2 KB`` is 2000 or 2048 for ``size``. Other fields have none.
    """
    words = set(field.casefold().split("_"))
    unit = next((_SECONDS[name] for name in _SECONDS if words & {name, f"{name}s"}), None)
    if unit is not None:
        return frozenset(_times(text, unit))
    if words & {"size", "bytes"}:
        return frozenset(_sizes(text))
    return frozenset()


def _times(text: str, unit: int) -> set[Decimal]:
    found: set[Decimal] = set()
    end, total = -10, Decimal(0)
    for match in _WRITTEN.finditer(text):
        seconds = _much(match["much"])
        if seconds is None:
            continue
        each = _SECONDS[_NAMES[match["unit"].casefold()]]
        seconds = seconds * each * (2 if match["unit"].casefold() == "fortnight" else 1)
        if match["half"]:
            seconds += Decimal(each) / 2
        joined = re.fullmatch(r"(?:,?\s|\s?and\s|\s)?", text[end : match.start()]) if end >= 0 else None
        total = total + seconds if joined else seconds
        end = match.end()
        found |= {seconds / unit, total / unit}
    return found


def _sizes(text: str) -> set[Decimal]:
    return {
        value * factor
        for match in _SIZE.finditer(text)
        for figure in figures(match["much"])
        for value in figure.values
        for factor in _BYTES.get(match["unit"].casefold(), ())
    }


def _much(text: str) -> Decimal | None:
    text = text.casefold()
    if text in ("a", "an"):
        return Decimal(1)
    if text.startswith("half"):
        return Decimal("0.5")
    read = figures(text)
    return max(read[0].values) if len(read) == 1 else None
