"""People of many countries, whose e-mail addresses and user names fit their names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.fake_values import NUMBERS, fake, fake_of

LOCALES = (
    "en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "pl_PL", "nl_NL", "sv_SE", "pt_BR", "da_DK",
    "fi_FI", "cs_CZ", "en_IN", "ro_RO", "tr_TR", "ja_JP",
)  # fmt: skip
"""Faker's locales that people come from; Japanese names are romanized."""

_LOCAL_JOBS = {"de_DE", "es_ES", "pl_PL", "pt_BR", "fi_FI", "cs_CZ"}
"""Locales whose jobs Faker names in their own language, in one form."""

_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "oe", "Ø": "Oe", "æ": "ae", "Æ": "Ae", "ł": "l", "Ł": "L", "đ": "d", "ı": "i"}
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_ALTERNATIVE = re.compile(r"\s?/\s?[^\s,]+")
_MAIL_HOSTS = (
    "example.com", "example.org", "example.net", "mail.example.com", "post.example.net",
    "inbox.example.org",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person; ``gender`` is female or male, as the given name suggests; ``locale`` is one of Faker's."""

    given: str
    family: str
    gender: str
    locale: str

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"

    @property
    def ascii_given(self) -> str:
        """The given name in small ASCII letters."""
        return ascii_letters(self.given, german=self.locale == "de_DE")

    @property
    def ascii_family(self) -> str:
        """The family name in small ASCII letters."""
        return ascii_letters(self.family, german=self.locale == "de_DE")


def ascii_letters(name: str, *, german: bool = False) -> str:
    """Return the letters of a name as small ASCII ones: ``Müller`` is muller, or mueller where `german`."""
    text = name.translate(_GERMAN) if german else name
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isalpha()).lower()


def person(draws: Draws, locale: str | None = None) -> Person:
    """Return a person, of one of Faker's locales if it is given."""
    gender = "male" if draws.chance(50) else "female"
    chosen = locale or draws.choice(LOCALES)
    return _person(chosen, gender, draws.below(NUMBERS))


class Crowd:
    """People no two of whom share a name, one at a time; most are of the first one's locale."""

    def __init__(self, draws: Draws) -> None:
        self._draws = draws
        self._locale = draws.choice(LOCALES)
        self._names: set[str] = set()

    def another(self) -> Person:
        """Return a person whom this crowd did not have yet."""
        draws = self._draws
        gender = "male" if draws.chance(50) else "female"
        locale = draws.choice(LOCALES) if draws.chance(40) else self._locale
        number = draws.below(NUMBERS)
        drawn = _person(locale, gender, number)
        while drawn.name in self._names:  # counted on instead of drawn again: it ends for any draws
            number += 1
            drawn = _person(locale, gender, number)
        self._names.add(drawn.name)
        return drawn


def people(draws: Draws, count: int) -> list[Person]:
    """Return `count` people no two of whom share a name."""
    crowd = Crowd(draws)
    return [crowd.another() for _ in range(count)]


def email(draws: Draws, who: Person, host: str | None = None) -> str:
    """Return an address for `who` at `host`, or at a host reserved for examples (RFC 2606)."""
    given, family = who.ascii_given, who.ascii_family
    if host is not None:
        return f"{given}.{family}@{host}"
    local = draws.choice(
        (f"{given}.{family}", f"{given[0]}.{family}", f"{given}{family}", f"{given}_{family}")
    )
    number = draws.optional(40, lambda: str(draws.between(2, 99)))
    return f"{local}{number or ''}@{draws.choice(_MAIL_HOSTS)}"


def job(draws: Draws, who: Person) -> str:
    """Return a job title, for some people in the language of their country."""
    locale = who.locale if who.locale in _LOCAL_JOBS and draws.chance(30) else "en_US"
    title = _ALTERNATIVE.sub("", fake(draws, locale).job())
    # Faker lists English jobs by their nouns: "Engineer, building services".
    special, comma, general = title.partition(", ")
    if not comma or locale != "en_US":
        return title
    return f"{general[0].upper()}{general[1:]} {special[0].lower()}{special[1:]}"


@lru_cache(maxsize=100_000)
def _person(locale: str, gender: str, number: int) -> Person:
    faker = fake_of(locale, number)
    if locale == "ja_JP":
        given = faker.first_romanized_name()
        return Person(given=given, family=faker.last_romanized_name(), gender=gender, locale=locale)
    if gender == "female":
        given, family = faker.first_name_female(), faker.last_name_female()
    else:
        given, family = faker.first_name_male(), faker.last_name_male()
    return Person(given=given, family=family, gender=gender, locale=locale)
