"""Plain sentences and clauses that name a field and state its value.

``The due date is 3 April.``, ``customer name: Ada Byron``; in an item of a list also without a link between
the two: ``description Desk lamp; quantity two``.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from edgejson.grounding.folding import name_form
from edgejson.grounding.shape import Shape

_ARTICLE = r"(?:(?:and\s+)?(?:the|its|his|her|their|our|my|your)\s+|and\s+)?"
_SAID = re.compile(
    rf"(?:^|(?<=[.!?;]\s)|(?<=[.!?]['\"”]\s)|(?<=\n)){_ARTICLE}"
    r"(?P<name>[^\W_][\w'-]*(?:[ _][\w'-]+){0,6}?)(?:\s*[:=]\s+|\s+(?:is|are|was|were)\s+)",
    re.IGNORECASE,
)
_SEPARATORS = (re.compile(r"\s*;\s*"), re.compile(r"\s*,\s+"))
_LINK = re.compile(r"\s*[:=]\s*|\s+(?:is|are|was|were|of)\s+|\s+", re.IGNORECASE)
_END = re.compile(
    r"\n|[.!?;,](?=\s)|(?<=[.!?])\s|\s[-–—(]|\s(?=(?:and|but|or|so|with|which|who|that|for|from|of|in|on|at|by|as|to|"
    r"since|because|while|when|if|until|after|before|please|now|today|right|already|still|again|too|thanks)\b)"
)
_QUOTES = "\"'“”‘’"
_LINKING = re.compile(
    r"(?:^|\s)(?:as|under|by|in|at|to|of|on|for|with|from|called|named|entitled|titled|being|the|a|an|is|was|are|be|set|"
    r"recorded|listed|given|noted|says|reads|entered|now|still|simply|just)$"
)
_WORD = re.compile(r"[^\s:=]+")
_LONGEST = 7
"""Words that a name may have, its object's included."""
_STOPS = ".;,"


class Saying(NamedTuple):
    """A value as it is said of the property at ``path``."""

    path: tuple[str, ...]
    text: str
    is_parted: bool = False
    """Whether a semicolon ends it, so that commas are its own."""


def sayings(text: str, shape: Shape) -> tuple[str, list[Saying]]:
    """Return what `text` says before it first names a field of `shape`, and then what of which field.

    A value goes on to the next sentence that names a field.
    """
    found: list[tuple[tuple[str, ...], int, int]] = []
    for match in _SAID.finditer(text):
        path = shape.names.get(name_form(match["name"]))
        if path is not None:
            found.append((path, match.start(), match.end()))
    if not found:
        return text, []
    ends = [start for _, start, _ in found[1:]] + [len(text)]
    said = [Saying(path, _said(text[at:end])) for (path, _, at), end in zip(found, ends, strict=True)]
    return text[: found[0][1]].strip(), said


def shorter(text: str, *, at_commas: bool) -> tuple[str, ...]:
    """Return the shorter texts that a value may be that is said in a sentence and its neighbours.

    They end where a sentence or a clause does, or before a word that goes on with the sentence.
    """
    ends = [
        text[: match.start()].rstrip()
        for match in _END.finditer(text)
        if match.start() and (at_commas or match[0] != ",")
    ]
    return tuple(dict.fromkeys([f"{text}.", *(end for one in ends for end in (one, f"{one}."))]))


def is_within(value: str, text: str) -> bool:
    """Whether `text`, said of a field, has `value` in quotes, or between a linking word and an end."""
    at = text.find(value)
    while at >= 0:
        before, after = text[:at].rstrip(), text[at + len(value) :]
        if before[-1:] in _QUOTES and after[:1] in _QUOTES:
            return True
        linked = not before or before[-1] in ":=(" or _LINKING.search(before) is not None
        if linked and (not after.strip(_STOPS) or after[0] in ").;" or _END.match(after) is not None):
            return True
        at = text.find(value, at + 1)
    return False


def _said(text: str) -> str:
    """Return a value without the full stop of its sentence, and without quotation marks around both."""
    text = text.strip()
    if len(text) > 2 and text[0] in '"“' and text.rstrip(_STOPS)[-1:] in ('"', "”"):
        return text.rstrip(_STOPS)[1:-1]
    return text.removesuffix(".") if not text.endswith("..") else text


def clauses(text: str, shape: Shape) -> list[Saying]:
    """Return what the clauses of an item say; nothing if the first names no field, or if there is but one."""
    for separator, is_parted in zip(_SEPARATORS, (True, False), strict=True):
        said: list[Saying] = []
        for piece in _pieces(text, separator):
            one = _clause(piece, shape)
            if one is not None:
                said.append(one._replace(is_parted=is_parted))
            elif said:
                said[-1] = said[-1]._replace(text=f"{said[-1].text}{'; ' if is_parted else ', '}{piece}")
            else:
                break
        if len(said) > 1 and len({one.path for one in said}) == len(said):
            return said
    return []


def items(text: str, shape: Shape) -> list[list[Saying]]:
    """Return the items that one line states: between semicolons, each of clauses between commas."""
    pieces = _pieces(text.removesuffix("."), _SEPARATORS[0])
    said = [clauses(piece, shape) for piece in pieces]
    return said if said and all(said) else []


def _pieces(text: str, separator: re.Pattern[str]) -> Sequence[str]:
    return [piece for piece in separator.split(text.strip()) if piece]


def _clause(text: str, shape: Shape) -> Saying | None:
    words = list(_WORD.finditer(text))[:_LONGEST]
    for last in reversed(words):
        path = shape.names.get(name_form(text[: last.end()]))
        link = _LINK.match(text, last.end())
        if path is not None and link is not None and link.end() < len(text):
            return Saying(path, text[link.end() :])
    return None
