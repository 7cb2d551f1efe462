"""Language tags: the grammar of RFC 5646 and the subtags of IANA's registry (language-tags ships it)."""

import re

# RFC 5646, section 2.1, without grandfathered tags. A capitalised language ("To", "Ago") is how words are
# written, never how language subtags are: the script is what RFC 5646 writes so.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,8}|[A-Z]{2,8})"
    r"(?P<extended>(?:-[A-Za-z]{3}(?![A-Za-z])){0,3})"
    r"(?:-(?P<script>[A-Za-z]{4}))?"
    r"(?:-(?P<region>[A-Za-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*)"
    r"(?:-[A-WY-Za-wy-z\d](?:-[A-Za-z\d]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z\d]{1,8})+)?"
)
_PRIVATE = re.compile(r"[xX](?:-[A-Za-z\d]{1,8})+")


def is_language_tag(text: str) -> bool:
    """Whether `text` is a BCP 47 language tag made of registered subtags (deprecated ones count as well)."""
    match = _TAG.fullmatch(text)
    if match is None:
        return _PRIVATE.fullmatch(text) is not None or _is("grandfathered", text)
    parts = [("language", match["language"]), ("script", match["script"]), ("region", match["region"])]
    parts += [("extlang", part) for part in match["extended"].split("-")[1:]]
    parts += [("variant", part) for part in match["variants"].split("-")[1:]]
    return all(_is(kind, part) for kind, part in parts if part)


def _is(kind: str, subtag: str) -> bool:
    from language_tags import tags  # type: ignore[import-untyped]

    return kind in tags.types(subtag.lower())
