"""Prompts and labels in pieces, of which those that findings point at are marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edgejson._typing import JSONObject, JSONValue, Pointer, Severity
from edgejson.core.json_text import compact
from edgejson.core.pointers import join, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a finding says of the value at a pointer into the record."""

    pointer: Pointer
    severity: Severity
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text; with a severity it is marked, and ``note`` says why."""

    text: str
    severity: Severity | None = None
    note: str = ""


def marked_json(record: JSONObject, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the record without its prompt as indented JSON.

    A mark whose pointer leads to no value (a member that is missing) is put on the nearest value above.
    """
    shown: JSONObject = {name: value for name, value in record.items() if name != "prompt"}
    placed: dict[Pointer, list[Mark]] = {}
    for mark in marks:
        placed.setdefault(_nearest(shown, mark.pointer), []).append(mark)
    placed.pop("", None)
    return tuple(_joined(_pieces(shown, "", placed, "")))


def marked_text(prompt: str, record: JSONObject, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the prompt with the first statement of each marked value marked, where it is stated verbatim."""
    spans: list[tuple[int, int, Mark]] = []
    for mark in marks:
        value = _value(record, mark.pointer)
        text = (
            value if isinstance(value, str) else compact(value) if not isinstance(value, dict | list) else ""
        )
        start = prompt.find(text) if text and text != "null" else -1
        if start >= 0:
            spans.append((start, start + len(text), mark))
    pieces, at = [], 0
    for start, end, mark in sorted(spans, key=lambda span: span[:2]):
        if start < at:
            continue
        pieces += [
            Piece(text=prompt[at:start]),
            Piece(text=prompt[start:end], severity=mark.severity, note=mark.text),
        ]
        at = end
    return tuple(piece for piece in (*pieces, Piece(text=prompt[at:])) if piece.text)


def _nearest(record: JSONObject, pointer: Pointer) -> Pointer:
    here: JSONValue = record
    found = ""
    for token in split(pointer):
        if isinstance(here, dict) and token in here:
            here = here[token]
        elif isinstance(here, list) and token.isdecimal() and int(token) < len(here):
            here = here[int(token)]
        else:
            break
        found += join(token)
    return found


def _value(record: JSONObject, pointer: Pointer) -> JSONValue:
    if _nearest(record, pointer) != pointer:
        return None
    here: JSONValue = record
    for token in split(pointer):
        here = here[int(token)] if isinstance(here, list) else here[token]  # type: ignore[index]
    return here


def _pieces(value: JSONValue, at: Pointer, marks: dict[Pointer, list[Mark]], indent: str) -> Iterator[Piece]:
    own = marks.get(at, [])
    if isinstance(value, dict | list) and value:
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        yield _piece(opening, own)
        members: list[tuple[str | int, JSONValue]] = (
            [*value.items()] if isinstance(value, dict) else [*enumerate(value)]
        )
        deeper = indent + "  "
        for number, (key, item) in enumerate(members):
            name = f"{compact(key)}: " if isinstance(key, str) else ""
            yield Piece(text=f"{',' if number else ''}\n{deeper}{name}")
            yield from _pieces(item, at + join(key), marks, deeper)
        yield Piece(text=f"\n{indent}{closing}")
    else:
        yield _piece(compact(value), own)


def _piece(text: str, marks: Sequence[Mark]) -> Piece:
    if not marks:
        return Piece(text=text)
    worst: Severity = "error" if any(mark.severity == "error" for mark in marks) else "warning"
    return Piece(text=text, severity=worst, note="\n".join(mark.text for mark in marks))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield neighbouring plain pieces as one."""
    text = ""
    for piece in pieces:
        if piece.severity is None:
            text += piece.text
            continue
        if text:
            yield Piece(text=text)
            text = ""
        yield piece
    if text:
        yield Piece(text=text)
