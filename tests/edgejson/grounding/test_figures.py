"""Numbers as prompts spell them."""

from decimal import Decimal

import pytest

from edgejson.grounding.figures import exactly, figures
from tests.edgejson.grounding.judging import flaws


def numbers(text: str) -> list[list[str]]:
    return [sorted(str(value.normalize()) for value in figure.values) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1299", "1299"),
        ("1,299.00", "1299"),
        ("$1,299.00", "1299"),
        ("1.299,00 €", "1299"),
        ("1 299,00 kr", "1299"),
        ("CHF 1'299.50", "1299.5"),
        ("12,34,567", "1234567"),
        ("EUR 20", "20"),
        ("USD12.00", "12"),
        ("2,50", "2.5"),
        (".5", "0.5"),
        ("5e-3", "0.005"),
        ("-5 °C", "-5"),
        ("−7", "-7"),
        ("minus 3", "-3"),
        ("-$6.00", "-6"),
        ("USD -5.00", "-5"),
        ("25kg", "25"),
        ("a 30-day trial", "30"),
        ("2nd", "2"),
        ("2x", "2"),
        ("x2", "2"),
        ("×3", "3"),
        ("qty=3", "3"),
        ("rated 4/5", "4"),
        ("4 out of 5", "4"),
        ("twenty-five", "25"),
        ("Twelve", "12"),
        ("a dozen", "12"),
        ("★★★★☆", "4"),
        ("33.4489° S", "-33.4489"),
        ("70.6693 W", "-70.6693"),
    ],
)
def test_one_number(text: str, expected: str) -> None:
    assert numbers(text) == [[str(Decimal(expected).normalize())]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.5%", {"4.5", "0.045"}),
        ("1.2k", {"1.2", "1200"}),
        ("3.4 million", {"3.4", "3400000"}),
        ("(12.00)", {"12", "-12"}),
        ("sales fell by 3 units", {"3", "-3"}),
        ("12,500 and 3,5", {"12500", "12.5"}),
    ],
)
def test_a_number_of_several_readings(text: str, expected: set[str]) -> None:
    assert figures(text)[0].values == {Decimal(value) for value in expected}


@pytest.mark.parametrize(
    "text",
    ["INV-1234", "a1b2", "v1.8.15", "192.168.1.1", "10:30", "call 555-0102", "3a9f", "no figure at all"],
)
def test_digits_that_are_no_number(text: str) -> None:
    assert numbers(text) == []


def test_several_numbers_in_their_order() -> None:
    assert numbers("2 of 3, then 142/91 and 10–12") == [["2"], ["3"], ["142"], ["91"], ["1E+1"], ["12"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Readings:\n- 21.5 degrees\n- 40 units", [["21.5"], ["4E+1"]]),
        ("- 3 x pen\n- 4 x pad", [["3"], ["4"]]),
        ("Paid:\n  – $5.00\n  −  €4", [["5"], ["4"]]),
        ("Readings:\n- -21.5\n-40\n- minus 3", [["-21.5"], ["-4E+1"], ["-3"]]),
        ("- 5.0", [["-5"]]),
        ("Balance: - 5.0", [["-5"]]),
    ],
)
def test_the_dash_of_a_list_is_no_minus(text: str, expected: list[list[str]]) -> None:
    assert numbers(text) == expected


def test_masked_places_hold_no_number() -> None:
    assert [figure.span for figure in figures("Lamp 3000 costs 20", masked=[(0, 9)])] == [(16, 18)]


def test_plain_numbers_are_exact() -> None:
    assert exactly("-12.50") == Decimal("-12.5")
    assert exactly("12 EUR") is None
    assert exactly("") is None


SENSOR = "Sensor s-3, taken at 2024-01-01T10:00:00Z:\n- {} degrees\n- 40 % humidity"


@pytest.mark.parametrize(("said", "value"), [("21.5", 21.5), ("- 21.5", -21.5), ("-21.5", -21.5)])
def test_signs_in_a_list_of_readings(said: str, value: float) -> None:
    label = {"sensor_id": "s-3", "temperature": value, "humidity": 40, "timestamp": "2024-01-01T10:00:00Z"}
    assert flaws("sensor_reading", SENSOR.format(said), label) == []
    other = {**label, "temperature": -value}
    assert flaws("sensor_reading", SENSOR.format(said), other) == [("sign", "/temperature")]
