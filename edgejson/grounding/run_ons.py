"""Run-on lines: several ``Name: value`` pairs one after the other, each as good as a line of its own.

``Product name: Torch, price: 5.00, quantity: 8``. A value may have colons and commas itself, so a line is
divided only where two names in it are those of fields of one object, neither of which begins another line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from edgejson.grounding.arrangement import is_nested
from edgejson.grounding.naming import counted, item_of, named, numbered, path_of
from edgejson.grounding.outline import Node
from edgejson.grounding.shape import Shape

_PAIR = re.compile(
    r"(?:^|(?<=[.!?;,|:]\s))(?P<lead>(?:and\s+)?(?:the\s+)?(?:\*\*|__|`)?)"
    r"(?P<name>[^\W_][\w'/-]*(?:[ ][\w'/-]+){0,5}?(?:\s?\([^()]{1,20}\))?)"
    r"(?:\*\*|__|`)?:(?:\*\*|__|`)?\s+(?=\S)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r".+?[.!?](?=\s)")
_DIVIDERS = ",;| \t"
_FEWEST = 2
"""Pairs that make a line a run-on line."""


class _Pair(NamedTuple):
    """A name in a line, the path of its field (None: it names none), and where it and its value begin."""

    name: str
    path: tuple[str, ...] | None
    start: int
    value: int


def divided(root: Node, shape: Shape) -> Node:
    """Return the outline below `root` with each pair of its run-on lines as a line, and numbered as one.

    Items of lists stay as they are: their clauses are read with the list.
    """
    starts = Counter(named(node.name, shape) for node in root.walk() if node.name is not None)
    added: set[int] = set()
    _divide(root, shape, starts, added)
    shift = 0
    for node in root.walk() if added else ():
        shift += id(node) in added
        node.number += shift
    return root


def _divide(above: Node, shape: Shape, starts: Counter[tuple[str, ...] | None], added: set[int]) -> None:
    """Divide the run-on lines below a node that states an object of `shape`; note the lines `added`."""
    lines: list[Node] = []
    for node in above.children:
        pieces = _pieces(node, shape, starts)
        added.update(id(piece) for piece in pieces[1:])
        lines += pieces
        path = path_of(node, shape)
        inner = shape.at(path) if path is not None else shape
        if inner.kind == "object" and not node.stated and counted(node, shape) is None:
            _divide(node, inner, starts if path is None else Counter(), added)
    above.children = lines


def _pieces(node: Node, shape: Shape, starts: Counter[tuple[str, ...] | None]) -> list[Node]:
    """Return the lines that a line is divided into: its pairs, and what stands between them."""
    if node.content.count(":") < _FEWEST or node.item or node.row is not None:
        return [node]
    if node.name and (numbered(node.name, shape) or item_of(node, shape)):
        return [node]
    pairs = _pairs(node.content, shape, starts)
    known = [pair for pair in pairs if pair.path is not None]
    if not _are_fields(known, shape):
        return [node]
    lines = []
    before = node.content[: known[0].start].strip(_DIVIDERS)
    if before:
        lines.append(replace(node, content=before, name=None, text=before, children=[]))
    for pair, after in zip(known, [*known[1:], None], strict=True):
        end = after.start if after else len(node.content)
        tails = [one.start for one in pairs if one.path is None and pair.start < one.start < end]
        lines += _stated(node, pair, tails[0] if tails else end, end, shape)
    lines = [replace(line, after_blank=node.after_blank and not at) for at, line in enumerate(lines)]
    lines[-1].children = node.children
    return lines


def _pairs(text: str, shape: Shape, starts: Counter[tuple[str, ...] | None]) -> list[_Pair]:
    """Return the names in a line, less those in quotes or brackets and those that begin another line."""
    found: list[_Pair] = []
    first = True
    for match in _PAIR.finditer(text):
        path = named(match["name"], shape)
        if _is_enclosed(text[: match.start()]) or (
            text[match.start() - 2 : match.start() - 1] == ":" and not first
        ):
            continue
        if path is None or starts[path] <= (1 if first and not match.start() else 0):
            found.append(_Pair(match["name"], path, match.start(), match.end()))
            first = first and path is None
    return found


def _are_fields(pairs: Sequence[_Pair], shape: Shape) -> bool:
    """Whether pairs make a run-on line: several, each of another field that has a single value."""
    paths = {pair.path for pair in pairs if pair.path is not None}
    return (
        len(pairs) >= _FEWEST
        and len(paths) == len(pairs)
        and not any(is_nested(shape.at(path)) for path in paths)
    )


def _stated(node: Node, pair: _Pair, cut: int, end: int, shape: Shape) -> list[Node]:
    """Return the line of a pair, and one of what other names say behind it, from `cut` to `end`.

    A text may go on over such names or end before them, and a full stop may be its own or the line's.
    A remark may follow the last pair: ``phone: 555-0100. Thanks!``.
    """
    assert pair.path is not None
    field = shape.at(pair.path)
    whole, short = (node.content[pair.value : at].strip(_DIVIDERS) for at in (end, cut))
    is_free = field.kind == "text" and not field.choices and not field.format
    text = whole if is_free else short
    parts = [text, short]
    if end == len(node.content) and (sentence := _SENTENCE.match(short)):
        parts.append(sentence[0])
    ends = dict.fromkeys(one for part in parts for one in (part, part.removesuffix(".")))
    del ends[text]
    content = node.content[pair.start : end].strip(_DIVIDERS)
    line = replace(node, content=content, name=pair.name, text=text, ends=tuple(ends), children=[])
    rest = node.content[cut:end].strip(_DIVIDERS)
    return [line, replace(node, content=rest, name=None, text=rest, children=[])] if rest else [line]


def _is_enclosed(before: str) -> bool:
    """Whether what stands `before` a name opens a quotation or a bracket that it does not close."""
    return before.count('"') % 2 == 1 or before.count("(") > before.count(")")
