"""The outline of a prompt: its lines as a tree, by indentation, list marks and ``Name: value`` form.

Nothing here knows a schema; what a name means is decided by who reads the tree (`statement`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from edgejson.grounding.assignments import Assignment, assignments
from edgejson.grounding.folding import name_form
from edgejson.grounding.table import cells, edged, is_row, is_rule

_MARK = re.compile(r"(?:[-*•·▪◦+]|\(?\d{1,3}[.)])[ \t]+(?=\S)")
_SECTION = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<text>.*?)[ \t:#]*")
_ROOT = -14
"""The root's column; a section stands two columns to its right for each of its level, left of all lines."""
_NAMED = re.compile(
    r"""(?P<dress>\*\*|__|`|"|\#{1,6}[ ])?          # **Name:** and the like
    (?P<name>[^\W_][^:=|<>\n]{0,60}?)
    [ \t]*(?(dress)(?:\*\*|__|`|")?)[ \t]*
    (?:(?::|\.{3,}|_{3,}|-{3,}|·{3,}|→|[-=]>)(?(dress)(?:\*\*|__|`|")?)(?:[ \t]+|$)|=[ \t]*|[ \t]{2,}(?=\S))
    (?P<text>.*)""",
    re.VERBOSE,
)
_ITEM_PATH = re.compile(r"(?:^|(?<=\s))(?P<path>[^\W\d][\w.-]*(?:\[\d{1,3}\][\w.-]*)+)$")
_TAG = re.compile(r"\s*(?:\[[\w -]*\]|[\w-]+\s*[:|>])\s*")
_COUNTED = re.compile(r"[^\W\d][^:=|]{0,40} \#?\d{1,3}[\]).:]?[ \t]*$")
_DIVIDER = re.compile(r"[-=*_~#.+─━═–—]{3,}[ \t]*")
_HEADING = re.compile(
    r"(?:\#{1,6}[ \t]+)?(?:\*\*|__|\[|[=-]+[ ])?(?P<name>[^\W_][^:=|]{0,60}?)(?:\*\*|__|\]|[ ][=-]+)?"
)


@dataclass(slots=True, kw_only=True)
class Node:
    """A line, or an item of a list, with what is indented below it.

    ``name`` is what stands before the colon, None for a line without; ``text`` is the rest. A marked line
    (``-``, ``1.``) is an ``item`` whose first child is the line's content. ``row`` are the cells of a line
    of a table. ``content`` is the whole line without its indentation, empty for the root and for items.
    ``ends`` are shorter texts that the value may be.
    ``after_blank`` says that a blank line stands before it, ``number`` counts lines, and each pair of a log
    line (and of a run-on line) as one.
    """

    number: int
    column: int
    content: str = ""
    name: str | None = None
    text: str = ""
    item: bool = False
    row: tuple[str, ...] | None = None
    after_blank: bool = False
    ends: tuple[str, ...] = ()
    children: "list[Node]" = field(default_factory=list)

    def walk(self) -> "Iterator[Node]":
        """Yield this node and all below it, in the order of the lines."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def stated(self) -> str:
        """What a line with a name states; nothing for a heading."""
        return self.text if self.name is not None or self.item else ""

    @property
    def lines(self) -> list[str]:
        """The node's text and the lines below it."""
        below = [node.content for child in self.children for node in child.walk() if node.content]
        own = self.text if self.name is not None else self.content
        return [own, *below] if own else below


def outline(prompt: str, names: Collection[str] = ()) -> Node:
    """Return the root of the tree of the prompt's lines.

    `names` are those of fields, in `name_form`: a line with nothing else on it may be a heading.
    """
    root = Node(number=0, column=_ROOT)
    stack = [root]
    last: Node | None = None
    blank = False
    lines = edged(prompt.split("\n"))
    number = 0
    for at, raw in enumerate(lines, 1):
        number += 1
        content = raw.lstrip()
        if not content or _DIVIDER.fullmatch(content):
            blank, last = True, None
            continue
        column = len(raw) - len(content)
        before, assigned = assignments(content)
        if assigned:
            while stack[-1].column >= column:
                stack.pop()
            pairs = list(_assigned(number, column, content, before, assigned))
            stack[-1].children += pairs
            number, last = pairs[-1].number, None
            continue
        node = _line(number, column, content)
        node.after_blank, blank = blank, False
        above = _heading_above(node, stack)
        if above is not None:
            node.column = above.column + 1
        if last is not None and _continues(node, last) and not _heads(node, last, lines[at : at + 2], names):
            last.children.append(node)
            continue
        while stack[-1].column >= node.column and not _holds_marked(stack[-1], node):
            stack.pop()
        stack[-1].children.append(node)
        stack.append(node)
        while node.item:
            node = node.children[0]
            stack.append(node)
        last = None if node.row else node
    return root


