"""Values from Faker: names, firms, streets and towns of many locales, each a function of one drawn number."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from edgejson.errors import NotInstalled
from edgejson.generators.draws import Draws

if TYPE_CHECKING:
    from faker import Faker

FAKER_VERSION = "40.54.0"
"""The version that the bytes of generated data are promised for; the extra ``generate`` pins it."""

NUMBERS = 10_000
"""Faker is seeded by a number below this: small enough to shrink, large enough for different people."""


def fake(draws: Draws, locale: str) -> "Faker":
    """Return Faker for a locale, seeded by a drawn number: what it gives next depends on that alone."""
    return fake_of(locale, draws.below(NUMBERS))


def fake_of(locale: str, number: int) -> "Faker":
    """Return Faker for a locale, seeded by `number`; NotInstalled where Faker is not."""
    faker = _faker(locale)
    faker.seed_instance(number % NUMBERS)
    return faker


@cache
def installed_faker_version() -> str:
    """Return the version of Faker that is installed, empty where none is."""
    try:
        return version("Faker")
    except PackageNotFoundError:
        return ""


def other_faker_version() -> str | None:
    """Return a sentence where another version of Faker is installed than `FAKER_VERSION`, else None."""
    installed = installed_faker_version()
    if installed in ("", FAKER_VERSION):
        return None
    return (
        f"Faker {installed} is installed, but the same bytes are promised for Faker {FAKER_VERSION} alone: "
        f"pip install faker=={FAKER_VERSION}"
    )


@cache
def _faker(locale: str) -> "Faker":
    try:
        from faker import Faker
    except ModuleNotFoundError as error:
        raise NotInstalled("faker", "generate") from error
    return Faker(locale)
