"""The currency that a text names, and the digits of its minor units."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

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

# English names (Unicode CLDR) of the currencies that have other than two digits. A word that other countries'
# currencies share (dinar, franc) names none; "won" is a verb as well.
_NAMES = {
    "BHD": "bahraini dinars?", "BIF": "burundian francs?", "CLP": "chilean pesos?",
    "DJF": "djiboutian francs?", "GNF": "guinean francs?", "IQD": "iraqi dinars?",
    "ISK": "icelandic kr[oó]n(?:a|ur)", "JOD": "jordanian dinars?", "JPY": "(?:japanese )?yen",
    "KMF": "comorian francs?", "KRW": r"(?:south )?korean won|(?:(?<=\d{3} )|(?<=in ))won",
    "KWD": "kuwaiti dinars?", "LYD": "libyan dinars?", "OMR": "omani rials?",
    "PYG": "(?:paraguayan )?guaran[ií](?:e?s)?", "RWF": "rwandan francs?", "TND": "tunisian dinars?",
    "UGX": "ugandan shillings?", "VND": "(?:vietnamese )?dong", "VUV": "(?:vanuatu )?vatus?",
    "XAF": "central african cfa francs?", "XOF": "(?:west african )?cfa francs?", "XPF": "cfp francs?",
}  # fmt: skip
_STEMS = (
    "dinar",
    "franc",
    "peso",
    "krón",
    "kron",
    "yen",
    "won",
    "rial",
    "guaran",
    "shilling",
    "dong",
    "vatu",
)
_ANY_NAME = "|".join(f"(?P<{code}>{names})" for code, names in _NAMES.items())
# A coin is a thing that may be for sale.
_NAMED = re.compile(
    rf"(?:\d\s?\(?|{_AFTER})(?i:{_ANY_NAME})(?!\w)(?!\s(?:coin|note|bill|banknote)s?\b)", re.IGNORECASE
)

_STANDING = re.compile(r"(?<![\w-])[A-Z]{3}(?![\w-])")
_WHOLE_SIGN = re.compile(r"[¥₩₫]\s?[-+]?\d|\d\s?[¥₩₫円]")
_HUNDREDTHS_SIGN = re.compile(r"[$€£]\s?[-+]?\d|\d\s?(?:[$€£]|(?i:dollars?|euros?)\b)")


@cache
def minor_units() -> dict[str, int]:
    """Return the digits after the point of each ISO 4217 currency (ISO 4217, published list one)."""
    from iso4217 import Currency

    return {currency.code: currency.exponent for currency in Currency if currency.exponent is not None}


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
    lower = text.lower()
    if any(stem in lower for stem in _STEMS):
        for match in _NAMED.finditer(text):
            yield match.lastgroup or ""
