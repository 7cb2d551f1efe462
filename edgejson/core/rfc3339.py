"""Dates and date-times as RFC 3339 spells them."""

import re
from datetime import date, datetime

_FORM = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?)?")
_BEYOND_MICROSECONDS = re.compile(r"(?<=\.\d{6})\d+")


def parse_rfc3339(text: str) -> date | None:
    """Return the date or datetime that `text` spells, with or without an offset; None where it spells none.

    Digits beyond microseconds are dropped. A leap second is none: datetime has no such time.
    """
    if not _FORM.fullmatch(text):
        return None
    try:
        if len(text) == len("2000-01-01"):
            return date.fromisoformat(text)
        return datetime.fromisoformat(_BEYOND_MICROSECONDS.sub("", text.upper()))
    except ValueError:
        return None
