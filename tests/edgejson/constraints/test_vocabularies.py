"""Names of people, language tags, zones, currencies, reference ranges: what is one and what is not."""

from decimal import Decimal

import pytest

from edgejson.constraints.currencies import currency_codes
from edgejson.constraints.languages import is_language_tag
from edgejson.constraints.person_names import is_person_name
from edgejson.constraints.reference_ranges import read_reference_range
from edgejson.constraints.time_zones import zone_names


@pytest.mark.parametrize(
    "text",
    [
        "Michael Perry",
        "Krystal Barton",
        "Mary Ann Smith",
        "John F. Miller",
        "Smith, John",
        "Smith, Mary Ann",
        "Dr. Rose Stone",
        "Amber Wood MD",
        "Crystal Anderson",
        "Michael Brown",
        "Maria Brown-Smith",
        "Mr. John Smith Jr.",
        "Sean Davis",
        "Juan Garcia, PhD",
    ],
)
def test_names_of_people(text: str) -> None:
    assert is_person_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rose Gold",
        "Kelly Green",
        "Crystal Ball",
        "Amber Stone",
        "Jasmine Rice",
        "Hunter Green",
        "Olive Wood",
        "Michael",
        "Perry",
        "Oak Desk",
        "Desk Lamp",
        "michael perry",
        "MICHAEL PERRY",
        "Michael Perry Oak Desk",
        "Stanley Knife",
        "Earl Grey Tea",
        "Mary Jane",
        "Teddy Bear",
        "Wilson Football",
        "Dr. Scholl",
        "Mrs. Meyer's",
        "Michael 3000",
        "Adirondack Chair",
        "",
        " ",
        ",",
        "Dr.",
        "James's Choice",
        "Levi Jeans",
        "Lazy Susan",
    ],
)
def test_what_is_not_the_name_of_a_person(text: str) -> None:
    assert not is_person_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "en",
        "EN",
        "en-US",
        "en-us",
        "pt-BR",
        "zh-Hans-CN",
        "zh-cmn",
        "es-419",
        "sr-Latn-RS",
        "de-CH-1996",
        "sl-rozaj-biske",
        "en-u-ca-gregory",
        "x-house",
        "en-x-house",
        "i-klingon",
        "haw",
        "iw",
    ],
)
def test_language_tags(text: str) -> None:
    assert is_language_tag(text)


@pytest.mark.parametrize(
    "text",
    [
        "English",
        "english",
        "To",
        "Ago",
        "Walk",
        "en_US",
        "en-XX",
        "xx",
        "",
        "en-",
        "-en",
        "e",
        "en US",
        "en-Abcd",
        "en-US-US",
    ],
)
def test_what_is_not_a_language_tag(text: str) -> None:
    assert not is_language_tag(text)


def test_zones_are_the_databases_names() -> None:
    assert {"Europe/Berlin", "America/Argentina/Ushuaia", "UTC", "Etc/GMT+5", "US/Eastern"} <= zone_names()
    assert not {"22:03:43", "GMT+1", "Berlin", "europe/berlin", "PST", ""} & zone_names()


def test_currencies_are_those_of_iso_4217() -> None:
    assert {"EUR", "USD", "JPY", "BHD", "XAU"} <= currency_codes()
    assert not {"EUX", "usd", "BTC", ""} & currency_codes()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3.5 - 5.1", "3.5", "5.1"),
        ("3.5–5.1 mmol/L", "3.5", "5.1"),
        ("70 to 99 mg/dL", "70", "99"),
        ("-2.5 - 2.5", "-2.5", "2.5"),
        ("4,500-11,000 cells/mcL", "4500", "11000"),
        ("4.0-11.0 x10^9/L", "4.0", "11.0"),
        ("4.0-11.0 10*9/L", "4.0", "11.0"),
        ("< 5", None, "5"),
        ("≤5.0 mg/L", None, "5.0"),
        ("up to 40 U/L", None, "40"),
        ("> 60 mL/min", "60", None),
        ("at least 60", "60", None),
    ],
)
def test_reference_ranges(text: str, low: str | None, high: str | None) -> None:
    found = read_reference_range(text)
    assert found is not None
    assert found == (None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "negative",
        "M: 13-17, F: 12-15",
        "13-17 (M), 12-15 (F)",
        "5",
        "9-3",
        "3,5-5,1",
        "1:40",
        "",
        "1-2-3",
        "x" * 99,
    ],
)
def test_ranges_that_nobody_can_read(text: str) -> None:
    assert read_reference_range(text) is None
