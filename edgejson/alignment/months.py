# ruff: noqa: SIM905
"""Names of months in CLDR's languages, from Babel."""

from functools import cache

from edgejson.alignment.vocabulary import words_for

_LANGUAGES = (
    "af ca cs cy da de el en es et eu fi fil fr ga gl hr hu id is it lt lv ms nb nl nn pl pt ro "
    "ru sk sl sq sr sr_Latn "
    "sv sw tr uk vi bg mk hi he ar fa"
).split()
_WORDS = words_for("English words that are months elsewhere")
"""English words that are months' names in other languages."""


@cache
def months() -> dict[str, frozenset[int]]:
    """Return the months that a name in small letters, without its full stop, can be: one, mostly."""
    from babel import Locale

    names: dict[str, set[int]] = {}
    for identifier in _LANGUAGES:
        calendar = Locale.parse(identifier).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in calendar[context][width].items():
                    word = name.casefold().rstrip(".")
                    if word.isalpha() and len(word) > 2 and word not in _WORDS:
                        names.setdefault(word, set()).add(number)
    english = Locale.parse("en").months["format"]
    for width in ("wide", "abbreviated"):
        names |= {name.casefold(): {number} for number, name in english[width].items()}
    names["sept"] = {9}
    return {word: frozenset(numbers) for word, numbers in names.items()}
