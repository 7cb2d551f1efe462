"""Cells: values that a text names by its form (a pair, a table, JSON, XML), with their names and regions."""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

Name: TypeAlias = tuple[str, ...]
"""The words of a key in small letters."""


class Region(NamedTuple):
    """A part of a text that belongs together: a block, a row, an item, an object, an element, a sentence."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Cell:
    """What stands under a name; ``names`` has several where a row and a column name it.

    ``parents`` are the names around it, the nearest last. ``text`` is the value without escapes, where it
    differs from what is written.
    """

    start: int
    end: int
    names: tuple[Name, ...]
    parents: tuple[Name, ...] = ()
    text: str | None = None
    kind: str = "pair"


@dataclass(slots=True)
class Layout:
    """What the form of a text shows: cells, regions, the commas that part cells, quotes and titles."""

    cells: list[Cell] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    cuts: set[int] = field(default_factory=set)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    heads: list[tuple[int, int]] = field(default_factory=list)
