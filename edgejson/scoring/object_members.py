"""An object's members, each value still as it was spelled: for lines with what strict JSON forbids."""

import json
import re

_BLANKS = re.compile(r"[ \t\n\r]*")
_OUTER = json.JSONDecoder(parse_int=str, parse_float=str)


def raw_members(text: str) -> list[tuple[str, str]]:
    """Return (key, spelling of the value) for each member of the object in `text`, repeats included.

    Values may hold repeated keys, NaN and numbers of any size. A value that nests deeper than the scanner can
    follow is given as the rest of the text, and the members behind it are not found. Raises ValueError when
    `text` is not one object.
    """
    members: list[tuple[str, str]] = []
    at = _after(text, 0, "{")
    if text[at : at + 1] == "}":
        return members
    while True:
        if text[at : at + 1] != '"':
            raise ValueError("a key was expected")
        key, at = _OUTER.raw_decode(text, at)
        start = _after(text, _skip(text, at), ":")
        try:
            _, at = _OUTER.raw_decode(text, start)
        except RecursionError:
            return [*members, (key, text[start:])]
        members.append((key, text[start:at]))
        at = _skip(text, at)
        if text[at : at + 1] == "}":
            if text[at + 1 :].strip():
                raise ValueError("something follows the object")
            return members
        at = _after(text, at, ",")


def _skip(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _after(text: str, at: int, mark: str) -> int:
    at = _skip(text, at)
    if text[at : at + 1] != mark:
        raise ValueError(f"{mark!r} was expected")
    return _skip(text, at + 1)
