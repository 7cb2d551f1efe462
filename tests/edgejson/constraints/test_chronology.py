"""Dates and date-times against each other."""

from typing import Any

import pytest

from edgejson.constraints.chronology import ascending, none_before


def _early(anchor: str, *others: str) -> list[str]:
    label: Any = {"anchor": anchor, "others": list(others)}
    return [
        one.pointer.removeprefix("/expected_output")
        for one in none_before(label, "others/*", anchor="anchor")
    ]


def _backwards(*history: str) -> list[str]:
    label: Any = {"history": list(history)}
    return [one.pointer.rpartition("/")[2] for one in ascending(label, "history/*")]


def test_a_date_is_compared_with_the_day_as_written() -> None:
    assert _early("2024-05-06T23:30:00-05:00", "2024-05-06") == []
    assert _early("2024-05-06T23:30:00-05:00", "2024-05-05") == ["/others/0"]
    assert _early("2024-05-07", "2024-05-06T23:59:59Z") == ["/others/0"]


def test_date_times_are_compared_as_instants() -> None:
    assert _early("2024-05-06T10:00:00Z", "2024-05-06T12:00:00+02:00") == []
    assert _early("2024-05-06T10:00:00Z", "2024-05-06T11:59:59+02:00") == ["/others/0"]
    assert _early("2024-05-06T10:00:00.123456789Z", "2024-05-06T10:00:00.123456Z") == []


def test_without_offsets_they_are_compared_as_written() -> None:
    assert _early("2024-05-06T10:00:00", "2024-05-06T09:59:59.999") == ["/others/0"]


@pytest.mark.parametrize(
    "other",
    [
        "2024-05-06T09:00:00",
        "yesterday",
        "2024-02-30",
        "06/05/2023",
        "2024-05-06T25:00:00Z",
        "20240101",
        "2024-W01",
    ],
)
def test_what_cannot_be_compared_is_left_alone(other: str) -> None:
    assert _early("2024-05-06T10:00:00Z", other) == []
    assert _early(other, "2001-01-01T00:00:00Z") == []


def test_one_early_moment_is_accused_itself_and_several_accuse_the_anchor() -> None:
    assert _early("2024-05-06", "2024-05-05", "2024-05-07") == ["/others/0"]
    assert _early("2024-05-06", "2024-05-05", "2024-05-04", "2024-05-07") == ["/anchor"]


def test_the_fewest_steps_back_are_accused() -> None:
    days = [f"2024-05-0{day}T00:00:00Z" for day in range(1, 6)]
    assert _backwards(*days) == []
    assert _backwards(days[0], days[0], days[1]) == []
    assert _backwards(days[4], *days[:4]) == ["0"]
    assert _backwards(*days[1:], days[0]) == ["4"]
    assert _backwards(days[0], days[3], days[1], days[2]) == ["1"]
    assert _backwards(*reversed(days)) == ["0", "1", "2", "3"]


def test_moments_without_an_offset_are_not_judged_among_others() -> None:
    assert _backwards("2024-05-02T00:00:00Z", "2024-05-01T00:00:00", "2024-05-03T00:00:00Z") == []
