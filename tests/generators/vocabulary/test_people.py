"""People, firms and places: of many countries, with addresses and hosts that fit their names."""

import re

import pytest

from edgejson.generators.draws import Draws
from edgejson.generators.seeds import draws_for
from edgejson.generators.vocabulary import places
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.people import LOCALES, ascii_letters, email, job, people, person
from edgejson.generators.vocabulary.phone_numbers import phone

SEEDS = range(400)


def draws(seed: int) -> Draws:
    return draws_for("train", "vocabulary", seed, "test")


@pytest.mark.parametrize(
    ("name", "german", "letters"),
    [
        ("Müller", False, "muller"),
        ("Müller-Groß", True, "muellergross"),
        ("O'Connor", False, "oconnor"),
        ("van der Sloot", False, "vandersloot"),
        ("Słomiany", False, "slomiany"),
        ("Çamurcuoğlu", False, "camurcuoglu"),
        ("Sørensen", False, "soerensen"),
        ("Yılmaz", False, "yilmaz"),
        ("Inès", False, "ines"),
    ],
)
def test_names_are_transliterated(name: str, german: bool, letters: str) -> None:
    assert ascii_letters(name, german=german) == letters


@pytest.mark.parametrize("locale", LOCALES)
def test_everybody_has_a_name_and_an_address(locale: str) -> None:
    for seed in SEEDS:
        who = person(draws(seed), locale)
        assert who.ascii_given
        assert who.ascii_family
        assert re.fullmatch(r"[a-z._0-9]+@([a-z]+\.)?example\.(com|org|net)", email(draws(seed), who))
        assert who.name == " ".join(who.name.split())
        assert "/" not in job(draws(seed), who)


def test_nobody_is_in_a_crowd_twice_whatever_is_drawn() -> None:
    crowd = people(Draws(lambda n: 0), 30)
    assert len({who.name for who in crowd}) == 30


def test_people_firms_and_towns_are_of_eight_countries_and_more() -> None:
    assert len({person(draws(seed)).locale for seed in SEEDS}) >= 8
    assert len({places.place(draws(seed)).country.name for seed in SEEDS}) >= 8
    names = [firm(draws(seed)).name for seed in SEEDS]
    assert len(set(names)) > 350
    assert not [name for name in names if name.endswith(".")]
    for seed in SEEDS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)?\.example", firm(draws(seed)).host)


def test_places_with_coordinates_are_found_by_them() -> None:
    for seed in SEEDS:
        where = places.place_with_coordinates(draws(seed))
        point = places.coordinates(draws(seed), where, 5)
        assert where in places.near(*point)
        assert where.zone
        assert not where.state or int(where.postcode) in places.zip_range(where.state)


def test_made_up_us_towns_have_a_zip_code_of_their_state() -> None:
    for seed in SEEDS:
        where = places.us_address_place(draws(seed))
        assert re.fullmatch(r"[A-Z]{2}", where.state)
        assert int(where.postcode) in places.zip_range(where.state)


def test_addresses_are_written_as_in_their_country() -> None:
    written: dict[str, str] = {}
    for seed in SEEDS:
        where = places.place(draws(seed))
        written.setdefault(where.country.code, places.address(draws(seed), where))
    assert re.fullmatch(r"\d+ .+, .+, [A-Z]{2} \d{5}", written["US"])
    assert re.fullmatch(r"\d+ .+, .+, United Kingdom", written["GB"])
    assert re.fullmatch(r"ul\. .+ \d+, .+, Poland", written["PL"])
    assert re.fullmatch(r".+ \d+, .+, Germany", written["DE"])


def test_standard_time_is_that_of_winter() -> None:
    chicago = next(town for town in (places.us_place(draws(n)) for n in SEEDS) if town.city == "Chicago")
    assert chicago.offset == -360


def test_phone_numbers_are_those_set_aside_for_fiction() -> None:
    fiction = (
        r"\+1 \d{3} 555 01\d\d|\(\d{3}\) 555-01\d\d|\+44 20 7946 0\d{3}|\+49 30 23125 \d{3}"
        r"|\+33 1 99 00 \d\d \d\d|\+61 2 5550 \d{4}|\+46 31 390 06 \d\d"
    )
    assert all(re.fullmatch(fiction, phone(draws(seed))) for seed in SEEDS)
