"""Markdown tables: fields and values in one, every list of objects in a table of its own."""

from collections.abc import Iterator

from edgejson.generators.statements import Group, Leaf, Series, Statement, flattened
from edgejson.generators.styles.brief import Brief
from edgejson.generators.wording.spelling import Spelling


def render(brief: Brief) -> str:
    """Return the prompt; an empty cell states nothing."""
    return "\n".join([brief.before, "", *tables(brief, brief.parts, "", 2), "", brief.after])


def tables(brief: Brief, parts: tuple[Statement, ...], above: str, level: int) -> Iterator[str]:
    """Yield the lines of the tables that state `parts`, which belong to the heading `above`."""
    facts, lists = _named(parts)
    if facts:
        yield from _table(["Field", "Value"], [[name, _cell(part, brief.spelling)] for name, part in facts])
    started = bool(facts)
    for name, series in lists:
        heading = f"{above}{name}"
        yield from (*([""] if started else []), f"{'#' * min(level, 6)} {heading}", "")
        started = True
        rows = [_named(item.parts) if isinstance(item, Group) else ([], []) for item in series.items]
        if any(inner for _, inner in rows):
            noun = brief.book.nouns.get(series.path, "item").capitalize()
            for number, item in enumerate(series.items, 1):
                title = f"{noun} {number}"
                yield from (*([""] if number > 1 else []), f"{'#' * min(level + 1, 6)} {title}", "")
                inner = item.parts if isinstance(item, Group) else (item,)
                yield from tables(brief, inner, f"{title}: ", level + 2)
        else:
            yield from _rows([dict(cells) for cells, _ in rows], brief.spelling)


def _rows(rows: list[dict[str, Statement]], spelling: Spelling) -> Iterator[str]:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[_cell(row[name], spelling) if name in row else "" for name in columns] for row in rows]
    yield from _table(columns, cells)


def _table(columns: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join([' --- '] * len(columns))}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cell(part: Statement, spelling: Spelling) -> str:
    if isinstance(part, Leaf):
        return spelling(part).replace("|", "\\|").replace("\n", "<br>")
    inner = part.parts if isinstance(part, Group) else part.items
    return "; ".join(_cell(item, spelling) for item in inner)


def _named(
    parts: tuple[Statement, ...],
) -> tuple[list[tuple[str, Statement]], list[tuple[str, Series]]]:
    """Return the cells of an object by name, those of nested objects included, and its lists of objects."""
    facts: list[tuple[str, Statement]] = []
    lists: list[tuple[str, Series]] = []
    for above, part in flattened(parts):
        name = " / ".join(one.name for one in (*above, part))
        if isinstance(part, Series) and not part.scalar:
            lists.append((name, part))
        else:
            facts.append((name, part))
    return facts, lists
