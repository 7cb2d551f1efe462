"""Reading a prompt: its outline with the shape of the label becomes statements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from edgejson.grounding.arrangement import (
    blocks,
    hoisted,
    is_heading,
    is_nested,
    is_plain,
    is_text,
    own_lines,
    paragraphs,
    put_counted,
    tables,
)
from edgejson.grounding.clauses import Saying, clauses, items, sayings, shorter
from edgejson.grounding.naming import Steps, counted, item_of, list_below, named, numbered, path_of, table_of
from edgejson.grounding.outline import Node
from edgejson.grounding.shape import ANY, Shape
from edgejson.grounding.statement import Flat, Group, Quote, Series, Statement

_STOPS = (".", ",", ";")
_SENTENCE = re.compile(r"[.!?;:,]\s*$|[.!?]\s|:\s|\w=")
"""What a line has that is a sentence or a statement of its own, rather than the second line of a value."""

_POSITION = re.compile(
    r"^\d{1,4}\s?[x×*]\s|\s@\s|[x×@]\s?[A-Z$€£¥]{0,3}\s?\d+[.,]\d\d\b|\s[$€£¥]?\d+[.,]\d\d$"
)
"""What a position of a receipt or an invoice has: a quantity in front, a price behind."""


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
    for quote, rest in reader.continued:
        if quote.line + len(rest) >= last or any(
            _SENTENCE.search(line) or _POSITION.search(line) for line in rest
        ):
            quote.may_end = True
            group.loose += rest
    _mark_stops(reader.quotes)
    return Reading(root=group, is_listing=_is_listing(root, reader.claimed))


def _mark_stops(quotes: list[Quote]) -> None:
    """Find the statements with a full stop, comma or semicolon behind them, if most have one."""
    stopped = [quote for quote in quotes if quote.first.endswith(_STOPS)]
    for quote in stopped:
        quote.is_stopped = 2 * len(stopped) > len(quotes)


def _is_listing(root: Node, claimed: set[int]) -> bool:
    if len(claimed) < 2:
        return False
    said = [len(node.content.split()) for node in root.walk() if node.number in claimed]
    first, last = min(claimed), max(claimed)
    unsaid = [
        (node.number, len(node.content.split()))
        for node in root.walk()
        if node.number not in claimed and node.content and not node.content.endswith("?")
    ]
    before = [number for number, _ in unsaid if number < first]
    after = [number for number, _ in unsaid if number > last]
    aside = {*before[-1:], *after[-1:]}
    left = [words for number, words in unsaid if number not in aside]
    return sum(map(bool, said)) > len(left) and sum(said) > sum(left)


class _Reader:
    def __init__(self) -> None:
        self.claimed: set[int] = set()
        self.continued: list[tuple[Quote, list[str]]] = []
        self.quotes: list[Quote] = []

    def group(self, nodes: Sequence[Node], shape: Shape) -> Group:
        """Return what `nodes` state of an object of `shape`."""
        group = Group()
        nodes = self._numbered(hoisted(nodes, shape), shape, group)
        for is_table, run in groupby(nodes, key=lambda node: node.row is not None):
            if is_table:
                for table in tables(list(run), shape):
                    self._table(table, shape, group)
                continue
            for paragraph in paragraphs(run):
                self._paragraph(paragraph, shape, group)
        self._headless(nodes, shape, group)
        return group

    def _numbered(self, nodes: Sequence[Node], shape: Shape, group: Group) -> Sequence[Node]:
        """Read the lines and headings that count items (``Items 2 Price``, ``Item 2``); return the others."""
        found: list[tuple[Steps, Statement]] = []
        others = []
        for node in nodes:
            whole, part = counted(node, shape), None
            if whole is None and node.name is not None and path_of(node, shape) is None:
                part = numbered(node.name, shape)
            if whole is None and part is None:
                item = self._spoken_item(node, shape)
                if item is None:
                    others.append(node)
                else:
                    found.append(item)
                continue
            self._claim(node)
            if whole is not None:
                items = shape.properties[whole[0]].items or ANY
                found.append((whole, self.group(node.children, items)))
            elif part is not None:
                found.append((part[0], self.value(node, part[1])))
        put_counted(group, found)
        return others

    def _spoken_item(self, node: Node, shape: Shape) -> tuple[Steps, Statement] | None:
        """Read ``Line item 2: description Desk lamp; quantity two`` as an item of the list that it fits."""
        found = item_of(node, shape)
        if found is None:
            return None
        steps, inner = found
        self._claim(node)
        said = clauses(node.text.removesuffix("."), inner)
        if said:
            return steps, self._grouped([said], inner, node.number).items[0]
        return steps, self._said(node.text, node.number)

    def _paragraph(self, lines: Sequence[Node], shape: Shape, group: Group) -> None:
        """Read lines that follow each other: those of plain text as sentences that may name fields."""
        first, text = lines[0], "\n".join(node.text for node in lines)
        before, said = sayings(text, shape) if is_text(first) and shape.kind == "object" else (text, [])
        if not said:
            for node in lines:
                self._line(node, shape, group)
            return
        if not before:
            self.claimed.update(node.number for node in lines)
        group.loose.append(text)
        self._put_sayings(said, shape, group, first.number)

    def _put_sayings(self, said: Sequence[Saying], shape: Shape, group: Group, line: int) -> None:
        for path, text, is_parted in said:
            inner = shape.at(path)
            lists = items(text, inner.items) if inner.items is not None else []
            if not lists and inner.items is not None and inner.items.properties:
                continue
            group.put(
                path,
                self._grouped(lists, inner.items or ANY, line)
                if lists
                else self._spoken(text, line, is_parted=is_parted),
            )

    def _grouped(self, lists: Sequence[Sequence[Saying]], shape: Shape, line: int) -> Series:
        groups: list[Statement] = []
        for said in lists:
            group = Group(loose=["; ".join(one.text for one in said)])
            self._put_sayings(said, shape, group, line)
            groups.append(group)
        return Series(items=groups)

    def _spoken(self, text: str, line: int, *, is_parted: bool) -> Quote:
        quote = self._said(text, line)
        quote.is_said = not is_parted
        quote.ends = shorter(text, at_commas=not is_parted)
        return quote

    def _line(self, node: Node, shape: Shape, group: Group) -> None:
        path = path_of(node, shape)
        if path is not None:
            self._claim(node)
            group.put(path, self.value(node, shape.at(path)))
            return
        if shape.kind == "free" and node.name is not None:
            self._claim(node)
            group.parts.setdefault(node.name, []).append(self.value(node, ANY))
            return
        if node.text or node.name:
            group.loose.append(f"{node.name}: {node.text}" if node.name else node.text)
        if node.children and not list_below(node, shape):
            group.add(self.group(node.children, shape))

    def _headless(self, nodes: Sequence[Node], shape: Shape, group: Group) -> None:
        """Read the items below a heading that names no field as those of the list that they fit."""
        for node in nodes:
            if path_of(node, shape) is None and (key := list_below(node, shape)) and key not in group.parts:
                self._claim(node)
                group.parts[key] = [self.value(node, shape.properties[key])]
        items = [node for node in nodes if node.item]
        below = Node(number=0, column=0, children=items)
        if items and (key := list_below(below, shape)) and key not in group.parts:
            group.parts[key] = [self.value(below, shape.properties[key])]

    def value(self, node: Node, shape: Shape) -> Statement:
        """Return what `node` states for a value of `shape`."""
        if shape.kind == "array":
            return self._list(node, shape.items or ANY)
        named = any(child.name is not None or child.item or child.row for child in node.children)
        if shape.kind in ("object", "free") or (shape.kind == "any" and named and not node.text):
            group = self.group(node.children, shape if shape.kind != "any" else Shape(kind="free"))
            if not node.stated:
                return group
            if not group.parts:
                return self._quote(node)
            group.loose.insert(0, node.text)
            return group
        return self._quote(node)

    def _quote(self, node: Node) -> Quote:
        self.claimed.update(child.number for child in node.walk())
        quote = self._said("\n".join(node.lines), node.number)
        quote.ends = node.ends
        if node.text and node.children:
            self.continued.append((quote, node.lines[1:]))
        return quote

    def _said(self, text: str, line: int) -> Quote:
        quote = Quote(text=text, first=text.split("\n", 1)[0], line=line)
        self.quotes.append(quote)
        return quote

    def _list(self, node: Node, shape: Shape) -> Statement:
        children = node.children
        lists = items(node.text, shape) if not children else []
        if lists:
            return self._grouped(lists, shape, node.number)
        if node.stated and not any(child.item or child.name is not None or child.row for child in children):
            return self._quote(node)
        if shape.kind not in ("object", "free"):
            return Series(items=[self._item(child, shape) for child in children])
        if any(child.item for child in children):
            return Series(items=[self._item(child, shape) for child in children if child.item])
        if any(child.row for child in children):
            inner = Group()
            for rows in tables([child for child in children if child.row is not None], shape):
                self._table(rows, Shape(kind="object"), inner, items=shape)
            series = [one for one in inner.parts.get("", []) if isinstance(one, Series)]
            return Series(items=[item for one in series for item in one.items])
        if all(path_of(child, shape) is None and is_plain(child) for child in children):
            return Series(items=[self._item(line, shape) for child in children for line in own_lines(child)])
        headed = [child for child in children if is_heading(child, shape)]
        if headed and len(headed) == len(children):
            return Series(items=[self._item(child, shape) for child in children])
        found = blocks(children)
        if len(found) > 1:
            return Series(items=[self.group(block, shape) for block in found])
        return Flat(entries=list(self._entries(children, shape)))

    def _item(self, node: Node, shape: Shape) -> Statement:
        self._claim(node)
        if shape.kind not in ("object", "free"):
            return self._whole(node)
        line = node.children[0] if node.item and len(node.children) == 1 else node
        said = clauses(line.content.removesuffix("."), shape) if not line.children else []
        if said:
            self._claim(line)
            return self._grouped([said], shape, line.number).items[0]
        group = self.group(node.children if node.item or not node.text else [node], shape)
        if not group.parts and not any(child.children for child in node.children):
            return self._whole(node)
        if not node.item and node.name is not None:
            group.loose.insert(0, node.name)
        return group

    def _whole(self, node: Node) -> Quote:
        """Return all lines of an item as one text."""
        self.claimed.update(inner.number for inner in node.walk())
        return self._said("\n".join(inner.content for inner in node.walk() if inner.content), node.number)

    def _entries(self, nodes: Sequence[Node], shape: Shape) -> Iterator[tuple[str, Statement]]:
        for node in nodes:
            path = path_of(node, shape)
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
        key, inner = ("", items) if items is not None else table_of(head, shape)
        if inner is None:
            for node in rows:
                self._row(node, shape, group)
            return
        columns = [named(cell, inner) for cell in head]
        found: list[Statement] = []
        for node in rows[1:]:
            assert node.row is not None
            if key is not None and self._row(node, shape, group, total=True):
                continue
            self._claim(node)
            one = Group()
            for path, cell in zip(columns, node.row, strict=False):
                if path is not None and cell not in ("", "-"):
                    one.put(path, self._said(cell, node.number))
                elif cell:
                    one.loose.append(cell)
            found.append(one)
        self._claim(rows[0])
        if key is None and len(body) == 1 and isinstance(found[0], Group):
            group.add(found[0])
        elif key is not None:
            group.parts.setdefault(key, []).append(Series(items=found))
        else:
            group.loose += [" | ".join(row) for row in body]

    def _row(self, node: Node, shape: Shape, group: Group, *, total: bool = False) -> bool:
        """Read a row as ``| name | value |``; say whether it is one."""
        filled = [cell for cell in node.row or () if cell]
        path = named(filled[0], shape) if filled else None
        if path is None or len(filled) != 2 or is_nested(shape.at(path)):
            if not total:
                group.loose.append(" | ".join(filled))
            return False
        self._claim(node)
        group.put(path, self._said(filled[1], node.number))
        return True

    def _claim(self, node: Node) -> None:
        self.claimed.add(node.number)
