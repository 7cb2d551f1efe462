"""Dates and times of a label, moved and written anew in the form that they have."""

from datetime import date, datetime, timedelta, timezone

from edgejson._typing import JSONValue
from edgejson.core.rfc3339 import parse_rfc3339


def moved(value: JSONValue, by: timedelta) -> str | None:
    """Return the date or time `value` moved `by`, in its own form; None for anything else, or the year 0."""
    read = parse_date_time(value)
    try:
        return None if read is None else format_like(read + by, like=str(value))
    except OverflowError:
        return None


def parse_date_time(value: JSONValue) -> datetime | date | None:
    """Return the date, or time with an offset, that `value` spells; None for anything else."""
    read = parse_rfc3339(value) if isinstance(value, str) else None
    return None if isinstance(read, datetime) and read.tzinfo is None else read


def format_like(moment: datetime | date, *, like: str) -> str:
    """Return a date or time as JSON Schema's formats spell it, with a Z where `like` has one."""
    text = moment.isoformat()
    return text.removesuffix("+00:00") + "Z" if like.endswith("Z") and text.endswith("+00:00") else text


def day_of(value: JSONValue) -> date | None:
    """Return the day that a date, or a time by its own offset, falls on."""
    read = parse_date_time(value)
    return read.date() if isinstance(read, datetime) else read


def at_offset(moment: datetime, hours: int) -> datetime:
    """Return the same instant at an offset of so many hours."""
    return moment.astimezone(timezone(timedelta(hours=hours)))
