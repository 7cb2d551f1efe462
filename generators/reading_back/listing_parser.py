"""The inverse of a listing: a label read back from its prompt, guided by the schema and by nothing else.

No rule of the suite and no model has a part in it, so its score tells how much of a data set can be read
from its prompts at all by layout alone. What it cannot read it leaves out; it never guesses from words.

It knows lines of a name and a value (``Name: value``, ``Name ..... value``), names that stand over deeper
lines (``Name:``, ``[Name]``), items with a bullet, a number or a numbered noun, and names folded to keys.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.reading_back.listing_values import Unreadable, read_value

Guide: TypeAlias = Mapping[str, Any]
"""What a JSON Schema says of a value; nothing for what it leaves free."""

_SECTION = re.compile(r"(?:\[(?P<boxed>[^\[\]]+)\]|(?P<named>[^:]+):)$")
_FACT = re.compile(r"(?P<name>[^:]+?)(?::\s+|\s(?:\.{3,}|_{3,}|\s{2,})\s*)(?P<value>\S.*)$")
_BULLET = re.compile(r"[-*•] +")
_NUMBER = re.compile(r"(?:\d+[.)]|#\d+) +")
_COUNTED = re.compile(r"[A-Za-z][A-Za-z /-]* \d+:?$")


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    text: str


def parse_listing(prompt: str, schema: Guide) -> JSONObject:
    """Return what the listing in `prompt` states, as a label of `schema`; empty when there is no listing."""
    declared = {_folded(name) for name in schema.get("properties", {})}
    paragraphs = [_lines(text) for text in re.split(r"\n[ \t]*\n", prompt)]
    return _object(max(paragraphs, key=lambda lines: sum(_is_of(declared, line) for line in lines)), schema)


def _lines(text: str) -> list[_Line]:
    return [_Line(len(line) - len(line.lstrip()), line.strip()) for line in text.split("\n") if line.strip()]


def _is_of(declared: set[str], line: _Line) -> bool:
    return not line.indent and _name(line.text) in declared


def _object(lines: Sequence[_Line], guide: Guide) -> JSONObject:
    declared = {_folded(name): name for name in guide.get("properties", {})}
    found: JSONObject = {}
    for head, inner in _blocks(lines):
        fact, section = _FACT.match(head.text), _SECTION.match(head.text)
        if section is not None and (inner or fact is None):
            name = str(section["boxed"] or section["named"])
            key = declared.get(_folded(name), name)
            value = _nested(inner, guide.get("properties", {}).get(key, {}))
        elif fact is not None:
            key = declared.get(_folded(fact["name"]), fact["name"])
            try:
                value = read_value(fact["value"], guide.get("properties", {}).get(key, {}))
            except Unreadable:
                continue
        else:
            continue
        if declared and key not in declared.values() and guide.get("additionalProperties") is False:
            continue
        found[key] = value
    return found


def _nested(lines: Sequence[_Line], guide: Guide) -> JSONValue:
    """Return the object or the list that `lines`, which stand under a name, are."""
    kind = guide.get("type")
    if kind == "array" or (kind != "object" and lines and _is_item(lines[0].text)):
        return list(_items(lines, guide.get("items", {})))
    return _object(lines, guide)


def _items(lines: Sequence[_Line], guide: Guide) -> Iterator[JSONValue]:
    for head, inner in _blocks(lines):
        mark = _BULLET.match(head.text) or _NUMBER.match(head.text)
        rest = head.text[mark.end() :] if mark else head.text
        if mark is None and _COUNTED.match(head.text) and inner:
            yield _nested(inner, guide)
        elif _is_inner(rest, inner, guide):
            indent = head.indent + (mark.end() if mark else 0)
            yield _nested([_Line(indent, rest), *inner], guide)
        else:
            try:
                yield read_value(rest, guide)
            except Unreadable:
                continue


def _is_inner(text: str, inner: Sequence[_Line], guide: Guide) -> bool:
    """Whether an item that begins with `text` is an object or a list of its own."""
    kind = guide.get("type")
    if kind is None:
        return bool(inner) or _FACT.match(text) is not None
    return kind in ("object", "array")


def _blocks(lines: Sequence[_Line]) -> Iterator[tuple[_Line, list[_Line]]]:
    """Yield each of the outermost lines with the deeper ones that follow it."""
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].indent > lines[at].indent:
            end += 1
        yield lines[at], list(lines[at + 1 : end])
        at = end


def _is_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBER.match(text) or _COUNTED.match(text))


def _name(text: str) -> str | None:
    section, fact = _SECTION.match(text), _FACT.match(text)
    if section is not None:
        return _folded(section["boxed"] or section["named"])
    return _folded(fact["name"]) if fact is not None else None


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()
