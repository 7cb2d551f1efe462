"""Dates and times are moved in the form that they have."""

from datetime import date, datetime, timedelta

import pytest

from edgejson.generators.mutations.date_times import at_offset, day_of, format_like, moved, parse_date_time


@pytest.mark.parametrize(
    ("value", "by", "after"),
    [
        ("2024-02-28", timedelta(days=1), "2024-02-29"),
        ("2024-02-29", timedelta(days=-60), "2023-12-31"),
        ("2024-02-29T23:59:59Z", timedelta(seconds=1), "2024-03-01T00:00:00Z"),
        ("2024-02-29T23:59:59+05:30", timedelta(hours=-1), "2024-02-29T22:59:59+05:30"),
        ("0001-01-01", timedelta(days=-1), None),
        ("9999-12-31T00:00:00Z", timedelta(days=1), None),
        ("2024-02-29T23:59:59", timedelta(days=1), None),
        ("2024-13-01", timedelta(days=1), None),
        ("at noon", timedelta(days=1), None),
        (20240229, timedelta(days=1), None),
    ],
)
def test_moved(value: str, by: timedelta, after: str | None) -> None:
    assert moved(value, by) == after


def test_reading_tells_days_from_times() -> None:
    assert parse_date_time("2024-02-29") == date(2024, 2, 29)
    assert isinstance(parse_date_time("2024-02-29T10:00:00Z"), datetime)
    assert day_of("2024-02-29T23:30:00-09:00") == date(2024, 2, 29)
    assert day_of("soon") is None


def test_an_instant_is_written_for_another_offset() -> None:
    instant = parse_date_time("2024-02-29T23:30:00Z")
    assert isinstance(instant, datetime)
    assert format_like(at_offset(instant, 14), like="") == "2024-03-01T13:30:00+14:00"
