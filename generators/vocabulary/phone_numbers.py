"""Telephone numbers from the ranges that regulators keep for fiction (555-01xx and others)."""

from edgejson.generators.draws import Draws

_US_AREAS = (
    "202", "212", "303", "312", "404", "415", "503", "512", "602", "617", "702", "713", "786", "206",
)  # fmt: skip
_COUNTRIES = ("United States", "", "United Kingdom", "Germany", "France", "Australia", "Sweden")


def phone(draws: Draws) -> str:
    """Return a telephone number."""
    number = phone_in(draws, draws.choice(_COUNTRIES))
    return number or f"+1 {draws.choice(_US_AREAS)} 555 01{draws.below(100):02}"


def us_phone(draws: Draws) -> str:
    """Return a telephone number in the United States."""
    return f"({draws.choice(_US_AREAS)}) 555-01{draws.below(100):02}"


def phone_in(draws: Draws, country: str) -> str | None:
    """Return a telephone number in a country, or None where no range is set aside for fiction."""
    match country:
        case "United States":
            return us_phone(draws)
        case "United Kingdom":
            return f"+44 20 7946 0{draws.below(1000):03}"
        case "Germany":
            return f"+49 30 23125 {draws.below(1000):03}"
        case "France":
            return f"+33 1 99 00 {draws.below(100):02} {draws.below(100):02}"
        case "Australia":
            return f"+61 2 5550 {draws.below(10000):04}"
        case "Sweden":
            return f"+46 31 390 06 {draws.below(100):02}"
    return None
