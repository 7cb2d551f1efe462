"""Currencies and languages that a prompt names in words: the names of CLDR, from Babel."""

from functools import cache, lru_cache

from edgejson.alignment.document import Document
from edgejson.alignment.mention import Mention
from edgejson.alignment.words import has_blanks, is_whole

_MOST = 40


@cache
def _currency_names() -> dict[str, tuple[str, ...]]:
    """Return the names and signs of each currency in the languages of most prompts, in small letters."""
    from babel import Locale

    names: dict[str, set[str]] = {}
    for language in (
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "sv",
        "da",
        "nb",
        "fi",
        "cs",
        "tr",
        "ja",
        "zh",
        "ko",
        "ru",
    ):
        locale = Locale.parse(language)
        for code, name in locale.currencies.items():
            names.setdefault(code, set()).add(name.lower())
        for code, sign in locale.currency_symbols.items():
            names.setdefault(code, set()).add(sign.lower())
        for code, forms in locale._data["currency_names_plural"].items():
            names[code].update(form.lower() for form in forms.values())
    for code, more in (
        ("USD", ("$", "dollar", "usd")),
        ("EUR", ("€", "euro")),
        ("GBP", ("£", "pound", "quid", "sterling", "libra", "pfund", "livre")),
        ("JPY", ("¥", "yen", "円")),
        ("CNY", ("¥", "yuan", "renminbi", "rmb", "元")),
        ("CHF", ("franc", "franken", "fr.", "sfr")),
        ("INR", ("₹", "rupee", "rs")),
        ("BRL", ("r$", "real", "reais")),
        ("MXN", ("peso",)),
        ("CAD", ("$", "dollar")),
        ("AUD", ("$", "dollar")),
    ):
        names.setdefault(code, set()).update(more)
    return {code: tuple(sorted(found)) for code, found in names.items()}


def find_currency(document: Document, code: str) -> list[Mention]:
    """Return where a document names the currency of an ISO 4217 code by a word or sign."""
    found: list[Mention] = []
    for name in _currency_names().get(code, ()):
        at = document.lower.find(name)
        while at >= 0 and len(found) < _MOST:
            if (
                not name[0].isalpha()
                or is_whole(document.lower, at, at + len(name))
                or (len(name) > 3 and is_whole(document.lower, at, at + 1))
            ):
                found.append(Mention("text", at, at + len(name), frozenset({code})))
            at = document.lower.find(name, at + 1)
    return found


@lru_cache(maxsize=512)
def _language_names(tag: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a tag's language, and those of its territory, in the languages of most prompts."""
    from babel import Locale

    language, _, territory = tag.replace("_", "-").partition("-")
    territory = territory.rpartition("-")[2].upper()
    languages, territories = set(), {territory.lower()} if territory else set()
    for name in (
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "sv",
        "da",
        "nb",
        language if len(language) == 2 else "en",
    ):
        try:
            locale = Locale.parse(name)
        except (ValueError, LookupError):
            continue
        languages.add(str(locale.languages.get(language.lower(), "")).lower())
        languages.add(str(locale.languages.get(tag.replace("-", "_"), "")).lower())
        territories.add(str(locale.territories.get(territory, "")).lower())
    return tuple(sorted(languages - {""})), tuple(sorted(territories - {""}))


def find_language(document: Document, tag: str) -> list[Mention]:
    """Return where a document names the language of a BCP 47 tag, with its territory if the tag has one."""
    languages, territories = _language_names(tag)
    adjectives = {
        "gb": ("british", "uk", "britisches", "britannique"),
        "us": ("american", "us"),
        "br": ("brazilian", "brasil"),
        "ch": ("swiss",),
        "at": ("austrian",),
        "mx": ("mexican",),
        "ca": ("canadian",),
        "au": ("australian",),
        "pt": ("european",),
        "es": ("european", "castilian"),
        "in": ("indian",),
        "ie": ("irish",),
        "tw": ("traditional", "taiwan"),
        "cn": ("simplified", "mainland"),
    }
    region = tag.replace("_", "-").partition("-")[2].lower()
    places = (*territories, *adjectives.get(region, ()))
    if region and not any(place in document.lower for place in places):
        if any(name in document.lower for name in languages if len(name.split()) > 1):
            pass
        else:
            return []
    found = []
    for name in languages:
        at = document.lower.find(name)
        if at >= 0 and (is_whole(document.lower, at, at + len(name)) or not has_blanks(name)):
            found.append(Mention("text", at, at + len(name), frozenset({tag})))
    return found
