"""The items of a list that is written in one line: ``red, green and blue``."""

import re
from collections.abc import Sequence

_SEPARATOR = re.compile(r"\s*(?:[,;|/]|\band\b|\s&\s|\s[-–—]\s)+\s*")
_CLOSING = "])}\"'`”’*"
_OPENING = "[](){}\"'`“”‘’#"
_CLOSED = re.compile(r"[\[\](){}\"'`“”‘’]")


def items_of(text: str, expected: Sequence[str]) -> list[str]:
    """Return the items that `text` lists; an item that is `expected` is kept whole where it stands there."""
    items: list[str] = []
    rest = text.strip()
    at = len(rest) - len(rest.lstrip(_OPENING))
    while at < len(rest):
        whole = [
            item for item in expected if item and rest.startswith(item, at) and _ends(rest, at + len(item))
        ]
        if whole:
            item = max(whole, key=len)
            items.append(item)
            at += len(item)
        else:
            found = _SEPARATOR.search(rest, at)
            end = found.start() if found else len(rest)
            item = _CLOSED.sub("", rest[at:end]).strip().rstrip(".")
            if item:
                items.append(item)
            at = max(end, at + 1)
        skipped = _SEPARATOR.match(rest, at)
        at = skipped.end() if skipped else at
        while at < len(rest) and (rest[at].isspace() or rest[at] in _OPENING):
            at += 1
    return items


def parted(text: str) -> list[str]:
    """Return the items of a text that has semicolons between them, whatever else is in them."""
    return [item for part in text.rstrip(".").split(";") if (item := _CLOSED.sub("", part).strip())]


def _ends(text: str, at: int) -> bool:
    """Whether an item ends at `at`: there the text does, or something stands that is no further word."""
    rest = text[at:].lstrip(_CLOSING)
    return not rest or _SEPARATOR.match(rest) is not None or not (rest[0].isalnum() or rest[0] in "_@ ")
