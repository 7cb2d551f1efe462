"""Which lines of a prompt belong together, before it is read what they state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from edgejson.grounding.naming import Steps, path_of, table_of
from edgejson.grounding.outline import Node
from edgejson.grounding.shape import Shape
from edgejson.grounding.statement import Group, Series, Statement, describe


def is_nested(shape: Shape) -> bool:
    """Whether a value of `shape` is an object or a list of objects, which fill more than one cell."""
    shape = shape.items or shape if shape.kind == "array" else shape
    return shape.kind in ("object", "array")


def is_plain(node: Node) -> bool:
    """Whether below a line stand only lines without names: each states something of its own, or goes on."""
    return all(is_text(child) for child in node.children)


def own_lines(node: Node) -> Iterator[Node]:
    """Yield a line, and those below it that stand in its column, without them."""
    beside = [child for child in node.children if child.column == node.column]
    yield replace(node, children=[child for child in node.children if child not in beside])
    yield from beside


def is_text(node: Node) -> bool:
    """Whether a line is text without a name, a mark or anything below it."""
    return node.name is None and not node.item and not node.children and bool(node.text)


def paragraphs(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield the nodes, lines of plain text together where no blank line parts them."""
    lines: list[Node] = []
    for node in nodes:
        if lines and not (is_text(node) and is_text(lines[-1]) and not node.after_blank):
            yield lines
            lines = []
        lines.append(node)
    if lines:
        yield lines


def tables(nodes: Sequence[Node], shape: Shape) -> list[list[Node]]:
    """Return the rows of each of the tables that follow each other, their rules aside.

    A table begins with a row that names fields and stands behind a blank line or above a rule: a row of
    values behind a blank line, or above the rule of a sum, belongs to the table before it.
    """
    found: list[list[Node]] = []
    for node, below in zip_longest(nodes, nodes[1:]):
        if not node.row:
            continue
        may_head = node.after_blank or (below is not None and not below.row)
        if not found or (may_head and table_of(node.row, shape)[1] is not None):
            found.append([])
        found[-1].append(node)
    return found


def hoisted(nodes: Sequence[Node], shape: Shape) -> list[Node]:
    """Return `nodes`, and after each section the lines in it that name fields of `shape`, but not its own.

    So ``Total: 12`` below the table of a section ``## Items`` belongs to no item.
    """
    result: list[Node] = []
    for node in nodes:
        path = path_of(node, shape) if node.column < 0 else None
        result.append(node)
        if path is None:
            continue
        own = shape.at(path)
        own = own.items or own
        strays = [
            child
            for child in node.children
            if path_of(child, own) is None and path_of(child, shape) is not None
        ]
        if strays and own.kind == "object":
            result[-1] = replace(node, children=[child for child in node.children if child not in strays])
            result += strays
    return result


def put_counted(group: Group, stated: Sequence[tuple[Steps, Statement]]) -> None:
    """Add statements to `group` at the ends of their steps; numbers make items of series, in their order."""
    lists: dict[tuple[str, ...], dict[int, list[tuple[Steps, Statement]]]] = {}
    for steps, statement in stated:
        path = tuple(str(step) for step in takewhile(lambda step: isinstance(step, str), steps))
        if len(path) == len(steps):
            group.put(path, statement)
        else:
            items = lists.setdefault(path, {})
            items.setdefault(int(steps[len(path)]), []).append((steps[len(path) + 1 :], statement))
    for path, items in lists.items():
        if len(path) == 1 and group.parts.get(path[0]) == [Series(items=[])]:
            del group.parts[path[0]]
        group.put(path, Series(items=[_counted_item(items[number]) for number in sorted(items)]))


def _counted_item(stated: Sequence[tuple[Steps, Statement]]) -> Statement:
    whole = [statement for steps, statement in stated if not steps]
    if len(whole) == len(stated):
        return whole[0]
    item = Group()
    for statement in whole:
        if isinstance(statement, Group):
            item.add(statement)
        else:
            item.loose.append(describe(statement))
    put_counted(item, [one for one in stated if one[0]])
    return item


def is_heading(node: Node, shape: Shape) -> bool:
    """Whether `node` heads one item: it has fields below it, and is none itself."""
    return bool(node.children) and path_of(node, shape) is None and not node.item


def blocks(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the lines in groups, a new one after each blank line."""
    found: list[list[Node]] = []
    for node in nodes:
        if not found or node.after_blank:
            found.append([])
        found[-1].append(node)
    return found
