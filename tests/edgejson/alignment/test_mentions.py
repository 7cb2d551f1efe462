"""Numbers, days, times and addresses are read in the spellings that people use."""

import pytest

from edgejson.alignment.document import Document
from tests.edgejson.alignment.judging import moments, numbers


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("flows=[20,300,400]", [{20}, {300}, {400}]),
        ("box (12.5,100)", [{12.5}, {100}]),
        ("1,250,000 litres", [{1250000}]),
        ("Netto 2 459,91", [{2459.91}]),
        ("lap 2'23.4", []),
        ("paid 1'299.50 francs", [{1299.5}]),
        ("it fell to -4.5 °C", [{-4.5}]),
        ("- 5 lamps", [{5}]),
        ("minus eight point nine degrees", [{-8.9}]),
        ("forty-two thousand pounds", [{42000}]),
        ("four out of five", [{4}]),
        ("17.8 degrees west", [{-17.8}]),
        ("seven hours and a half", [{7}]),
        ("order INV-2024-17 of 3k", [{3000}]),
        ("180.000 euro", [{180, 180000}]),
    ],
)
def test_numbers(text: str, readings: list[set[float]]) -> None:
    assert numbers(text) == readings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le jeudi 22 mars 2024", ["2024-3-22"]),
        ("am 9. Dezember 2023", ["2023-12-9"]),
        ("el 6 de enero de 2023", ["2023-1-6"]),
        ("2023年12月8日の14時", ["2023-12-8 14:0:0"]),
        ("the sixteenth of April twenty twenty-five", ["2025-4-16"]),
        ("June 5th, 2025 at 5 pm UTC", ["2025-6-5 17:0:0 0"]),
        ("2025-08-19 22:47:03 (UTC-5)", ["2025-8-19 22:47:3 -300"]),
        ("5 June 2025 at 17.20 (+02:00)", ["2025-6-5 17:20:0 120"]),
        ("quarter past nine in the evening, UTC, on 1 May 2025", ["2025-5-1 21:15:0 0"]),
        ("at twenty to eleven on the morning of 4 November 2024", ["2024-11-4 10:40:0"]),
        ("soap at 6.40 each", []),
    ],
)
def test_moments(text: str, found: list[str]) -> None:
    assert moments(text) == found


def test_addresses_are_told_in_words() -> None:
    found = Document("write to jo dot lee at example dot com").emails
    assert any("jo.lee@example.com" in mention.readings for mention in found)
