"""Values between brackets: JSON, dict literals, flow maps, also in the middle of a text or cut off."""

import json
import re

from edgejson.alignment.cells import Cell, Layout, Name, Region
from edgejson.alignment.words import name_words

_TOKEN = re.compile(
    r'"(?:[^"\\\n]|\\.){0,4000}"|\'(?:[^\'\\\n]|\\.){0,4000}\'(?=\s*[:,}\]=])|[{}\[\]:,=]|[^\s{}\[\]:,="\']{1,200}|[\'"]'
)
_HEADING = re.compile(r"[ \t]*\[[\w .-]{1,40}\][ \t]*(?:\n|$)")
_BOX = re.compile(r"\[[ xX✓✔]?\]")
_STARTS = re.compile(r"""\{\s*["'\w]|\[\s*["'{\w\-]""")


class _Frame:
    """One open bracket: where it begins, the key that it is the value of, and the key that waits for one."""

    __slots__ = ("begin", "key", "opener", "value_end", "value_start", "waiting", "words")

    def __init__(self, opener: str, begin: int, key: Name) -> None:
        self.opener, self.begin, self.key = opener, begin, key
        self.waiting: Name | None = None
        self.value_start = self.value_end = -1
        self.words = ""


def read_brackets(text: str, layout: Layout) -> None:
    """Add to `layout` the values that stand between braces and square brackets, under their keys."""
    first = _STARTS.search(text)
    if first is None:
        return
    stack: list[_Frame] = []
    pending = ""  # the last mark before a bracket or colon, outside brackets
    names = 0
    for match in _TOKEN.finditer(text, max(0, text.rfind("\n", 0, first.start()) + 1)):
        mark, start, end = match[0], match.start(), match.end()
        if mark == "[" and (_BOX.match(text, start) or _HEADING.match(text, text.rfind("\n", 0, start) + 1)):
            continue
        if mark in "{[":
            key: Name = ()
            if stack:
                frame = stack[-1]
                key = frame.waiting if frame.waiting is not None else frame.key if frame.opener == "[" else ()
            elif pending:
                key = name_words(pending)
            if len(stack) > 64:
                return
            stack.append(_Frame(mark, start, key))
        elif not stack:
            if mark not in ":=,":
                pending = mark.strip("\"'")
            continue
        elif mark in "}]":
            frame = stack[-1]
            _close(text, stack, layout)
            stack.pop()
            layout.regions.append(Region(frame.begin, end, "list" if frame.opener == "[" else "object"))
            if stack:
                stack[-1].value_start = -1
                stack[-1].waiting = None
            else:
                pending = ""
            names += 1
        elif mark == "," or (mark == ":" and stack[-1].opener == "["):
            if mark == ":":
                continue
            layout.cuts.add(start)
            _close(text, stack, layout)
        elif mark in ":=":
            frame = stack[-1]
            if frame.waiting is None and frame.value_start >= 0:
                frame.waiting = name_words(text[frame.value_start : frame.value_end].strip("\"' "))
                frame.value_start = -1
            elif frame.value_start >= 0:
                frame.value_end = end
        else:
            frame = stack[-1]
            if frame.value_start < 0:
                frame.value_start = start
            frame.value_end = end


def _close(text: str, stack: list[_Frame], layout: Layout) -> None:
    """End the value that is open in the innermost bracket."""
    frame = stack[-1]
    start, end = frame.value_start, frame.value_end
    name = frame.waiting if frame.opener == "{" else frame.key
    if start >= 0 and name:
        decoded = None
        if text[start] == text[end - 1] and text[start] in "\"'" and end - start > 1:
            raw = text[start:end]
            start, end = start + 1, end - 1
            if "\\" in raw:
                try:
                    decoded = json.loads(raw) if raw[0] == '"' else raw[1:-1].replace("\\'", "'")
                except ValueError:
                    decoded = None
        if end > start:
            parents = tuple(one.key for one in stack if one.key and one.key != name)
            kind = "item" if frame.opener == "[" else "pair"
            layout.cells.append(Cell(start, end, (name,), parents, decoded, kind))
    frame.value_start = -1
    frame.waiting = None
