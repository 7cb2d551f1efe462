"""Words: the tokens of a text, and the small-letter words that a name or key is made of."""

import re
from functools import lru_cache
from itertools import accumulate

from edgejson.alignment.vocabulary import words_for

_TOKEN = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]|_)")
_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|[^\W\d_]|\d+")
_WITHOUT_BLANKS = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
ORDINARY = words_for("ordinary words")
"""English words that connect others: no cue by themselves."""


def lowered(text: str) -> str:
    """Return `text` in small letters, character for character, so that places in it stay the same."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def tokens(lower: str) -> tuple[list[str], list[int]]:
    """Return the tokens (words, digits, marks) of a text in small letters, and where each starts."""
    parts = _TOKEN.split(lower)
    return parts[1::2], list(accumulate(map(len, parts)))[:-1:2]


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a key in small letters: ``lineItems``, ``line_items`` and ``Line items`` agree."""
    return tuple(word.lower() for word in _NAME.findall(name))


def has_blanks(text: str) -> bool:
    """Whether the script of `text` puts blanks between words, as Chinese, Japanese and Thai do not."""
    return _WITHOUT_BLANKS.search(text) is None


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a span of `text` cuts through no word or number at its ends."""
    if start > 0 and text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return not has_blanks(text[start - 1 : start + 1])
    if end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"):
        return not has_blanks(text[end - 1 : end + 1])
    return True
