"""Numbers in digits: where they stand, and what separators, signs and suffixes make of them."""

import re
from collections.abc import Iterator
from decimal import Decimal

_MAGNITUDES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "bn": 9, "b": 9, "billion": 9,
    "hundred": 2,
}  # fmt: skip
_DIGITS = re.compile(r"\d+(?:[.,'’]\d+|[ \u00a0\u202f\u2009]\d{3}(?!\d))*")
_LEAD = re.compile(
    r"""
    (?P<open>\()?
    (?P<sign>(?<![\w)])[-−–+]\s?|\b(?:minus|negative)\s+)?
    (?P<currency>(?:[A-Z]{2,3})?\s?[$€£¥₹₩₫₺₽฿]|(?<![A-Za-z])[A-Z]{3})?\s?
    (?P<inner>(?<=[$€£¥₹₩₫₺₽฿])[-−]|(?<=[A-Z]{3}\s)[-−])?
    \.?$
    """,
    re.VERBOSE,
)
_TAIL = re.compile(
    r"""
    (?P<exponent>[eE][-+]?\d{1,3}(?!\w))?
    (?P<suffix>\s?%|\s?percent\b|\s?(?:k|thousand|hundred|mn|mio|million|m|bn|billion|b)\b)?
    (?=[^\W\d_]{0,4}(?!\w))(?!-\d)(?!:\d)
    (?P<close>\))?
    (?P<scale>\s?(?:/|out\ of)\s?(?:5|10|100)(?![\w.,/]|\s?[/]))?
    (?P<side>\s?°?\s?(?:S|W|south|west)\b)?
    """,
    re.VERBOSE,
)
_FALLING = re.compile(
    r"\b(?:down|f[ae]ll(?:s|en|ing)?|dropp?(?:ed|ing|s)?|decreas\w+|declin\w+|los[st]\w*|shr[aiu]nk\w*|below|"
    r"negative|reduc\w+|slipp?\w*|lower|contract\w+|less)\b",
    re.IGNORECASE,
)
_FALLEN = re.compile(r"\W{0,3}(?:below zero|lower|down|less)\b")
_SENTENCE = re.compile(r"[.;!?\n]\s")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_BLANKS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?")
_DECIMAL_COMMA = re.compile(r"(?<![\d,.])\d+(?:\.\d{3})*,\d{1,2}(?![\d,]|\.\d)")
_PLAIN = re.compile(r"(?:0|[1-9]\d*)(?:,\d{3})*(?:\.\d+)?")
_RANGE = re.compile(rf"(?P<low>{_PLAIN.pattern})[-–](?P<high>{_PLAIN.pattern})(?![\w-]|[.,:/]\d)")
_DASHED = re.compile(r"\d\s[-–]\s$")
_BULLET = re.compile(r"^[ \t]*[-−–+][ \t]+(?=\S)", re.MULTILINE)
_JOINERS = "-@_\\"
_WIDTH = 12
"""Characters before a number in which its sign and currency stand."""


def numerals(text: str) -> Iterator[tuple[int, int, set[Decimal]]]:
    """Yield start, end and possible values of each number in digits that is no part of a word."""
    comma = "," in text and _DECIMAL_COMMA.search(text) is not None
    falling = _FALLING.search(text) is not None
    at = 0
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        digits, begin = match[0], start
        if text[start - 1 : start] == "." and not text[start - 2 : start - 1].isalnum():
            digits, begin = f".{digits}", start - 1
        if not _begins(text, begin):
            continue
        ends = _range(text, start)
        if ends is not None:
            at = ends[1].end()
            yield from ((end.start(), end.end(), _read(end[0], comma)) for end in ends)
            continue
        tail, lead = _TAIL.match(text, end), _LEAD.search(text[max(0, start - _WIDTH) : start])
        if tail is None:
            continue
        values = _read(digits, comma)
        if tail["exponent"]:
            values = {value.scaleb(int(tail["exponent"][1:])) for value in values}
        suffix = (tail["suffix"] or "").strip().casefold()
        if suffix in _MAGNITUDES:
            values |= {value.scaleb(_MAGNITUDES[suffix]) for value in values}
        elif suffix:
            values |= {value.scaleb(-2) for value in values}
        sign = lead is not None and (_is_minus(text, start, lead) or lead["inner"])
        if sign or (tail["side"] and ("°" in tail["side"] or "." in digits)):
            values = {-value for value in values} | (values if _is_range(text, start) else set())
        elif (
            (lead and lead["open"] and tail["close"])
            or tail["side"]
            or (falling and _falls(text, start, end))
        ):
            values |= {-value for value in values}
        at = tail.end() if tail["scale"] else end
        if values:
            yield start, end, values


