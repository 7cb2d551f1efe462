"""Typing mistakes, only ever in words that state nothing."""

import re

from edgejson.generators.draws import Draws

_WORD = re.compile(r"(?<![\w@.-])[a-z]{6,}(?![\w@:-])")


def with_typo(text: str, draws: Draws) -> str:
    """Return `text` with two neighbouring letters inside one of its longer lower-case words exchanged."""
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = draws.choice(words)
    at = word.start() + draws.between(1, len(word[0]) - 3)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
