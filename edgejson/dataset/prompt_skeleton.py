"""How a prompt is worded: its words, the names it lists, and the skeleton that is left without values."""

import re
from collections.abc import Collection

LONGEST_WORDING = 1 << 17
"""Characters of a prompt that are looked at; more would cost memory and tell nothing new."""

_WORD = re.compile(r"\w+")
_LISTED = re.compile(r"[ \t]*(?:[-*•] ?|\d{1,3}[.)] ?)?([^\W\d_][^:\n|]{0,48}?)[ \t]*:(?=\s|$)")
_ITEM = re.compile(r"[ \t]*(?:[-*•]|\d{1,3}[.)]) |[ \t]+(?=\S)")
_FIGURE = re.compile(r"\S*\d\S*")
_GAP = "\N{IDENTICAL TO}"
_SHORTEST_VALUE = 3
"""Characters of the shortest value that is looked for within lines: shorter ones stand in other words."""


def words(text: str) -> list[str]:
    """Return the words and figures of `text` in order, in lower case, without punctuation."""
    return _WORD.findall(text[:LONGEST_WORDING].casefold())


def listed_names(prompt: str) -> tuple[str, ...]:
    """Return the field names that `prompt` lists as ``Name: value`` at the start of unindented lines.

    They are in lower case with blanks for ``_`` and ``-``, in order, each once.
    """
    names: dict[str, None] = {}
    for line in prompt[:LONGEST_WORDING].splitlines():
        if not line[:1].isspace() and (match := _LISTED.match(line)):
            names[spelled(match[1])] = None
    return tuple(names)


def spelled(name: str) -> str:
    """Return a field's name in the form of `listed_names`: ``font_size`` is ``font size``."""
    return " ".join(_WORD.findall(name.casefold().replace("_", " ")))


def skeleton(prompt: str, values: Collection[str]) -> str:
    """Return what `prompt` has in common with others of its template: its wording without the values.

    `values` are the label's scalars as the prompt would spell them. They, and everything with a digit in
    it, become gaps; so does each run of ``Name: value`` lines, bullets and indented lines that hold
    nothing else, whatever they list, so that an absent optional field makes no other skeleton.
    """
    lines = []
    for line in prompt[:LONGEST_WORDING].splitlines():
        listed = _LISTED.match(line) or _ITEM.match(line)
        rest = line[listed.end() :].strip() if listed else line.strip()
        lines.append((_GAP if listed else "") + ("" if rest in values else rest))
    text = "\n".join(lines)
    for value in sorted(values, key=len, reverse=True):
        if len(value) >= _SHORTEST_VALUE and value in text:
            text = text.replace(value, _GAP)
    kept: list[str] = []
    for line in _FIGURE.sub(_GAP, text).casefold().split("\n"):
        line = " ".join(line.replace(_GAP, f" {_GAP} ").split())
        bare = line.replace(_GAP, "").strip(" .,;")
        if bare or (line and kept[-1:] != [_GAP]):
            kept.append(line if bare else _GAP)
    return "\n".join(kept)


def states(text: str, value: str) -> bool:
    """Whether `value` stands in `text` with no letter or digit right before or after it; case counts."""
    start = text.find(value)
    while start >= 0:
        end = start + len(value)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return True
        start = text.find(value, start + 1)
    return False
