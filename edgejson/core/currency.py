"""The currency that a text names, and the digits of its minor units."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import normalize

DEFAULT_DIGITS = 2
"""Minor-unit digits where no currency is named."""

# A code beside a number of its own; CLP-0042 and A1JPY are identifiers.
_BESIDE_NUMBER = re.compile(
    r"(?<![\w-])([A-Z]{3})(?:\s[-+]?)?\d|(?<![\w.,-])[-+]?[\d.,]++\s?\(?([A-Z]{3})(?![\w-])"
)
# What a currency is named after: "in", or a word of money and up to two more ("Price per unit (KWD)").
_AFTER = (
    r"(?i:(?<![a-z])(?:in|(?:(?:sub)?totals?|prices?|priced|amounts?|sums?|costs?|charge[sd]?|fees?|tax|figures"
    r"|values?|currency|currencies|paid|payable|billed|quoted|money)(?:[ _][a-z]+){0,2})[^\w\n]{1,4}"
    r"|\bcurrency\W{1,4})"
)
_BEFORE = r"(?i:\s(?:prices?|amounts?|figures|totals?)\b)"
_IN_WORDS = re.compile(rf"{_AFTER}([A-Z]{{3}})(?![\w-])|(?<![\w-])([A-Z]{{3}}){_BEFORE}")
# Codes that are words in capitals as well: beside words of money they may be either. All have two digits,
# as has no currency at all, so that nothing is lost.
_ORDINARY = frozenset(
    ("ALL", "BAM", "BOB", "COP", "CUP", "GEL", "MAD", "MOP", "PEN", "RON", "SOS", "TOP", "TRY")
)

# Names by which a currency of other than two digits alone is called, beside its full name. "Won" is a verb as
# well; a word that other countries' currencies share (dinar, franc) names none.
_SHORT_NAMES = {
    "JPY": "yen", "KRW": r"korean won|(?:(?<=\d{3} )|(?<=in ))won", "PYG": "guaran[ií](?:e?s)?",
    "VND": "dong", "VUV": "vatus?", "XOF": "cfa francs?",
}  # fmt: skip

# What every such name contains: most prompts hold none of it, and to look for a name is slow.
_STEMS = re.compile(r"dinar|franc|peso|kr[oó]n|yen|won|rial|guaran|shilling|dong|vatu", re.IGNORECASE)
_STANDING = re.compile(r"(?<![\w-])[A-Z]{3}(?![\w-])")
_WHOLE_SIGN = re.compile(r"[¥₩₫]\s?[-+]?\d|\d\s?[¥₩₫円]")
_HUNDREDTHS_SIGN = re.compile(r"[$€£]\s?[-+]?\d|\d\s?(?:[$€£]|(?i:dollars?|euros?)\b)")


@cache
def minor_units() -> dict[str, int]:
    """Return the digits after the point of each ISO 4217 currency (ISO 4217, published list one)."""
    from iso4217 import Currency

    return {currency.code: currency.exponent for currency in Currency if currency.exponent is not None}


def _names(code: str) -> set[str]:
    """Return a currency's English names (Unicode CLDR): singular and plural, with and without accents."""
    from babel.numbers import get_currency_name

    names = {get_currency_name(code, count, "en").lower() for count in (1, 2)}
    return names | {normalize("NFKD", name).encode("ascii", "ignore").decode() for name in names}


@cache
def _name_pattern() -> re.Pattern[str]:
    """Return the pattern of a currency's name beside a number, or after a word of money.

    A group is named after the code. Only currencies with other than two digits are in it; units of account,
    which have no sign, are not.
    """
    from babel import Locale

    signs = Locale("en").currency_symbols
    codes = [code for code, digits in minor_units().items() if digits != DEFAULT_DIGITS and code in signs]
    alternatives = []
    for code in codes:
        names = [*map(re.escape, sorted(_names(code))), _SHORT_NAMES.get(code)]
        alternatives.append(f"(?P<{code}>{'|'.join(filter(None, names))})")
    # A coin is a thing that may be for sale.
    return re.compile(
        rf"(?:\d\s?\(?|{_AFTER})(?:{'|'.join(alternatives)})(?!\w)(?!\s(?:coin|note|bill|banknote)s?\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=256)  # several rules ask about the same prompt, one after the other
def currency_digits(text: str) -> int:
    """Return the minor-unit digits of the one currency that `text` names as that of amounts, else two.

    A yen, won or dong sign counts as a currency without minor units unless yuan are named.
    """
    digits = {minor_units()[code] for code in _codes(text) if code in minor_units()}
    if _HUNDREDTHS_SIGN.search(text):
        digits.add(2)
    if not digits and _WHOLE_SIGN.search(text) and not re.search(r"\b(CNY|RMB|yuan)\b", text):
        return 0
    return digits.pop() if len(digits) == 1 else DEFAULT_DIGITS


def _codes(text: str) -> Iterator[str]:
    """Yield what stands where a currency's code does, and the codes of the currencies that have a name."""
    for match in _BESIDE_NUMBER.finditer(text):
        yield match[1] or match[2]
    # Most prompts name none: to look for what stands around a name is slow.
    if not minor_units().keys().isdisjoint(_STANDING.findall(text)):
        for match in _IN_WORDS.finditer(text):
            code = match[1] or match[2]
            if code not in _ORDINARY:
                yield code
    if _STEMS.search(text):
        for match in _name_pattern().finditer(text):
            yield match.lastgroup or ""
