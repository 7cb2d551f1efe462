"""Numbers as prompts spell them.

Read are: digits with any usual grouping (``1,299.00``, ``1.299,00``, ``1 299,00``, ``1'299.00``,
``12,34,567``), currency signs and codes, percent signs, units, ordinals and multipliers (``$12``, ``EUR 20``,
``4.5%``, ``25kg``, ``2nd``, ``2x``), magnitudes (``1.2k``, ``3.4 million``), exponents, signs (``-5``,
``−5``, ``minus 5``; ``(5.00)``, ``fell by 5`` for either), compass sides (``33.4° S``), scales (``4/5``,
``4 out of 5``, of which the second part is no number), star signs, and words up to ninety-nine. Digits inside
words, identifiers, dates and times are no numbers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **dict(zip(_TENS, range(30, 100, 10), strict=True)),
    "dozen": 12,
    "hundred": 100,
}
_MAGNITUDES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "bn": 9, "b": 9, "billion": 9,
    "hundred": 2,
}  # fmt: skip

_FIGURE = re.compile(
    r"""
    (?:(?<!\w)|(?<=(?<!\w)[xX])) (?<!\d[.,:]) (?<!\w[-@_\\])
    (?P<open>\()?
    (?P<sign>(?<![\w)])[-−–+]\s?(?=[\d$€£¥₹.(A-Z])|\b(?:minus|negative)\s+)?
    (?P<currency>(?:[A-Z]{2,3})?\s?[$€£¥₹₩₫₺₽฿]|[A-Z]{3})?\s?
    (?P<inner>(?<=[^\w\s])[-−]|(?<=[A-Z]{3}\s)[-−])?
    (?P<digits>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*|[.]\d+)
    (?P<exponent>[eE][-+]?\d{1,3}(?!\w))?
    (?P<suffix>\s?%|\s?percent\b|\s?(?:k|thousand|hundred|mn|mio|million|m|bn|billion|b)\b)?
    (?=[^\W\d_]{0,4}(?!\w))(?!-\d)(?!:\d)
    (?P<close>\))?
    (?P<scale>\s?(?:/|out\ of)\s?(?:5|10|100)(?![\w.,/]|\s?[/]))?
    (?P<side>\s?°?\s?(?:S|W|south|west)\b)?
    """,
    re.VERBOSE,
)
_WORD = re.compile(
    rf"\b(?:(?P<tens>twenty|{'|'.join(_TENS)})[- ](?P<ones>{'|'.join(_UNITS[1:10])})"
    rf"|(?P<one>{'|'.join(sorted(_WORDS, key=len, reverse=True))}))\b",
    re.IGNORECASE,
)
_STARS = re.compile(r"[★⭐✭✩☆]{1,10}(?:\ufe0f)?")
_FALLING = re.compile(
    r"\b(?:down|f[ae]ll(?:s|en|ing)?|dropp?(?:ed|ing|s)?|decreas\w+|declin\w+|los[st]\w*|shr[aiu]nk\w*|below|negative|"
    r"reduc\w+|slipp?\w*|lower|contract\w+)\b",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DECIMAL_COMMA = re.compile(r"(?<![\d,.])\d+(?:\.\d{3})*,\d{1,2}(?![\d,]|\.\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: the values that it can mean (mostly one), and where it stands."""

    values: frozenset[Decimal]
    span: Span
    is_word: bool = False


def figures(text: str, *, masked: Iterable[Span] = ()) -> list[Figure]:
    """Return the numbers of `text` that do not stand in a `masked` span (a date, an identifier)."""
    spans = list(masked)
    comma = _DECIMAL_COMMA.search(text) is not None
    return [
        figure
        for figure in (*_in_digits(text, comma), *_in_words(text), *_in_stars(text))
        if not any(start < figure.span[1] and figure.span[0] < end for start, end in spans)
    ]


def _in_digits(text: str, comma: bool) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        values = _read(match["digits"], comma)
        if " " in match["digits"] and not {".", ","} & set(match["digits"]):  # or numbers side by side
            values |= {value for part in match["digits"].split(" ") for value in _read(part, comma)}
        if match["exponent"]:
            values = {value.scaleb(int(match["exponent"][1:])) for value in values}
        suffix = (match["suffix"] or "").strip().casefold()
        if suffix in _MAGNITUDES:
            values |= {value.scaleb(_MAGNITUDES[suffix]) for value in values}
        elif suffix:
            values |= {value.scaleb(-2) for value in values}
        if (
            (match["sign"] and match["sign"].strip() != "+")
            or match["inner"]
            or (match["side"] and ("°" in match["side"] or "." in match["digits"]))
        ):
            values = {-value for value in values}
        elif (match["open"] and match["close"]) or match["side"] or _falls(text, match.span("digits")):
            values |= {-value for value in values}
        if values:
            yield Figure(frozenset(values), match.span("digits"))


def _read(digits: str, comma: bool) -> set[Decimal]:
    """Return the readings of digits with separators; `comma` says that the text writes decimal commas."""
    digits = re.sub(r"[ \u00a0\u202f\u2009'’](?=\d{3})", "", digits)
    if digits.isdigit():
        return {Decimal(digits)}
    points, commas = digits.count("."), digits.count(",")
    if not commas:
        if points == 1:
            return {Decimal(digits)} | (
                {Decimal(digits.replace(".", ""))} if comma and _DOTTED.fullmatch(digits) else set()
            )
        return {Decimal(digits.replace(".", ""))} if _DOTTED.fullmatch(digits) else set()
    if not points:
        if commas == 1 and not _THOUSANDS.fullmatch(digits):
            return {Decimal(digits.replace(",", "."))}
        if _THOUSANDS.fullmatch(digits):
            return {Decimal(digits.replace(",", ""))} | (
                {Decimal(digits.replace(",", "."))} if comma and commas == 1 else set()
            )
        return {Decimal(part) for part in digits.split(",") if part.isdigit()}
    mark = max(",.", key=digits.rfind)
    whole, _, fraction = digits.rpartition(mark)
    grouped = _THOUSANDS if mark == "." else _DOTTED
    if not grouped.fullmatch(whole):
        return set()
    return {Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}")}


def _falls(text: str, span: Span) -> bool:
    before = text[max(0, span[0] - 40) : span[0]]
    after = text[span[1] : span[1] + 14]
    sentence = re.split(r"[.;!?\n]\s", before)[-1]
    return (
        _FALLING.search(sentence) is not None
        or re.match(r"\W{0,3}(?:below zero|lower|down|less)\b", after) is not None
    )


def _in_words(text: str) -> Iterator[Figure]:
    for match in _WORD.finditer(text):
        if match["tens"]:
            value = _WORDS[match["tens"].casefold()] + _WORDS[match["ones"].casefold()]
        else:
            value = _WORDS[match["one"].casefold()]
        yield Figure(frozenset({Decimal(value)}), match.span(), is_word=True)


def _in_stars(text: str) -> Iterator[Figure]:
    for match in _STARS.finditer(text):
        full = sum(sign in "★⭐✭" for sign in match[0])
        yield Figure(frozenset({Decimal(full)}), match.span())


@lru_cache(maxsize=1024)
def exactly(text: str) -> Decimal | None:
    """Return the number that `text` is when it is written the plain way (``-12.50``), else None."""
    try:
        number = Decimal(text) if text and text[-1].isdigit() else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
