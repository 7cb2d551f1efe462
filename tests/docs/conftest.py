"""Pages as tests: the files that a page shows, and the commands with the output that it promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Before pytester remembers which modules are loaded, and unloads the others: NumPy cannot be loaded twice.
import pandera.polars  # noqa: F401

DOCS = Path(__file__).resolve().parents[2] / "docs"

_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class File:
    """A block that belongs into a file: at its end, where the file is there already."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command with the lines that its output holds, in this order; ``...`` may stand for others."""

    arguments: tuple[str, ...]
    output: tuple[str, ...]


def steps(page: str) -> Iterator[File | Command]:
    """Yield what a page does, from top to bottom."""
    for language, name, text in _BLOCK.findall((DOCS / page).read_text("utf-8")):
        if language == "console":
            for command in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                first, *output = command.rstrip("\n").split("\n")
                yield Command(tuple(first.split()), tuple(output))
        elif name:
            yield File(name, text)


def missing(expected: tuple[str, ...], actual: list[str]) -> list[str]:
    """Return the `expected` lines from the first on that `actual` does not hold in this order.

    A line that ends in ``...`` need only begin so.
    """
    rest = iter(actual)
    for index, line in enumerate(expected):
        if line == "...":
            continue
        beginning = line.removesuffix("...")
        found = any(other.startswith(beginning) for other in rest) if line.endswith("...") else line in rest
        if not found:
            return list(expected[index:])
    return []
