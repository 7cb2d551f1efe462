"""Lines of a markdown table."""

import re

_RULE = re.compile(r"[\s|:+=-]+")
_DRESSED = re.compile(r"(?P<mark>\*\*?|`)(?P<cell>[^*`].*)(?P=mark)")
_EDGES = re.compile(r"^\s*\||\|\s*$")


def is_row(line: str) -> bool:
    """Whether `line` is a row (or the rule below the head) of a markdown table."""
    return line.startswith("|") and line.count("|") > 1


def is_rule(line: str) -> bool:
    """Whether a row is the rule below a table's head."""
    return "-" in line and _RULE.fullmatch(line) is not None


def cells(line: str) -> tuple[str, ...]:
    """Return the cells of a row; a bar after a backslash is part of a cell."""
    inner = _EDGES.sub("", line)
    return tuple(_undressed(cell.replace("\\|", "|").strip()) for cell in re.split(r"(?<!\\)\|", inner))


def _undressed(cell: str) -> str:
    dressed = _DRESSED.fullmatch(cell)
    return dressed["cell"] if dressed else cell
