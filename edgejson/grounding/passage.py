"""A passage: text in which values are found anywhere, indexed once and only as far as it is asked."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeAlias

from edgejson.grounding.aliases import currency_names, is_currency, is_language, language_names
from edgejson.grounding.choices import stated
from edgejson.grounding.durations import lengths
from edgejson.grounding.figures import Figure, Span, figures
from edgejson.grounding.folding import folded, plain, spaced
from edgejson.grounding.moments import Moments, moments, read_label

Spelling: TypeAlias = Literal["same", "space", "case", "none"]
"""How a text is found: as it is, with other white space, in other letter case, not at all."""

_JOINERS = frozenset("-@/\\_+.&")
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_LONG = 6
"""Words from which on a text is one that may itself state other values."""


class Passage:
    """Text in which values may stand anywhere.

    `masked` are texts of the label that stand in it and whose digits are no numbers: identifiers, names,
    addresses.
    """

    def __init__(self, text: str, masked: Iterable[str] = ()) -> None:
        self.text = text
        self._masked = [value for value in masked if len(value.split()) < _LONG]

    @cached_property
    def plain(self) -> str:
        return plain(self.text)

    @cached_property
    def spaced(self) -> str:
        return spaced(self.text)

    @cached_property
    def folded(self) -> str:
        return self.spaced.casefold()

    @cached_property
    def lower(self) -> str:
        return self.plain.casefold()

    @cached_property
    def moments(self) -> Moments:
        return moments(self.plain)

    @cached_property
    def figures(self) -> list[Figure]:
        text = self.plain
        masked: list[Span] = list(self.moments.spans())
        for value in self._masked:
            masked += spans(plain(value), text)
        return figures(text, masked=masked)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number that the passage may mean."""
        return frozenset(value for figure in self.figures for value in figure.values)

    @cached_property
    def width(self) -> int:
        """The length of the longest line."""
        return max(map(len, self.plain.split("\n")))

    @cached_property
    def unwrapped(self) -> str:
        """The plain text with those line breaks made blanks that only a full line explains."""
        lines = self.plain.split("\n")
        joined = lines[0]
        for before, after in zip(lines, lines[1:], strict=False):
            word = after.split(" ", 1)[0]
            full = len(before) + 1 + len(word) > self.width and word and not after[0].isspace() and len(before.split()) > 5
            joined += (" " if full else "\n") + after
        return joined

    def spelling(self, value: str) -> Spelling:
        """Say how the passage states the text `value`."""
        if occurs(value, self.text):
            return "same"
        own = plain(value)
        if occurs(own, self.plain) or occurs(own, self.unwrapped):
            return "same"
        if occurs(spaced(value), self.spaced) or occurs(_commas(value), self._commas):
            return "space"
        if occurs(folded(value), self.folded):
            return "same" if self._shouts(folded(value)) else "case"
        return "none"

    @cached_property
    def _commas(self) -> str:
        return _commas(self.text)

    def _shouts(self, value: str) -> bool:
        """Whether a text that is found in another case stands there in capitals throughout."""
        return any(
            self.spaced[start:end].isupper() for start, end in spans(value, self.folded)
        ) if len(self.spaced) == len(self.folded) else False

    def states_text(self, value: str, field: str = "") -> bool:
        """Whether the passage names `value` in another spelling that its field has: date, language, currency."""
        moment = read_label(value)
        if moment is not None:
            return self.moments.names(moment)
        if is_language(field, value):
            return any(occurs(name, self.folded) for name in language_names(value))
        if is_currency(field, value):
            return any(name in self.folded for name in currency_names(value))
        return _is_telephone(value) and _digits(value) in _digit_runs(self.plain)

    def states_choice(self, choice: str) -> bool:
        """Whether the passage states the enum value `choice`."""
        return stated(choice, self.folded)

    def states_number(self, value: Decimal | int, field: str = "") -> bool:
        """Whether the passage states the number, in the unit that the field's name ends in if it has one."""
        if value in self.numbers:
            return True
        if value == 1 and re.search(r"\b(?:a|an|single|one)\b", self.folded):
            return True
        return value in lengths(self.plain, field)

    def near_number(self, value: Decimal | int, known: frozenset[Decimal]) -> Decimal | None:
        """Return the number that the passage states, no value of the label (`known`) is, and looks most like it."""
        left = [number for figure in self.figures for number in figure.values if not figure.values & known]
        return min(left, key=lambda number: (_unlike(number, value), number), default=None)


def occurs(value: str, text: str) -> bool:
    """Whether `value` stands in `text` as words of its own, not as a part of a longer word or identifier."""
    return next(spans(value, text), None) is not None


def spans(value: str, text: str) -> Iterator[Span]:
    """Yield where `value` stands in `text` as words of its own."""
    start = text.find(value) if value else -1
    while start >= 0:
        end = start + len(value)
        if not _joined(text, start - 1, -1, value[0]) and not _joined(text, end, 1, value[-1]):
            yield start, end
        start = text.find(value, start + 1)


def _joined(text: str, at: int, step: int, edge: str) -> bool:
    """Whether the character beside a found value makes one word of both."""
    if not 0 <= at < len(text) or not (edge.isalnum() or edge == "_"):
        return False
    beside = text[at]
    if beside.isalnum() or beside == "_":
        return True
    if beside not in _JOINERS:
        return False
    beyond = at + step
    return 0 <= beyond < len(text) and (text[beyond].isalnum() or text[beyond] == "_")


def _commas(text: str) -> str:
    """Return `text` with line breaks written as commas, in `spaced` form."""
    return spaced(re.sub(r",?[ \t]*\n[ \t]*", ", ", plain(text)))


def _is_telephone(value: str) -> bool:
    return re.fullmatch(r"[+\d(][\d\s().\-/]{5,}\d", value) is not None and sum(map(str.isdigit, value)) >= 7


def _digits(value: str) -> str:
    return re.sub(r"\D", "", value)


def _digit_runs(text: str) -> set[str]:
    return {_digits(run) for run in re.findall(r"[+\d(][\d ().\-/]{5,}\d", text)}


def _unlike(one: Decimal, other: Decimal | int) -> tuple[int, Decimal]:
    """Order numbers by how unlike they are written, then by how far they are apart."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(str(one), str(other)), abs(one - other)
