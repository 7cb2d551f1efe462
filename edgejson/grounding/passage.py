"""A passage: text in which values are found anywhere, indexed once and only as far as it is asked."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeAlias

from edgejson._typing import JSONObject
from edgejson.core.pointers import leaves
from edgejson.grounding.aliases import (
    currency_names,
    dialled,
    is_currency,
    is_language,
    is_telephone,
    language_names,
)
from edgejson.grounding.choices import places_of_choice
from edgejson.grounding.durations import lengths
from edgejson.grounding.figures import Figure, Span, in_digits, in_stars, in_words
from edgejson.grounding.folding import commas, folded, plain, spaced
from edgejson.grounding.moments import Moments, moments, read_label

Spelling: TypeAlias = Literal["space", "case"]
Places: TypeAlias = list[Span] | None
"""Spans in a passage's plain text, none where a value is stated at no one place; None: it is not stated."""

_JOINERS = frozenset("-@/\\_+.&")
_OPEN = frozenset("([{<\"'`#*")
_CLOSED = frozenset(")]}>\"'`*.!?,;:%")
_DIALLED = re.compile(r"[+(]?\d[\d ()-]*\d")
_DOTTED = re.compile(r"(?<!\w)[+\d(][\d ()\-]*[./][\d ().\-/]{3,}\d(?!\w)")
_ONE = re.compile(r"(?<![\w-])(?:a|an|single|another)(?=\s)")
_WORDS_BESIDE = re.compile(r"\s+(?!(?:half\W)?(?:dozen|hundred|thousand|million|couple)\b)[\w'-]+")
"""A word behind an article, if that does not make a number of it: ``a dozen mugs``."""
_AS_JSON = re.compile(r"\b(?:one|a|an|single|1)(?:\s[\w-]+){0,2}?\s(?:json|object|record)\b", re.IGNORECASE)
"""A request for one JSON object, which is no number of the label."""
_ADJECTIVES = 2
"""Words that may stand between an article and the text that it is the article of."""
_LEAST = 40
_BESIDE = 60
_LONG = 6
"""Words from which on a text is one that may itself state other values."""


