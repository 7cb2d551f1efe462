"""Numbers in words: whole phrases such as ``two hundred and fifty``, ``half a dozen`` or ``a couple of``."""

import re
from collections.abc import Iterator

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: value for value, word in enumerate(_UNITS)},
    **dict(zip(_TENS, range(20, 100, 10), strict=True)),
    "a": 1, "an": 1, "couple": 1, "pair": 1,
}  # fmt: skip
_FACTORS = {"dozen": 12, "hundred": 100}
_SCALES = {"thousand": 1000, "million": 1_000_000}
_LETTERS = re.compile(r"[^\W\d_]+")
_BEGINNINGS = frozenset([*_UNITS, *_TENS, *_FACTORS, "a", "an", "half"])

_END = r"(?![^\W\d_])"
_GAP = r"[\s-]"
_AND = rf"{_GAP}(?:and{_GAP})?"
_ONE_TO_NINE = rf"(?:{'|'.join(_UNITS[1:10])}){_END}"
_SMALL = rf"(?:(?:{'|'.join(_TENS)}){_END}(?:{_GAP}{_ONE_TO_NINE})?|(?:{'|'.join(_UNITS)}){_END})"
_HUNDREDS = (
    rf"(?:(?:(?:{_SMALL}|an?){_GAP})?hundred{_END}"
    rf"(?:{_AND}{_SMALL}(?!{_GAP}(?:hundred|dozen){_END}))?|{_SMALL})"
)
_HUNDREDS_ALONE = rf"{_HUNDREDS}(?!{_GAP}(?:thousand|million|dozen){_END})"
_PHRASE = re.compile(
    rf"""
    (?:half{_GAP}an?|an?{_GAP}half){_GAP}dozen{_END}
    |half{_GAP}a{_GAP}(?:hundred|thousand|million){_END}
    |an?{_GAP}(?:couple|pair){_GAP}of{_END}
    |(?:(?:{_SMALL}|an?){_GAP})?dozen{_END}
    |(?:{_HUNDREDS}|an?){_GAP}million{_END}
     (?:{_AND}{_HUNDREDS}{_GAP}thousand{_END})?(?:{_AND}{_HUNDREDS_ALONE})?
    |(?:{_HUNDREDS}|an?){_GAP}thousand{_END}(?:{_AND}{_HUNDREDS_ALONE})?
    |{_HUNDREDS}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\d.,])(\d{1,6})\s$")
"""Digits before a word that multiplies them: ``2 dozen``."""


def number_words(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and value of each number in words; a part of a phrase is no number of its own.

    ``hundred`` and ``dozen`` alone are one of them, ``thousand`` and ``million`` alone are none.
    """
    at = 0
    for match in _LETTERS.finditer(text):
        if match.start() < at or match[0].lower() not in _BEGINNINGS:
            continue
        phrase = _PHRASE.match(text, match.start())
        if phrase is None:
            continue
        start, at = phrase.span()
        value = _value(phrase[0].lower())
        counted = _COUNTED.search(text[max(0, start - 8) : start]) if match[0].lower() in _FACTORS else None
        if counted is not None:
            start, value = start - len(counted[0]), value * int(counted[1])
        yield start, at, value


def _value(phrase: str) -> int:
    total = current = 0
    words = _LETTERS.findall(phrase)
    for word in words:
        if word in _SCALES:
            total, current = total + current * _SCALES[word], 0
        elif word in _FACTORS:
            current = max(current, 1) * _FACTORS[word]
        else:
            current += _VALUES.get(word, 0)
    return (total + current) // (2 if "half" in words else 1)
