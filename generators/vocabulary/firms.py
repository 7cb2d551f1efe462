"""Firms of many countries, with the host name that fits."""

from dataclasses import dataclass

from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.fake_values import NUMBERS, fake, fake_of
from edgejson.generators.vocabulary.people import ascii_letters

_LOCALES = (
    "en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "pl_PL", "sv_SE", "pt_BR", "da_DK", "fi_FI",
    "cs_CZ", "en_IN",
)  # fmt: skip
"""Faker's locales whose firms are made of names alone: the others list some that exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """A firm; ``host`` is a name under a domain reserved for examples (RFC 2606)."""

    name: str

    @property
    def host(self) -> str:
        """The host of its mail: its name up to the legal form, in ASCII."""
        words = [ascii_letters(word) for word in self.name.replace(",", " ").replace("-", " ").split()]
        return f"{'-'.join([word for word in words if len(word) > 2][:2]) or 'firm'}.example"


def firm(draws: Draws) -> Firm:
    """Return a firm; its name ends in no full stop, which might as well end a sentence of the prompt."""
    locale, number = draws.choice(_LOCALES), draws.below(NUMBERS)
    while (name := fake_of(locale, number).company()).endswith("."):
        number += 1
    return Firm(name=name)


def slogan(draws: Draws) -> str:
    """Return a slogan as advertisements have them, in French or Portuguese."""
    return fake(draws, draws.choice(("fr_FR", "pt_BR"))).catch_phrase()