def _is_minus(text: str, start: int, lead: re.Match[str]) -> bool:
    """Whether what leads a number at `start` makes it negative: a minus, but no mark of a list's item.

    A dash and a blank that begin the text itself are a minus (``Balance: - 5``), unless a list follows.
    """
    if (lead["sign"] or "+").strip() == "+":
        return False
    at = start - lead.endpos + lead.start("sign")
    line = text.rfind("\n", 0, at) + 1
    if text[line:at].strip() or _BULLET.match(text, line) is None:
        return True
    return line == 0 and _BULLET.search(text, at + 1) is None


def _range(text: str, start: int) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the ends of a range such as ``48000-52000`` that begins at `start`; the second is the larger."""
    found = _RANGE.match(text, start)
    if found is None or text[start - 1 : start] == "-":
        return None
    low, high = _read(found["low"], comma=False), _read(found["high"], comma=False)
    if not low or not high or max(low) >= max(high):
        return None
    first, second = _PLAIN.match(text, start), _PLAIN.match(text, found.start("high"), found.end("high"))
    return (first, second) if first and second else None


def _is_range(text: str, start: int) -> bool:
    """Whether a dash between blanks before a number stands behind another one: ``48000 - 52000``."""
    return _DASHED.search(text[max(0, start - 6) : start]) is not None


def _begins(text: str, at: int) -> bool:
    """Whether a number may begin at `at`: what is before makes it no part of a word or a time."""
    before, beyond = text[at - 1 : at], text[at - 2 : at - 1] if at > 1 else ""
    if before in "xX" and before and not _is_word(beyond):
        return True
    if before.isalpha():
        currency = text[at - 3 : at]
        return currency.isalpha() and currency.isupper() and not _is_word(text[at - 4 : at - 3])
    if _is_word(before) or (before in ".,:" and beyond.isdigit()):
        return False
    return not (before and before in _JOINERS and _is_word(beyond))


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _read(digits: str, comma: bool) -> set[Decimal]:
    """Return the readings of digits with separators; `comma` says that the text writes decimal commas."""
    if digits.isdigit():
        return {Decimal(digits)}
    parts = digits.split(" ")
    if len(parts) > 1 and not _BLANKS.fullmatch(digits):
        return {value for part in parts for value in _read(part, comma)}
    beside = parts if "." not in digits and "," not in digits and len(parts) > 1 else []
    digits = re.sub(r"[ \u00a0\u202f\u2009'’](?=\d{3})", "", digits)
    if digits.isdigit():
        return {Decimal(digits), *map(Decimal, beside)}
    points, commas = digits.count("."), digits.count(",")
    if not commas:
        if points == 1:
            thousands = {Decimal(digits.replace(".", ""))} if comma and _DOTTED.fullmatch(digits) else set()
            return {Decimal(digits)} | thousands
        return {Decimal(digits.replace(".", ""))} if _DOTTED.fullmatch(digits) else set()
    if not points:
        if _THOUSANDS.fullmatch(digits):
            fraction = {Decimal(digits.replace(",", "."))} if comma and commas == 1 else set()
            return {Decimal(digits.replace(",", ""))} | fraction
        if commas == 1:
            return {Decimal(digits.replace(",", "."))}
        return {Decimal(part) for part in digits.split(",") if part.isdigit()}
    mark = max(",.", key=digits.rfind)
    whole, _, fraction_digits = digits.rpartition(mark)
    if not (_THOUSANDS if mark == "." else _DOTTED).fullmatch(whole):
        return set()
    return {Decimal(f"{re.sub('[.,]', '', whole)}.{fraction_digits}")}


def _falls(text: str, start: int, end: int) -> bool:
    """Whether the sentence says that something goes down by the number, or is below zero."""
    sentence = _SENTENCE.split(text[max(0, start - 40) : start])[-1]
    return _FALLING.search(sentence) is not None or _FALLEN.match(text, end) is not None