def _assigned(
    number: int, column: int, whole: str, before: str, pairs: Sequence[Assignment]
) -> Iterator[Node]:
    """Yield the pairs of a log line as lines of their own, after the `whole` line if it says more.

    What stands `before` them may end in the item that they are of: ``[order] items[0] price=3 quantity=1``.
    """
    of = _ITEM_PATH.search(before)
    rest = before[: of.start()] if of else before
    if rest.strip(" >") and not _TAG.fullmatch(rest):
        node = _line(number, column, whole)
        yield node if node.name is not None else Node(number=number, column=column, content=whole, text=whole)
        number += 1
    for place, (key, value) in enumerate(pairs, number):
        key = f"{of['path']}.{key}" if of else key
        yield Node(number=place, column=column, content=f"{key}={value}", name=key, text=value)


def _heading_above(node: Node, stack: Sequence[Node]) -> Node | None:
    """Return the section ``Team 1`` of the same level that a section ``Team 1: Members`` belongs below."""
    if node.column >= 0 or ":" not in node.text:
        return None
    name = node.text.partition(":")[0]
    return next((one for one in stack if one.column == node.column and one.text == name), None)


def _heads(node: Node, last: Node, below: Sequence[str], names: Collection[str]) -> bool:
    """Whether a line is the heading of the next one `below`, which is indented further and names something.

    Where that one stands in the column of the `last` name, the line may as well go on with its value, unless
    it is itself the name of a field, or a counted thing.
    """
    line = next((line for line in below if not _DIVIDER.fullmatch(line.strip())), "")
    content = line.lstrip()
    column = len(line) - len(content)
    if (
        not content
        or column <= node.column
        or not any(form.match(content) for form in (_NAMED, _MARK, _COUNTED))
    ):
        return False
    if column != last.column:
        return True
    return _COUNTED.match(node.content) is not None or name_form(heading(node.text)) in names


def _line(number: int, column: int, content: str) -> Node:
    section = _SECTION.fullmatch(content)
    if section is not None:
        level = len(section["level"])
        return Node(number=number, column=_ROOT + 2 * level, content=content, text=section["text"])
    if is_row(content):
        return Node(
            number=number, column=column, content=content, row=() if is_rule(content) else cells(content)
        )
    mark = _MARK.match(content)
    if mark and mark.end() < len(content):
        inner = _line(number, column + mark.end(), content[mark.end() :])
        return Node(number=number, column=column, item=True, children=[inner])
    named = _NAMED.fullmatch(content)
    if named:
        name = named["name"].strip("*_` ")
        return Node(number=number, column=column, content=content, name=name, text=named["text"])
    return Node(number=number, column=column, content=content, text=content)


def _continues(node: Node, last: Node) -> bool:
    """Whether a line without a name goes on with the value of the line before it."""
    if node.name is not None or node.item or node.row is not None or node.column < 0 or not last.text:
        return False
    if node.content.startswith("[") and node.content.rstrip().endswith("]"):
        return False
    return last.name is not None


def _holds_marked(above: Node, node: Node) -> bool:
    """Whether marked lines or table rows at a header's own column are its items."""
    header = not above.text and above.name is not None and not above.item
    return header and above.column == node.column and (node.item or node.row is not None)


def heading(text: str) -> str:
    """Return the name that a line without a colon may be the heading of (``## Line Items``)."""
    found = _HEADING.fullmatch(text)
    return found["name"] if found else text
