"""Log lines: ``key=value`` pairs one after the other, values with blanks in quotation marks."""

import re
from typing import NamedTuple

_KEY = re.compile(r"(?:^|(?<=[\s,;|({]))(?P<key>[^\W\d](?:[\w.-]|\[\d{1,3}\])*)=(?!=)")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_FEWEST = 2
"""Pairs that make any line a log line."""
_ALONE = re.compile(r"\W*(?:[\w-]+\W*[:|\]]\s*)?(?:[\w.]+\[\d{1,3}\][\w.\[\]]*)?\s*")
"""What may stand before a pair that has its line to itself: a prefix, and the place of an item."""
_VALUE = re.compile(r"=(?:[^\s\"'=]+|\"(?:[^\"\\]|\\.)*\")\s*$")
"""How such a line ends: one word, or one quotation."""


class Assignment(NamedTuple):
    """One pair: what stands before and after its equals sign, the latter without quotation marks."""

    key: str
    value: str


def assignments(line: str) -> tuple[str, list[Assignment]]:
    """Return what stands before the first pair of a log line, and its pairs; none for any other line.

    A line of one pair is a log line when nothing else stands in it.
    A value without quotation marks goes on to the next key, less a comma, semicolon or bar that divides them.
    """
    if "=" not in line:
        return line, []
    found: list[Assignment] = []
    match = _KEY.search(line)
    before = line[: match.start()].strip() if match else line
    while match is not None:
        quoted = _QUOTED.match(line, match.end())
        following = _KEY.search(line, quoted.end() if quoted else match.end())
        if quoted:
            value = _unescaped(quoted[1] if quoted[1] is not None else quoted[2])
        else:
            end = following.start() if following else len(line)
            value = line[match.end() : end].rstrip()
            value = value.rstrip(",;|").rstrip() if following else value
        found.append(Assignment(match["key"], value))
        match = following
    told = len(found) >= _FEWEST or (len(found) == 1 and _ALONE.fullmatch(before) and _VALUE.search(line))
    return (before, found) if told else (line, [])


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text) if "\\" in text else text
