"""Dates and date-times as RFC 3339 spells them: what is one, and what is none."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from edgejson.core.rfc3339 import parse_rfc3339


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-05-06T10:00:00Z", datetime(2024, 5, 6, 10, tzinfo=UTC)),
        ("2024-05-06t10:00:00z", datetime(2024, 5, 6, 10, tzinfo=UTC)),
        (
            "2024-05-06 10:00:00.5+02:00",
            datetime(2024, 5, 6, 10, 0, 0, 500_000, timezone(timedelta(hours=2))),
        ),
        ("2024-05-06T10:00:00.123456789Z", datetime(2024, 5, 6, 10, 0, 0, 123_456, UTC)),
        ("2024-05-06T10:00:00", datetime(2024, 5, 6, 10)),
    ],
)
def test_what_is_one(text: str, value: date) -> None:
    assert parse_rfc3339(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "2023-02-29", "2016-12-31T23:59:60Z", "20240101", "2024-W01", "2024-05-06T10:00Z",
        "2024-05-06T10Z",
        "2024-05-06T25:00:00Z", "2024-05-06T10:00:00+0200", "06/05/2023", "2024-05-06T10:00:00Z ",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    assert parse_rfc3339(text) is None
