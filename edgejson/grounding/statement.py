"""What a prompt states under the names of fields: its outline, read with the shape of the label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from edgejson.grounding.folding import name_form
from edgejson.grounding.outline import Node, heading
from edgejson.grounding.shape import ANY, Shape

_QUALIFIER = re.compile(r"\s*[(\[].*?[)\]]\s*")


@dataclass(slots=True, kw_only=True)
class Quote:
    """The text that is stated as one value. ``first`` is its first line, ``line`` that line's number.

    ``open_ended`` says that nothing shows where the value ends: lines without a name follow it.
    """

    text: str
    first: str
    line: int
    open_ended: bool = False


@dataclass(slots=True, kw_only=True)
class Group:
    """What is stated of one object: by key, once or more often, and the lines that name no field."""

    parts: "dict[str, list[Statement]]" = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Series:
    """The items of a list, told apart by marks, blank lines or rows."""

    items: "list[Statement]"


@dataclass(slots=True, kw_only=True)
class Flat:
    """The fields of the items of a list, one after the other, with nothing between the items."""

    entries: "list[tuple[str, Statement]]"


Statement: TypeAlias = Quote | Group | Series | Flat


@dataclass(slots=True, kw_only=True)
class Reading:
    """A prompt as read."""

    root: Group
    is_listing: bool
    """Whether lines that state something are the most, in number and in words, a heading and a closing
    request aside: then a value counts only where its field is named."""


def read(root: Node, shape: Shape) -> Reading:
    """Return what the lines below `root` state of a label of `shape`."""
    reader = _Reader()
    group = reader.group(root.children, shape)
    last = max(reader.claimed, default=0)
    for quote in reader.open_ended:
        quote.open_ended = quote.line >= last
    return Reading(root=group, is_listing=_is_listing(root, reader.claimed))


def _is_listing(root: Node, claimed: set[int]) -> bool:
    if not claimed:
        return False
    said = [len(node.content.split()) for node in root.walk() if node.number in claimed]
    first, last = min(claimed), max(claimed)
    unsaid = [
        (node.number, len(node.content.split()))
        for node in root.walk()
        if node.number not in claimed and node.content
    ]
    before = [number for number, _ in unsaid if number < first]
    after = [number for number, _ in unsaid if number > last]
    aside = {*before[-1:], *after[-1:]}
    left = [words for number, words in unsaid if number not in aside]
    return sum(map(bool, said)) > len(left) and sum(said) > sum(left)


class _Reader:
    def __init__(self) -> None:
        self.claimed: set[int] = set()
        self.open_ended: list[Quote] = []

    def group(self, nodes: Sequence[Node], shape: Shape) -> Group:
        group = Group()
        for is_table, run in groupby(nodes, key=lambda node: node.row is not None):
            if is_table:
                self._table([node for node in run if node.row], shape, group)
                continue
            for node in run:
                self._line(node, shape, group)
        self._headless(nodes, shape, group)
        return group

    def _line(self, node: Node, shape: Shape, group: Group) -> None:
        path = _path(node, shape)
        if path is not None:
            self._claim(node)
            _put(group, path, self.value(node, shape.at(path)))
            return
        if shape.kind == "free" and node.name is not None:
            self._claim(node)
            group.parts.setdefault(node.name, []).append(self.value(node, ANY))
            return
        if node.text or node.name:
            group.loose.append(f"{node.name}: {node.text}" if node.name else node.text)
        if node.children and not _fits(node, shape):
            inner = self.group(node.children, shape)
            group.loose += inner.loose
            for key, statements in inner.parts.items():
                group.parts.setdefault(key, []).extend(statements)

    def _headless(self, nodes: Sequence[Node], shape: Shape, group: Group) -> None:
        """Read the items below a heading that names no field as those of the list that they fit."""
        for node in nodes:
            if _path(node, shape) is None and (key := _fits(node, shape)) and key not in group.parts:
                self._claim(node)
                group.parts[key] = [self.value(node, shape.properties[key])]
        items = [node for node in nodes if node.item]
        below = Node(number=0, column=0, children=items)
        if items and (key := _fits(below, shape)) and key not in group.parts:
            group.parts[key] = [self.value(below, shape.properties[key])]

    def value(self, node: Node, shape: Shape) -> Statement:
        """Return what `node` states for a value of `shape`."""
        if shape.kind == "array":
            return self._list(node, shape.items or ANY)
        named = any(child.name is not None or child.item or child.row for child in node.children)
        if shape.kind in ("object", "free") or (shape.kind == "any" and named and not node.text):
            group = self.group(node.children, shape if shape.kind != "any" else Shape(kind="free"))
            if not node.text:
                return group
            if not group.parts:
                return self._quote(node)
            group.loose.insert(0, node.text)
            return group
        return self._quote(node)

    def _quote(self, node: Node) -> Quote:
        lines = node.lines
        self.claimed.update(child.number for child in node.walk())
        quote = Quote(text="\n".join(lines), first=node.text or "\n".join(lines), line=node.number)
        if node.text and node.children:
            self.open_ended.append(quote)
        return quote

    def _list(self, node: Node, shape: Shape) -> Statement:
        children = node.children
        if node.text and not children:
            return self._quote(node)
        if shape.kind not in ("object", "free"):
            return Series(items=[self._item(child, shape) for child in children])
        if any(child.item for child in children):
            return Series(items=[self._item(child, shape) for child in children if child.item])
        if any(child.row for child in children):
            inner = Group()
            self._table([child for child in children if child.row], Shape(kind="object"), inner, items=shape)
            series = inner.parts.get("", [Series(items=[])])[0]
            return series
        headed = [child for child in children if _is_heading(child, shape)]
        if headed and len(headed) == len(children):
            return Series(items=[self._item(child, shape) for child in children])
        blocks = _blocks(children)
        if len(blocks) > 1:
            return Series(items=[self.group(block, shape) for block in blocks])
        return Flat(entries=list(self._entries(children, shape)))

    def _item(self, node: Node, shape: Shape) -> Statement:
        self._claim(node)
        if shape.kind not in ("object", "free"):
            self.claimed.update(inner.number for inner in node.walk())
            return Quote(text="\n".join(lines := _contents(node)), first=lines[0], line=node.number)
        group = self.group(node.children if node.item or not node.text else [node], shape)
        if not group.parts and not any(child.children for child in node.children):
            self.claimed.update(inner.number for inner in node.walk())
            return Quote(text="\n".join(lines := _contents(node)), first=lines[0], line=node.number)
        if not node.item and node.name is not None:
            group.loose.insert(0, node.name)
        return group

    def _entries(self, nodes: Sequence[Node], shape: Shape) -> Iterator[tuple[str, Statement]]:
        for node in nodes:
            path = _path(node, shape)
            if path is not None:
                self._claim(node)
                inner: Statement = self.value(node, shape.at(path))
                for key in reversed(path[1:]):
                    inner = Group(parts={key: [inner]})
                yield path[0], inner

    def _table(self, rows: Sequence[Node], shape: Shape, group: Group, *, items: Shape | None = None) -> None:
        table = [node.row for node in rows if node.row]
        if not table:
            return
        head, body = table[0], table[1:]
        key, inner = ("", items) if items is not None else _fitting(head, shape)
        if inner is None:
            for node in rows:
                self._row(node, shape, group)
            return
        columns = [inner.names.get(name_form(_bare(cell))) for cell in head]
        found: list[Statement] = []
        for node in rows[1:]:
            assert node.row is not None
            if key is not None and self._row(node, shape, group, total=True):
                continue
            self._claim(node)
            one = Group()
            for path, cell in zip(columns, node.row, strict=False):
                if path is not None and cell not in ("", "-"):
                    _put(one, path, Quote(text=cell, first=cell, line=node.number))
                elif cell:
                    one.loose.append(cell)
            found.append(one)
        self._claim(rows[0])
        if key is None and len(body) == 1 and isinstance(found[0], Group):
            for name, statements in found[0].parts.items():
                group.parts.setdefault(name, []).extend(statements)
        elif key is not None:
            group.parts.setdefault(key, []).append(Series(items=found))
        else:
            group.loose += [" | ".join(row) for row in body]

    def _row(self, node: Node, shape: Shape, group: Group, *, total: bool = False) -> bool:
        """Read a row as ``| name | value |``; say whether it is one."""
        filled = [cell for cell in node.row or () if cell]
        path = shape.names.get(name_form(_bare(filled[0]))) if filled else None
        if path is None or len(filled) != 2 or shape.at(path).kind in ("object", "array"):
            if not total:
                group.loose.append(" | ".join(filled))
            return False
        self._claim(node)
        _put(group, path, Quote(text=filled[1], first=filled[1], line=node.number))
        return True

    def _claim(self, node: Node) -> None:
        self.claimed.add(node.number)


def _path(node: Node, shape: Shape) -> tuple[str, ...] | None:
    if node.name is not None:
        return shape.names.get(name_form(node.name)) or shape.names.get(name_form(_bare(node.name)))
    if node.children and node.text and not node.item:
        path = shape.names.get(name_form(_bare(heading(node.text))))
        return path if path is not None and shape.at(path).kind in ("object", "array", "free") else None
    return None


def _contents(node: Node) -> list[str]:
    return [inner.content for inner in node.walk() if inner.content]


def _bare(name: str) -> str:
    """Return `name` without what stands in brackets: ``Price (USD)`` is price."""
    return _QUALIFIER.sub(" ", name).strip()


def _put(group: Group, path: tuple[str, ...], statement: Statement) -> None:
    *above, last = path
    for key in above:
        inner = group.parts.setdefault(key, [])
        if not inner or not isinstance(inner[0], Group):
            inner.insert(0, Group())
        assert isinstance(inner[0], Group)
        group = inner[0]
    group.parts.setdefault(last, []).append(statement)


def _fits(node: Node, shape: Shape) -> str | None:
    """Return the list property whose items are below `node`, if they name at least two fields of them."""
    names = {
        name_form(inner.name)
        for child in node.children
        if child.item
        for inner in child.children
        if inner.name is not None
    }
    if len(names) < 2:
        return None
    counts = {
        key: len(names & inner.items.names.keys())
        for key, inner in shape.properties.items()
        if inner.items is not None
    }
    best = max(counts, key=lambda key: counts[key], default=None)
    return best if best is not None and counts[best] > max(1, len(names & shape.names.keys())) else None


def _fitting(head: tuple[str, ...], shape: Shape) -> tuple[str | None, Shape | None]:
    """Return the list property (None for the object itself) whose fields the cells of a table's head name."""
    names = {name_form(_bare(cell)) for cell in head}
    options: list[tuple[int, str | None, Shape]] = [(len(names & shape.names.keys()), None, shape)]
    options += [
        (len(names & inner.items.names.keys()), key, inner.items)
        for key, inner in shape.properties.items()
        if inner.items is not None
    ]
    count, key, inner = max(options, key=lambda option: option[0])
    return (key, inner) if count > 1 else (None, None)


def _is_heading(node: Node, shape: Shape) -> bool:
    """Whether `node` heads one item: it has fields below it, and is none itself."""
    return bool(node.children) and _path(node, shape) is None and not node.item


def _blocks(nodes: Sequence[Node]) -> list[list[Node]]:
    blocks: list[list[Node]] = []
    for node in nodes:
        if not blocks or node.after_blank:
            blocks.append([])
        blocks[-1].append(node)
    return blocks