class Passage:
    """Text in which values may stand anywhere.

    The digits of identifiers, names and addresses of the `label` are no numbers where they stand in it.
    In prose, ``a`` and ``another`` say 1.
    """

    def __init__(self, text: str, label: JSONObject | None = None, *, is_prose: bool = False) -> None:
        self.text = text
        self._label = label
        self._is_prose = is_prose

    @cached_property
    def plain(self) -> str:
        """The text in typewriter form; all spans count its characters."""
        return plain(self.text)

    @cached_property
    def lower(self) -> str:
        """The plain text in small letters, of the same length."""
        lower = self.plain.lower()
        return lower if len(lower) == len(self.plain) else "".join(c.lower()[0] for c in self.plain)

    @cached_property
    def moments(self) -> Moments:
        """The dates and times of the passage."""
        return moments(self.plain)

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers of the passage that stand in digits, or as stars."""
        text = self.plain
        masked: list[Span] = list(self.moments.spans())
        for _, value in leaves(self._label or {}):
            if isinstance(value, str) and any(map(str.isdigit, value)) and len(value.split()) < _LONG:
                masked += spans(plain(value), text)
        return [*in_digits(text, masked=masked), *in_stars(text)]

    @cached_property
    def worded(self) -> list[Figure]:
        """The numbers of the passage that stand in words."""
        asked = [match.span() for match in _AS_JSON.finditer(self.plain)]
        return [
            figure
            for figure in in_words(self.plain)
            if not any(start <= figure.span[0] < end for start, end in asked)
        ]

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number that the passage may mean."""
        return frozenset(value for figure in (*self.figures, *self.worded) for value in figure.values)

    @cached_property
    def unwrapped(self) -> str:
        """The plain text with those line breaks made blanks that only a full line explains."""
        lines = self.plain.split("\n")
        width = max(map(len, lines))
        joined = lines[0]
        for before, after in pairwise(lines):
            word = after.split(" ", 1)[0]
            full = len(before) + 1 + len(word) > width and len(before.split()) > _LONG
            joined += (" " if full and word else "\n") + after
        return joined

    def places_of_text(self, value: str) -> Places:
        """Return where `value` stands, letter by letter; in a passage in capitals, in capitals."""
        own = plain(value)
        if own != own.strip():
            return None
        found = list(spans(own, self.plain))
        if not found and " " in own and "\n" in self.plain:
            found = list(spans(own, self.unwrapped))
        if not found and own[:1].isupper() and " " in own and not any(map(str.isdigit, own)):
            found = list(spans(own.upper(), self.plain))
        return found or None

    def places_of_choice(self, choice: str) -> Places:
        """Return where the enum value `choice` is stated."""
        return places_of_choice(choice, self.lower) or None

    def places_of_alias(self, value: str, field: str) -> Places:
        """Return where `value`, a date, language, currency or telephone, is stated in another spelling."""
        moment = read_label(value)
        if moment is not None:
            return self.moments.places(moment)
        names: tuple[str, ...] = ()
        if is_language(field, value):
            names = tuple(language_names(value))
        elif is_currency(field, value):
            signs = [name for name in currency_names(value) if not name.isalpha()]
            names = tuple(name for name in currency_names(value) if name.isalpha())
            names += tuple(f"{name}s" for name in names)
            if any(sign in self.lower for sign in signs):
                return []
        elif is_telephone(field, value):
            return [m.span() for m in _DOTTED.finditer(self.plain) if dialled(m[0]) == dialled(value)] or None
        return [span for name in names for span in spans(name, self.lower)] or None

    def places_of_number(self, value: Decimal | int, field: str = "") -> Places:
        """Return where the number stands, also in another unit than the one that the field's name ends in."""
        found = [figure.span for figure in self.figures if value in figure.values]
        if value >= 0:
            found += [figure.span for figure in self.worded if value in figure.values]
        if found:
            return found
        if (self._is_prose and value == 1 and self._names_one) or value in lengths(self.plain, field):
            return []
        return None

    @cached_property
    def _names_one(self) -> bool:
        """Whether an article stands before a text of the label, or two words before: ``a blue Desk Lamp``."""
        texts = [
            value.casefold() for _, value in leaves(self._label or {}) if isinstance(value, str) and value
        ]
        for match in _ONE.finditer(self.lower):
            at = match.end()
            for _ in range(_ADJECTIVES + 1):
                following = self.lower[at : at + _BESIDE].lstrip(" \n\"'(")
                if any(following.startswith(text[:_LEAST]) for text in texts):
                    return True
                word = _WORDS_BESIDE.match(self.lower, at)
                if word is None:
                    break
                at = word.end()
        return False

    def misspelling(self, value: str) -> Spelling | None:
        """Say whether the passage states the text `value` with other white space, or in other letter case."""
        text = spaced(self.text)
        if occurs(spaced(value), text) or occurs(commas(value), commas(self.text)):
            return "space"
        return "case" if occurs(folded(value), text.casefold()) else None

    def spelled_otherwise(self, value: str) -> str | None:
        """Return how the passage writes `value`, white space, a comma before it and letter case aside."""
        words = r"(?:,?\s+)".join(re.escape(word.rstrip(",")) for word in spaced(value).split())
        found = re.search(words, self.plain, re.IGNORECASE)
        return found[0] if found else None


def occurs(value: str, text: str) -> bool:
    """Whether `value` stands in `text` as words of its own, not as a part of a longer word or identifier."""
    return next(spans(value, text), None) is not None


def spans(value: str, text: str) -> Iterator[Span]:
    """Yield where `value` stands in `text` as words of its own."""
    start = text.find(value) if value else -1
    while start >= 0:
        end = start + len(value)
        if not (
            _joined(text, start - 1, -1, value[0])
            or _joined(text, end, 1, value[-1])
            or _dials_on(text, start, end)
        ):
            yield start, end
        start = text.find(value, start + 1)


def _joined(text: str, at: int, step: int, edge: str) -> bool:
    """Whether the character beside a found value makes one word of both."""
    if not 0 <= at < len(text):
        return False
    beside = text[at]
    if beside.isspace():
        return False
    if beside.isalnum() or beside == "_":
        return edge not in (_OPEN if step < 0 else _CLOSED) or (edge == "." and beside.isdigit())
    if beside not in _JOINERS or not (edge.isalnum() or edge == "_"):
        return False
    beyond = at + step
    return 0 <= beyond < len(text) and (text[beyond].isalnum() or text[beyond] == "_")


def _dials_on(text: str, start: int, end: int) -> bool:
    """Whether a found telephone number goes on, before or after, in the same line."""
    if not _DIALLED.fullmatch(text, start, end):
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        before.endswith("+")
        or re.fullmatch(r"[\d)][ -]", before) is not None
        or re.match(r"[ -]\(?\d", after) is not None
    )
