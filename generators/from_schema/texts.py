"""What stands in a field of text, as its name suggests: a person, a town, a code, a note."""

import re
from collections.abc import Callable, Mapping

from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import money, places
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.goods import article
from edgejson.generators.vocabulary.people import job, person
from edgejson.generators.vocabulary.phone_numbers import phone
from edgejson.generators.wording.word_files import read_words

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

_PERSON = """
    agent applicant artist attendee author borrower buyer candidate captain client coach contact customer
    director doctor donor driver editor employee farmer guest inspector instructor landlord lender maintainer
    manager member name nurse observer operator owner passenger patient physician pilot player recipient
    referee reviewer seller sender speaker student supervisor teacher technician tenant tutor waiter witness
"""
_FIRM = (
    "company firm employer organization organisation supplier vendor manufacturer carrier publisher insurer"
)
_FIRM += " contractor sponsor"
_CODE = "id code number no ref reference sku key serial tag plate barcode"
_NOTE = (
    "description notes note comment comments remarks remark summary details message text instructions reason"
)


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a field's name in small letters: ``unitPrice`` and ``unit_price`` are two."""
    return tuple(word.lower() for word in _WORD.findall(name))


def text_for(name_words: tuple[str, ...], draws: Draws) -> str:
    """Return a text for a field of that name: the last of its words that is known decides."""
    for word in reversed(name_words):
        make = _BY_WORD.get(word)
        if make is not None:
            return make(draws)
    return draws.choice(_texts("phrases"))


def sentence(draws: Draws) -> str:
    """Return a sentence as notes have them."""
    return draws.choice(_texts("sentences"))


def _code(draws: Draws) -> str:
    return f"{draws.letters(2)}-{draws.digits(5)}"


def _person_name(draws: Draws) -> str:
    return person(draws).name


_BY_WORD: Mapping[str, Callable[[Draws], str]] = {
    **dict.fromkeys(_PERSON.split(), _person_name),
    **dict.fromkeys(_FIRM.split(), lambda draws: firm(draws).name),
    **dict.fromkeys(_CODE.split(), _code),
    **dict.fromkeys(_NOTE.split(), sentence),
    **dict.fromkeys(("city", "town", "place", "location"), lambda draws: places.place(draws).city),
    "country": lambda draws: places.place(draws).country.name,
    "address": lambda draws: places.address(draws, places.place_with_coordinates(draws)),
    "street": lambda draws: places.street(draws, places.place(draws)),
    "state": lambda draws: places.us_place(draws).state,
    "zip": lambda draws: places.us_place(draws).postcode,
    "postcode": lambda draws: places.us_place(draws).postcode,
    "timezone": lambda draws: places.us_place(draws).zone,
    "phone": phone,
    "telephone": phone,
    "mobile": phone,
    "currency": money.currency,
    "product": lambda draws: article(draws).name,
    "item": lambda draws: article(draws).name,
    "job": lambda draws: job(draws, person(draws, "en_US")),
    "position": lambda draws: job(draws, person(draws, "en_US")),
    "color": lambda draws: draws.choice(_texts("colours")),
    "colour": lambda draws: draws.choice(_texts("colours")),
    "title": lambda draws: draws.choice(_texts("titles")),
    "language": lambda draws: draws.choice(_texts("languages")),
    "unit": lambda draws: draws.choice(_texts("units")),
}
KNOWN_WORDS = frozenset(_BY_WORD)
"""The words of names that say what stands in a field."""


def _texts(kind: str) -> tuple[str, ...]:
    return tuple(read_words("texts", "general")[kind])
