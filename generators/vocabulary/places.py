"""Places whose town, state, postal code, coordinates and time zone agree; streets from Faker."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from edgejson.errors import NotInstalled
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.fake_values import fake

US = "United States"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country of addresses; ``number_first`` tells how house numbers stand."""

    name: str
    code: str
    locale: str
    number_first: bool = False
    street: str = "{street}"


_COUNTRIES = (
    Country(name="United Kingdom", code="GB", locale="en_GB", number_first=True),
    Country(name="Germany", code="DE", locale="de_DE"),
    Country(name="France", code="FR", locale="fr_FR", number_first=True),
    Country(name="Spain", code="ES", locale="es_ES"),
    Country(name="Italy", code="IT", locale="it_IT"),
    Country(name="Netherlands", code="NL", locale="nl_NL"),
    Country(name="Poland", code="PL", locale="pl_PL", street="ul. {street}"),
    Country(name="Sweden", code="SE", locale="sv_SE"),
    Country(name="Denmark", code="DK", locale="da_DK"),
    Country(name="Finland", code="FI", locale="fi_FI"),
    Country(name="Czechia", code="CZ", locale="cs_CZ"),
    Country(name="Portugal", code="PT", locale="pt_PT"),
    Country(name="Brazil", code="BR", locale="pt_BR"),
    Country(name="India", code="IN", locale="en_IN", number_first=True),
    Country(name="Australia", code="AU", locale="en_AU", number_first=True),
    Country(name="Canada", code="CA", locale="en_CA", number_first=True),
)
_STATES = Country(name=US, code="US", locale="en_US", number_first=True)

# Faker's Italian towns depend on Python's hash seed, not on Faker's alone.
_WITH_CITIES = tuple(country for country in (_STATES, *_COUNTRIES) if country.code != "IT")

_MADE_UP = {"en_US", "en_GB", "en_AU", "pt_BR"}
"""Locales whose towns Faker makes up, so that no postal code can contradict them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town. ``state`` is abbreviated, and empty abroad; ``postcode`` is empty where none is known.

    ``latitude``, ``longitude`` (of its centre, in degrees) and ``zone`` are empty where they are not known.
    """

    city: str
    country: Country
    state: str = ""
    postcode: str = ""
    latitude: str = ""
    longitude: str = ""
    zone: str = ""

    @property
    def offset(self) -> int:
        """The distance of its standard time from UTC, in minutes."""
        winter = datetime(2024, 1, 15, tzinfo=ZoneInfo(self.zone)).utcoffset() or timedelta()
        return winter // timedelta(minutes=1)


def us_place(draws: Draws) -> Place:
    """Return a town in the United States, with coordinates."""
    town = draws.choice(_us_towns())
    return _us(town, draws.choice(town["zip_codes"]))


def place_with_coordinates(draws: Draws) -> Place:
    """Return a town with coordinates, in the United States in half of the cases."""
    if not draws.chance(50):
        return us_place(draws)
    country = draws.choice(_COUNTRIES)
    return draws.choice(towns_abroad(country))


def place(draws: Draws) -> Place:
    """Return a town, with or without coordinates."""
    return (
        _without_coordinates(draws, draws.choice(_WITH_CITIES))
        if draws.chance(50)
        else place_with_coordinates(draws)
    )


def us_address_place(draws: Draws) -> Place:
    """Return a town in the United States, that exists or is made up, with its state and a ZIP code."""
    return _without_coordinates(draws, _STATES) if draws.chance(50) else us_place(draws)


def street(draws: Draws, where: Place) -> str:
    """Return a street with a house number as they are written there."""
    country = where.country
    name = country.street.format(street=fake(draws, country.locale).street_name())
    if country.number_first:
        return f"{draws.between(2, 2999 if where.state else 180)} {name}"
    return f"{name} {draws.between(1, 180)}"


def address(draws: Draws, where: Place) -> str:
    """Return a postal address in one line."""
    line = street(draws, where)
    if where.state:
        return f"{line}, {where.city}, {where.state} {where.postcode}"
    if where.country.number_first and where.country.locale != "fr_FR":
        town = f"{where.city} {where.postcode}".rstrip()
    else:
        town = f"{where.postcode} {where.city}".lstrip()
    return f"{line}, {town}, {where.country.name}"


def coordinates(draws: Draws, where: Place, digits: int = 4) -> tuple[Decimal, Decimal]:
    """Return latitude and longitude in degrees, within about 2 km of the town's centre."""
    reach = 2 * 10 ** (digits - 2)
    unit = Decimal(1).scaleb(-digits)
    north = Decimal(where.latitude).quantize(unit) + draws.between(-reach, reach) * unit
    east = Decimal(where.longitude).quantize(unit) + draws.between(-reach, reach) * unit
    return north, east


def near(latitude: Decimal, longitude: Decimal) -> list[Place]:
    """Return the towns on the map of which `coordinates` may have returned this point."""
    reach = Decimal("0.021")
    found = []
    for town in _towns_with_coordinates():
        north, east = latitude - Decimal(town.latitude), longitude - Decimal(town.longitude)
        if max(abs(north), abs(east)) <= reach:
            found.append(town)
    return found


@cache
def _towns_with_coordinates() -> tuple[Place, ...]:
    states = (_us(town, code) for town in _us_towns() for code in town["zip_codes"])
    abroad = (town for country in _COUNTRIES for town in towns_abroad(country))
    return (*states, *abroad)


@cache
def towns_abroad(country: Country) -> tuple[Place, ...]:
    """Return the towns of a country that Faker knows with coordinates and time zone."""
    try:
        from faker.providers.geo import Provider
    except ModuleNotFoundError as error:
        raise NotInstalled("faker", "generate") from error
    return tuple(
        Place(city=city, country=country, latitude=latitude, longitude=longitude, zone=zone)
        for latitude, longitude, city, code, zone in Provider.land_coords
        if code == country.code
    )


@cache
def zip_range(state: str) -> range:
    """Return the ZIP codes of a US state that Faker draws from, as numbers."""
    try:
        from faker.providers.address.en_US import Provider
    except ModuleNotFoundError as error:
        raise NotInstalled("faker", "generate") from error
    first, last = Provider.states_postcode[state]
    return range(first, last + 1)


def _without_coordinates(draws: Draws, country: Country) -> Place:
    faker = fake(draws, country.locale)
    city = faker.city()
    if country is not _STATES:
        code = faker.postcode() if country.locale in _MADE_UP else ""
        return Place(city=city, country=country, postcode=code)
    state = faker.state_abbr(include_territories=False, include_freely_associated_states=False)
    if state == "FL":  # its range has codes of the armed forces in it
        state = "GA"
    return Place(city=city, country=country, state=state, postcode=faker.postcode_in_state(state))


def _us(town: dict[str, Any], zip_code: str) -> Place:
    return Place(
        city=town["city"],
        country=_STATES,
        state=town["state"],
        postcode=zip_code,
        latitude=town["latitude"],
        longitude=town["longitude"],
        zone=town["zone"],
    )


@cache
def _us_towns() -> tuple[dict[str, Any], ...]:
    text = (files("edgejson.generators") / "vocabulary" / "us_towns.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["towns"])
