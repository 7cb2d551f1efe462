"""Texts that match a simple regular expression, as the keyword ``pattern`` has them.

Simple ones have literal characters, classes, groups, alternatives, counts and anchors at their ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from typing import TypeAlias

from edgejson.generators.draws import Draws

_CLASSES = {"d": digits, "w": ascii_letters + digits, "s": " "}
_MORE = 3
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class _Repeated:
    part: "_Part"
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class _Alternatives:
    options: "tuple[tuple[_Repeated, ...], ...]"


_Part: TypeAlias = str | _Alternatives
"""The characters of which one stands there, or alternatives in a group."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern."""

    alternatives: _Alternatives

    @classmethod
    def parse(cls, text: str, *, more: int = 0) -> "Pattern":
        """Return the parsed pattern; ValueError for what is not simple.

        A part without an upper limit is repeated up to three times, or `more`, beyond its least number.
        """
        parser = _Parser(text, max(_MORE, more))
        alternatives = parser.alternatives()
        if _longest(alternatives) > _LONGEST:
            raise ValueError(f"its texts have more than {_LONGEST} characters")
        if parser.position != len(text):
            raise ValueError(f"{text[parser.position]!r} at {parser.position} is not expected")
        return cls(alternatives)

    def draw(self, draws: Draws) -> str:
        """Return a text that matches the whole pattern."""
        return _drawn(self.alternatives, draws)


def _longest(part: _Part) -> int:
    """Return how many characters the longest text of a part has."""
    if isinstance(part, str):
        return 1
    return max(sum(one.most * _longest(one.part) for one in option) for option in part.options)


def _drawn(part: _Part, draws: Draws) -> str:
    if isinstance(part, str):
        return draws.choice(part)
    return "".join(
        _drawn(repeated.part, draws)
        for repeated in draws.choice(part.options)
        for _ in range(draws.between(repeated.least, repeated.most))
    )


class _Parser:
    """Reads a pattern from left to right."""

    def __init__(self, text: str, more: int) -> None:
        self.text, self.more = text, more
        self.position = 0
        self.depth = 0

    def alternatives(self) -> _Alternatives:
        options = [self._sequence()]
        while self._take("|"):
            options.append(self._sequence())
        return _Alternatives(tuple(options))

    def _sequence(self) -> tuple[_Repeated, ...]:
        parts: list[_Repeated] = []
        while self.position < len(self.text) and self.text[self.position] not in "|)":
            if self._take("^") or self._take("$"):
                continue
            parts.append(self._repeated(self._part()))
        return tuple(parts)

    def _part(self) -> _Part:
        character = self._next()
        if character == "(":
            return self._group()
        if character == "[":
            return self._class()
        if character == ".":
            return ascii_lowercase
        if character == "\\":
            return self._escaped()
        if character in "*+?{":
            raise ValueError(f"{character!r} repeats nothing")
        return character

    def _group(self) -> _Alternatives:
        if self._take("?") and not self._take(":"):
            raise ValueError("a group that looks ahead or behind")
        self.depth += 1
        if self.depth > 20:
            raise ValueError("groups in groups in groups")
        inner = self.alternatives()
        self.depth -= 1
        if not self._take(")"):
            raise ValueError("a group is not closed")
        return inner

    def _class(self) -> str:
        if self._take("^"):
            raise ValueError("a class of all other characters")
        members = ""
        while not self._take("]"):
            first = self._next()
            if first == "\\":
                members += self._escaped()
            elif self._at("-") and self.text[self.position + 1 : self.position + 2] not in ("]", ""):
                self._next()
                members += "".join(map(chr, range(ord(first), ord(self._next()) + 1)))
            else:
                members += first
        if not members:
            raise ValueError("an empty class")
        return members

    def _escaped(self) -> str:
        character = self._next()
        if character in _CLASSES:
            return _CLASSES[character]
        if character.isalnum():
            raise ValueError(f"\\{character}")
        return character

    def _repeated(self, part: _Part) -> _Repeated:
        least, most = 1, 1
        if self._take("?"):
            least = 0
        elif self._take("*"):
            least, most = 0, self.more
        elif self._take("+"):
            most = 1 + self.more
        elif self._at("{"):
            least, most = self._counts()
        if self._at("?") and (least, most) != (1, 1):
            raise ValueError("a lazy count")
        return _Repeated(part, least, most)

    def _counts(self) -> tuple[int, int]:
        end = self.text.find("}", self.position)
        first, comma, last = self.text[self.position + 1 : end].partition(",")
        if end < 0 or not first.isdecimal() or (last and not last.isdecimal()):
            raise ValueError("a count that is not {n}, {n,} or {n,m}")
        self.position = end + 1
        least = int(first)
        most = int(last) if last else least + self.more if comma else least
        if not least <= most or least > 200:
            raise ValueError("a count out of order, or above 200")
        return least, most

    def _at(self, character: str) -> bool:
        return self.text[self.position : self.position + 1] == character

    def _take(self, character: str) -> bool:
        taken = self._at(character)
        self.position += taken
        return taken

    def _next(self) -> str:
        if self.position == len(self.text):
            raise ValueError("it ends too early")
        self.position += 1
        return self.text[self.position - 1]


def letters(count: int, draws: Draws, *, of: Sequence[str] = ascii_uppercase) -> str:
    """Return so many letters."""
    return "".join(draws.choice(of) for _ in range(count))
