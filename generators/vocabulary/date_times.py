"""Dates and RFC 3339 date-times, always with an offset."""

from datetime import date, datetime, timedelta, timezone

from edgejson.core.rfc3339 import parse_rfc3339
from edgejson.generators.draws import Draws

FIRST_DAY = date(2022, 1, 3)
LAST_DAY = date(2026, 5, 29)

_OFFSETS = (0, 60, 120, -300, -360, -420, -480, 330, 480, 540, 600, -180)


def day(draws: Draws, first: date = FIRST_DAY, last: date = LAST_DAY) -> date:
    """Return a day in first..last."""
    return first + timedelta(days=draws.between(0, (last - first).days))


def days_after(draws: Draws, start: date, low: int, high: int) -> date:
    """Return the day low..high days after `start`."""
    return start + timedelta(days=draws.between(low, high))


def zone(draws: Draws, minutes: int | None = None) -> timezone:
    """Return the offset of `minutes` from UTC, or a drawn one, UTC itself in a third of the cases or more."""
    if minutes is not None:
        return timezone(timedelta(minutes=minutes))
    return timezone(timedelta(minutes=draws.choice(_OFFSETS) if draws.chance(65) else 0))


def moment(
    draws: Draws, where: timezone, *, on: date | None = None, hours: tuple[int, int] = (0, 23)
) -> datetime:
    """Return a moment with that offset, on a given or drawn day, at an hour in hours[0]..hours[1]."""
    chosen = on or day(draws)
    hour, minute, second = draws.between(*hours), draws.between(0, 59), draws.between(0, 59)
    return datetime(chosen.year, chosen.month, chosen.day, hour, minute, second, tzinfo=where)


def on_the_hour(
    draws: Draws, where: timezone, *, on: date | None = None, hours: tuple[int, int] = (8, 18)
) -> datetime:
    """Return a moment as people arrange one: at a full, half or quarter hour."""
    chosen = on or day(draws)
    hour, minute = draws.between(*hours), draws.choice((0, 30, 15, 45))
    return datetime(chosen.year, chosen.month, chosen.day, hour, minute, tzinfo=where)


def later(draws: Draws, start: datetime, low_seconds: int, high_seconds: int) -> datetime:
    """Return a moment low..high seconds after `start`, with the same offset."""
    return start + timedelta(seconds=draws.between(low_seconds, high_seconds))


def text(moment: datetime) -> str:
    """Return the RFC 3339 spelling, with ``Z`` for UTC."""
    spelled = moment.isoformat()
    return spelled[:-6] + "Z" if spelled.endswith("+00:00") else spelled


def read(spelled: str) -> datetime:
    """Return the moment that an RFC 3339 text spells; raises ValueError without an offset."""
    read = parse_rfc3339(spelled)
    if not isinstance(read, datetime) or read.tzinfo is None:
        raise ValueError(f"{spelled} has no offset")
    return read
