"""Spellings of a text that count as the same: typographic, blank, case and name forms."""

import re
import unicodedata
from functools import lru_cache

_TYPOGRAPHY = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u2009": " ",
        "\u202f": " ",
    }
)  # fmt: skip
_BREAK = re.compile(r",?[ \t]*\n[ \t]*")
_NAME = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def plain(text: str) -> str:
    """Return `text` in Unicode compatibility form (NFKC) with typewriter quotes, dashes and blanks."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY))


def spaced(text: str) -> str:
    """Return `text` in `plain` form, with single blanks for any white space and none at its ends."""
    return " ".join(plain(text).split())


def commas(text: str) -> str:
    """Return `text` in `spaced` form, with line breaks (and a comma before them) written as ", "."""
    return spaced(_BREAK.sub(", ", plain(text)))


def folded(text: str) -> str:
    """Return `text` in `spaced` form, case folded."""
    return spaced(text).casefold()


@lru_cache(maxsize=4096)
def name_form(name: str) -> str:
    """Return the form in which names of fields are compared: letters and digits, case folded.

    ``Date Of Birth``, ``date_of_birth``, ``dateOfBirth`` and ``date-of-birth`` are one name.
    """
    return _NAME.sub("", plain(name)).casefold()


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a field's name, case folded: ``orderDate`` and ``order_date`` are order, date."""
    return tuple(word.casefold() for word in _NAME.split(_CAMEL.sub(" ", name)) if word)
