"""Log lines: ``key=value`` pairs one after the other, values with blanks in quotation marks."""

import re
from typing import NamedTuple

_KEY = re.compile(r"(?:^|(?<=[\s,;|({]))(?P<key>[^\W\d](?:[\w.-]|\[\d{1,3}\])*)=(?!=)")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_FEWEST = 2
"""Pairs that make a line a log line."""


class Assignment(NamedTuple):
    """One pair: what stands before and after its equals sign, the latter without quotation marks."""

    key: str
    value: str


def assignments(line: str) -> tuple[str, list[Assignment]]:
    """Return what stands before the first pair of a log line, and its pairs; none for any other line.

    A value without quotation marks goes on to the next key, less a comma, semicolon or bar that divides them.
    """
    if line.count("=") < _FEWEST:
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
    return (before, found) if len(found) >= _FEWEST else (line, [])


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text) if "\\" in text else text
