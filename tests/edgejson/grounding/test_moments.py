"""Dates, times and offsets as prompts spell them."""

import pytest

from edgejson.grounding.moments import moments, read_label

AFTERNOON = "2025-03-04T14:05:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-04", "2025/03/04", "2025/3/4", "20250304", "04.03.2025", "4.3.2025", "04/03/2025",
        "03/04/2025", "04-03-2025", "04.03.25", "March 4, 2025", "March 4th, 2025", "Mar 4 2025",
        "Mar. 4, 2025", "4 March 2025", "4 Mar 2025", "4th of March 2025", "04-Mar-2025", "4-Mar-25",
        "Tue, 4 Mar 2025", "due 2025-03-04.", "on March 4 in 2025", "04/Mar/2025:14:05:33 +0000",
        "4 March (the year is 2025)",
    ],
)  # fmt: skip
def test_day_is_named(text: str) -> None:
    label = read_label("2025-03-04")
    assert label is not None
    assert moments(text).names(label)


@pytest.mark.parametrize(
    "text", ["2025-03-05", "2024-03-04", "May 4, 2025", "4 March", "04.05.2025", "1.5.2", "March 2025"]
)
def test_another_day_is_not(text: str) -> None:
    label = read_label("2025-03-04")
    assert label is not None
    assert not moments(text).names(label)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("March 2025", ("2025-03-01", "2025-03-31")),
        ("Q1 2025", ("2025-01-01", "2025-03-31")),
        ("the second quarter of 2024", ("2024-04-01", "2024-06-30")),
        ("in 2023", ("2023-01-01", "2023-12-31")),
    ],
)
def test_a_period_stands_for_its_first_and_last_day(text: str, days: tuple[str, str]) -> None:
    for day in days:
        label = read_label(day)
        assert label is not None
        assert moments(text).names(label)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-04T14:05:00Z", "2025-03-04 14:05:00+00:00", "March 4, 2025 at 2:05 pm UTC",
        "4 Mar 2025, 14:05 (UTC)", "04/Mar/2025:14:05:00 +0000", "Tue, 4 Mar 2025 14:05:00 +0000",
        "20250304T140500Z", "4 March 2025, 2.05 p.m. GMT", "14h05 UTC on 4 March 2025", "2025-03-04 14:05Z",
    ],
)  # fmt: skip
def test_moment_is_named(text: str) -> None:
    label = read_label(AFTERNOON)
    assert label is not None
    assert moments(text).names(label)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-04T14:06:00Z", "2025-03-04T14:05:01Z", "2025-03-04T14:05:00+01:00",
        "March 4, 2025 at 2:05 am UTC",
        "2025-03-04", "2025-03-04 14:05", "March 5, 2025, 14:05 UTC",
    ],
)  # fmt: skip
def test_another_moment_is_not(text: str) -> None:
    label = read_label(AFTERNOON)
    assert label is not None
    assert not moments(text).names(label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2025-07-01 09:00, Europe/Berlin", "2025-07-01T09:00:00+02:00"),
        ("2025-01-01 09:00, Europe/Berlin", "2025-01-01T09:00:00+01:00"),
        ("9 am EST on 5 Jan 2025", "2025-01-05T09:00:00-05:00"),
        ("5 Jan 2025, noon (UTC+5:30)", "2025-01-05T12:00:00+05:30"),
        ("5 Jan 2025, midnight, GMT-3", "2025-01-05T00:00:00-03:00"),
    ],
)
def test_offset_is_named_by_zone_or_figure(text: str, label: str) -> None:
    moment = read_label(label)
    assert moment is not None
    assert moments(text).names(moment)
    assert not moments(text).names(read_label(label[:-6] + "+09:00") or moment)


@pytest.mark.parametrize(
    ("said", "time", "wrong"),
    [
        ("at 2:30 in the afternoon", "14:30", "02:30"),
        ("at half past two in the afternoon", "14:30", "12:00"),
        ("at 3 in the afternoon", "15:00", "12:00"),
        ("at three o'clock in the afternoon", "15:00", "03:00"),
        ("at a quarter to nine in the morning", "08:45", "20:45"),
        ("at twenty past seven in the evening", "19:20", "07:20"),
        ("at 8.15 in the evening", "20:15", "08:15"),
        ("at 11 at night", "23:00", "11:00"),
        ("at 2 at night", "02:00", "14:00"),
        ("at a quarter past twelve at night", "00:15", "12:15"),
        ("at a quarter to one in the afternoon", "12:45", "13:15"),
        ("at ten to five pm", "16:50", "17:10"),
        ("at 14.30h", "14:30", "02:30"),
        ("at noon", "12:00", "00:00"),
    ],
)
def test_a_part_of_the_day_tells_the_half(said: str, time: str, wrong: str) -> None:
    named = moments(f"5 July 2024 {said} UTC")
    right, other = read_label(f"2024-07-05T{time}:00Z"), read_label(f"2024-07-05T{wrong}:00Z")
    assert right is not None
    assert other is not None
    assert named.names(right)
    assert not named.names(other)


@pytest.mark.parametrize(
    "text", ["good afternoon", "take 2 in the morning", "open from ten to three in the afternoon", "1.50h"]
)
def test_what_is_no_time(text: str) -> None:
    assert moments(text).times == ()


def test_a_time_beside_another_day_is_that_days() -> None:
    text = moments("opened 1 March 2025, 08:02 UTC, last touched 2 March 2025, 17:45 UTC")
    right, wrong = read_label("2025-03-02T17:45:00Z"), read_label("2025-03-02T08:02:00Z")
    assert right is not None
    assert wrong is not None
    assert text.names(right)
    assert not text.names(wrong)


@pytest.mark.parametrize("text", ["2025-02-30", "not a date", "2025-3-4", ""])
def test_labels_that_are_no_date(text: str) -> None:
    assert read_label(text) is None
