"""A label and an answer side by side: hunk after hunk of lines, equal or marked as one difference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edgejson._typing import JSONValue, Label, Pointer
from edgejson.core.json_text import compact
from edgejson.core.pointers import join
from edgejson.scoring.equality import Difference, DifferenceKind, differences, equal

SHOWN_AROUND = 3
"""Equal lines that stay visible next to a difference; the rest of a long equal hunk is folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Lines of one side; ``marked`` is the part that differs, between what is the same."""

    before: str = ""
    marked: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """Lines that stand beside each other: equal (``kind`` is None) or one difference, at its pointer."""

    label: Side
    answer: Side
    kind: DifferenceKind | None = None
    pointer: Pointer = ""
    folded: int = 0
    """Lines that are hidden at first; 0 for a hunk that is shown."""


def side_by_side(label: Label, answer: Label) -> tuple[Hunk, ...]:
    """Return the two objects, indented, in hunks; the differences are those that the scores are made of.

    The answer is shown in the label's order of keys, with what it invents at the end of each object.
    """
    found = {difference.pointer: difference for difference in differences(label, answer)}
    return tuple(_folded(_merged(_hunks(label, answer, "", _Position(), found))))


def beside_text(label: Label, answer: str) -> tuple[Hunk, ...]:
    """Return a label and an answer that holds no object, each marked from where the answer leaves the label.

    The label is indented, or compact where the answer begins like that.
    """
    written = max((_pretty(label, ""), compact(label)), key=lambda text: _same_start(text, answer))
    start = _same_start(written, answer)
    sides = [Side(before=text[:start], marked=text[start:]) for text in (written, answer)]
    return (Hunk(kind="wrong_value", label=sides[0], answer=sides[1]),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Position:
    """Where a value stands: how deep, under which name, and whether a comma follows on either side."""

    indent: str = ""
    name: str = ""
    commas: tuple[str, str] = ("", "")

    def inside(self, key: str | int, commas: tuple[str, str]) -> "_Position":
        name = f"{compact(key)}: " if isinstance(key, str) else ""
        return _Position(indent=self.indent + "  ", name=name, commas=commas)


def _hunks(
    label: JSONValue, answer: JSONValue, at: Pointer, position: _Position, found: Mapping[Pointer, Difference]
) -> Iterator[Hunk]:
    head = position.indent + position.name
    if at in found:
        yield _differing(label, answer, found[at], position)
    elif isinstance(label, dict | list) and isinstance(answer, dict | list) and not equal(label, answer):
        opening, closing = "{}" if isinstance(label, dict) else "[]"
        yield _equal(head + opening, head + opening)
        yield from _members(label, answer, at, position, found)
        yield _equal(*(position.indent + closing + comma for comma in position.commas))
    else:
        texts = (_pretty(label, position.indent), _pretty(_ordered(answer, label), position.indent))
        yield _equal(*(head + text + comma for text, comma in zip(texts, position.commas, strict=True)))


def _members(
    label: JSONValue, answer: JSONValue, at: Pointer, position: _Position, found: Mapping[Pointer, Difference]
) -> Iterator[Hunk]:
    ours, theirs = dict(_items(label)), dict(_items(answer))
    shown = [*ours, *(key for key in theirs if key not in ours)]
    last = [next((key for key in reversed(shown) if key in side), None) for side in (ours, theirs)]
    for key in shown:
        inside = position.inside(key, (_comma(key, last[0]), _comma(key, last[1])))
        yield from _hunks(ours.get(key), theirs.get(key), at + join(key), inside, found)


def _items(value: JSONValue) -> list[tuple[str | int, JSONValue]]:
    if isinstance(value, dict):
        return [*value.items()]
    return [*enumerate(value)] if isinstance(value, list) else []


def _comma(key: str | int, last: str | int | None) -> str:
    return "" if key == last else ","


def _differing(label: JSONValue, answer: JSONValue, found: Difference, position: _Position) -> Hunk:
    head = position.indent + position.name
    texts = [_pretty(value, position.indent) for value in (label, answer)]
    if found.kind == "omission":
        return Hunk(
            kind="omission",
            pointer=found.pointer,
            label=_whole(head, texts[0], position.commas[0]),
            answer=Side(),
        )
    if found.kind == "invention":
        return Hunk(
            kind="invention",
            pointer=found.pointer,
            label=Side(),
            answer=_whole(head, texts[1], position.commas[1]),
        )
    start, end = _shared(*texts) if isinstance(label, str) and isinstance(answer, str) else (0, 0)
    sides = [
        Side(
            before=head + text[:start],
            marked=text[start : len(text) - end],
            after=text[len(text) - end :] + comma,
        )
        for text, comma in zip(texts, position.commas, strict=True)
    ]
    return Hunk(kind=found.kind, pointer=found.pointer, label=sides[0], answer=sides[1])


def _whole(head: str, text: str, comma: str) -> Side:
    indent = len(head) - len(head.lstrip())
    return Side(before=head[:indent], marked=head[indent:] + text, after=comma)


def _shared(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two strings share in front and, behind those, at the end.

    Where nothing would be left to mark on one side (a letter left out), the opening quote or the character
    before is marked too.
    """
    shorter = min(len(one), len(other))
    start = _same_start(one, other)
    rest = shorter - start
    end = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    if start + end == shorter:
        start -= 1
    return start, end


