"""Markdown tables: fields and values in one, every list of objects in a table of its own."""

from collections.abc import Iterator

from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.wording.meaning_representation import ListNode, Node, ObjectNode, ValueNode, flatten
from edgejson.generators.wording.value_format import ValueFormat


def render(spec: PromptSpec) -> str:
    """Return the prompt; an empty cell states nothing."""
    return "\n".join([spec.before, "", *tables(spec, spec.nodes, "", 2), "", spec.after])


def tables(spec: PromptSpec, nodes: tuple[Node, ...], above: str, level: int) -> Iterator[str]:
    """Yield the lines of the tables that state `nodes`, which belong to the heading `above`."""
    facts, lists = _named(nodes)
    if facts:
        yield from _table(
            ["Field", "Value"], [[name, _cell(node, spec.value_format)] for name, node in facts]
        )
    started = bool(facts)
    for name, list_node in lists:
        heading = f"{above}{name}"
        yield from (*([""] if started else []), f"{'#' * min(level, 6)} {heading}", "")
        started = True
        rows = [
            _named(item.children) if isinstance(item, ObjectNode) else ([], []) for item in list_node.items
        ]
        if any(inner for _, inner in rows):
            noun = spec.book.nouns.get(list_node.path, "item").capitalize()
            for number, item in enumerate(list_node.items, 1):
                title = f"{noun} {number}"
                yield from (*([""] if number > 1 else []), f"{'#' * min(level + 1, 6)} {title}", "")
                inner = item.children if isinstance(item, ObjectNode) else (item,)
                yield from tables(spec, inner, f"{title}: ", level + 2)
        else:
            yield from _rows([dict(cells) for cells, _ in rows], spec.value_format)


def _rows(rows: list[dict[str, Node]], value_format: ValueFormat) -> Iterator[str]:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[_cell(row[name], value_format) if name in row else "" for name in columns] for row in rows]
    yield from _table(columns, cells)


def _table(columns: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join([' --- '] * len(columns))}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cell(node: Node, value_format: ValueFormat) -> str:
    if isinstance(node, ValueNode):
        return value_format(node).replace("|", "\\|").replace("\n", "<br>")
    inner = node.children if isinstance(node, ObjectNode) else node.items
    return "; ".join(_cell(item, value_format) for item in inner)


def _named(
    nodes: tuple[Node, ...],
) -> tuple[list[tuple[str, Node]], list[tuple[str, ListNode]]]:
    """Return the cells of an object by name, those of nested objects included, and its lists of objects."""
    facts: list[tuple[str, Node]] = []
    lists: list[tuple[str, ListNode]] = []
    for above, node in flatten(nodes):
        name = " / ".join(one.name for one in (*above, node))
        if isinstance(node, ListNode) and not node.is_scalar:
            lists.append((name, node))
        else:
            facts.append((name, node))
    return facts, lists
