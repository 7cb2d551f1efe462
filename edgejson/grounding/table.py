"""Lines of a markdown table."""

import re
from collections.abc import Sequence

_RULE = re.compile(r"[\s|:+=-]+")
_BARE_RULE = re.compile(r":?-{2,}:?(?:\s*\|\s*:?-{2,}:?)+")
_DRESSED = re.compile(r"(?P<mark>\*\*?|`)(?P<cell>[^*`].*)(?P=mark)")
_EDGES = re.compile(r"^\s*\||\|\s*$")


def is_row(line: str) -> bool:
    """Whether `line` is a row (or the rule below the head) of a markdown table."""
    return line.startswith("|") and line.count("|") > 1


def is_rule(line: str) -> bool:
    """Whether a row is the rule below a table's head."""
    return "-" in line and _RULE.fullmatch(line) is not None


def edged(lines: Sequence[str]) -> list[str]:
    """Return `lines`, those of tables without bars at their edges (``name | price``) with such bars.

    Only a rule (``--- | ---``) below a head of as many cells makes a table of such lines.
    """
    found = list(lines)
    columns = 0
    for at, line in enumerate(lines):
        content = line.strip()
        if content.startswith("|") or "|" not in content:
            columns = 0
            continue
        n_cells = len(cells(content))
        below = lines[at + 1].strip() if at + 1 < len(lines) else ""
        if _BARE_RULE.fullmatch(below) and len(cells(below)) == n_cells:
            columns = n_cells
        if n_cells != columns:
            columns = 0
            continue
        inner = "".join(content.split()) if _BARE_RULE.fullmatch(content) else content
        found[at] = f"{line[: len(line) - len(line.lstrip())]}| {inner} |"
    return found


def cells(line: str) -> tuple[str, ...]:
    """Return the cells of a row; a bar after a backslash is part of a cell."""
    inner = _EDGES.sub("", line)
    return tuple(_undressed(cell.replace("\\|", "|").strip()) for cell in re.split(r"(?<!\\)\|", inner))


def _undressed(cell: str) -> str:
    dressed = _DRESSED.fullmatch(cell)
    return dressed["cell"] if dressed else cell
