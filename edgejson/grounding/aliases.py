"""Other spellings: languages for BCP 47 tags, currencies for ISO 4217 codes, marks in telephone numbers."""

import re
from functools import lru_cache

from edgejson.grounding.folding import folded, name_words

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")

# Signs and English names of currencies, from Unicode CLDR's root and English locales.
_CURRENCIES = {
    "USD": ("$", "us$", "dollar"), "EUR": ("€", "euro"), "GBP": ("£", "pound", "sterling", "quid"),
    "JPY": ("¥", "yen", "円"), "CNY": ("¥", "yuan", "rmb", "renminbi"), "INR": ("₹", "rupee", "rs."),
    "KRW": ("₩", "won"), "CHF": ("franc", "fr."), "CAD": ("$", "c$", "ca$", "dollar"),
    "AUD": ("$", "a$", "au$", "dollar"),
    "NZD": ("$", "nz$", "dollar"), "SGD": ("$", "s$", "dollar"), "HKD": ("$", "hk$", "dollar"),
    "MXN": ("$", "mx$", "peso"), "BRL": ("r$", "real", "reais"), "SEK": ("kr", "krona", "kronor"),
    "NOK": ("kr", "krone", "kroner"), "DKK": ("kr", "krone", "kroner"), "PLN": ("zł", "zloty", "złoty"),
    "CZK": ("kč", "koruna"), "TRY": ("₺", "lira"), "ZAR": ("rand",), "ILS": ("₪", "shekel"),
    "RUB": ("₽", "rouble", "ruble"),
    "KWD": ("dinar",), "THB": ("฿", "baht"), "VND": ("₫", "dong"), "PHP": ("₱", "peso"),
}  # fmt: skip


_TELEPHONES = frozenset({"tel", "telephone", "mobile", "cell", "fax"})
_TELEPHONE = re.compile(r"(?=(?:\D*\d){7})[+\d(][\d\s()-]+\d")
_NUMBERS = re.compile(r"\+|\d+")


def is_language(field: str, value: str) -> bool:
    """Whether `value` under a field of this name is a language tag that a prompt may spell as a name."""
    return field.rpartition("_")[2] in ("language", "locale", "lang") and _TAG.fullmatch(value) is not None


@lru_cache(maxsize=512)
def language_names(tag: str) -> frozenset[str]:
    """Return the folded English and native names of a language tag; none for an unknown tag."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return frozenset()
    english = Locale("en")
    names = {english.languages.get(locale.language), locale.get_display_name("en"), locale.get_display_name()}
    names |= {
        english.languages.get(f"{locale.language}_{locale.territory}"),
        locale.languages.get(locale.language),
    }
    if locale.territory:
        country, language = english.territories.get(locale.territory), english.languages.get(locale.language)
        names |= {f"{language}, {country}", f"{country} {language}", f"{language} {locale.territory}"}
    return frozenset(folded(name) for name in names if name)


def is_currency(field: str, value: str) -> bool:
    """Whether `value` under a field of this name is a currency code that a prompt may spell as a sign."""
    return "currency" in field and len(value) == 3 and value.isupper()


def currency_names(code: str) -> tuple[str, ...]:
    """Return the folded signs and names of a currency."""
    return _CURRENCIES.get(code, ())


def is_telephone(field: str, value: str) -> bool:
    """Whether `value` under a field of this name is a telephone number, which a prompt may dot or slash."""
    words = name_words(field)
    named = any(word.endswith("phone") or word in _TELEPHONES for word in words)
    return named and _TELEPHONE.fullmatch(value) is not None


def dialled(telephone: str) -> list[str]:
    """Return what is dialled, group by group: the marks between the groups differ, the groups do not."""
    return _NUMBERS.findall(telephone)