def _same_start(one: str, other: str) -> int:
    """Return how many characters two strings share in front."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _equal(label: str, answer: str) -> Hunk:
    return Hunk(label=Side(before=label), answer=Side(before=answer))


def _ordered(value: JSONValue, like: JSONValue) -> JSONValue:
    """Return `value`, which equals `like`, with its keys in the order of `like`."""
    if isinstance(value, dict) and isinstance(like, dict):
        return {key: _ordered(value[key], item) for key, item in like.items()}
    if isinstance(value, list) and isinstance(like, list):
        return [_ordered(item, other) for item, other in zip(value, like, strict=True)]
    return value


def _pretty(value: JSONValue, indent: str) -> str:
    """Return a value as indented JSON text, numbers as they were written."""
    members = _items(value)
    if not members:
        return compact(value)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    deeper = indent + "  "
    lines = [
        deeper + (f"{compact(key)}: " if isinstance(key, str) else "") + _pretty(item, deeper)
        for key, item in members
    ]
    return f"{opening}\n" + ",\n".join(lines) + f"\n{indent}{closing}"


def _merged(hunks: Iterator[Hunk]) -> Iterator[Hunk]:
    """Yield neighbouring equal hunks as one."""
    waiting: list[Hunk] = []
    for hunk in hunks:
        if hunk.kind is None:
            waiting.append(hunk)
            continue
        if waiting:
            yield _together(waiting)
            waiting = []
        yield hunk
    if waiting:
        yield _together(waiting)


def _together(hunks: list[Hunk]) -> Hunk:
    return _equal(
        "\n".join(hunk.label.before for hunk in hunks), "\n".join(hunk.answer.before for hunk in hunks)
    )


def _folded(hunks: Iterator[Hunk]) -> Iterator[Hunk]:
    """Yield the hunks with the middle of each long equal one as a folded hunk of its own."""
    for hunk in hunks:
        ours, theirs = hunk.label.before.split("\n"), hunk.answer.before.split("\n")
        hidden = len(ours) - 2 * SHOWN_AROUND
        if hunk.kind is not None or hidden < SHOWN_AROUND:
            yield hunk
            continue
        for part in (slice(SHOWN_AROUND), slice(SHOWN_AROUND, -SHOWN_AROUND), slice(-SHOWN_AROUND, None)):
            shown = _equal("\n".join(ours[part]), "\n".join(theirs[part]))
            folded = hidden if part.start == SHOWN_AROUND else 0
            yield Hunk(label=shown.label, answer=shown.answer, folded=folded)
