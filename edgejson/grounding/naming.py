"""Which field a name in a prompt is the name of, and which list its items or columns belong to."""

import re
from collections.abc import Sequence
from functools import lru_cache

from edgejson.grounding.folding import name_form
from edgejson.grounding.outline import Node, heading
from edgejson.grounding.shape import Shape

_NUMBERED = re.compile(r"(?P<list>[^\d\[#]+?)[ .\[#(]*(?P<number>\d{1,3})[\]. )_:-]+(?P<field>[^\W\d].*)")
_QUALIFIER = re.compile(r"\s*[(\[].*?[)\]]\s*")


def path_of(node: Node, shape: Shape) -> tuple[str, ...] | None:
    """Return the path of the property of `shape` that a line names, None if it names none.

    A line without a colon names an object or a list that is indented below it.
    """
    if node.name is not None:
        return named(node.name, shape)
    if node.children and node.text and not node.item:
        path = named(heading(node.text), shape)
        return path if path is not None and shape.at(path).kind in ("object", "array", "free") else None
    return None


def named(name: str, shape: Shape) -> tuple[str, ...] | None:
    """Return the path of the property with this name, brackets in it or not: ``Price (USD)`` is price."""
    return shape.names.get(name_form(name)) or shape.names.get(name_form(_bare(name)))


def numbered(name: str, shape: Shape) -> tuple[str, int, tuple[str, ...]] | None:
    """Return the list, the number of the item and the path in it that a name such as ``Items 2 Price`` names.

    ``items[1].price``, ``Item #2 - Price`` and ``Line item 2: price`` are read as well.
    """
    found = _NUMBERED.fullmatch(name)
    if found is None:
        return None
    for key, inner in shape.properties.items():
        if inner.items is not None and name_form(found["list"]) in _forms(key):
            path = named(found["field"], inner.items)
            if path is not None:
                return key, int(found["number"]), path
    return None


@lru_cache(maxsize=1024)
def _forms(key: str) -> frozenset[str]:
    """Return how the name of a list may start that of an item: plural or singular, whole or its last word."""
    whole, last = name_form(key), name_form(key.rpartition("_")[2])
    return frozenset({whole, whole.removesuffix("s"), last, last.removesuffix("s"), "item"})


def _bare(name: str) -> str:
    """Return `name` without what stands in brackets: ``Price (USD)`` is price."""
    return _QUALIFIER.sub(" ", name).strip()


def list_below(node: Node, shape: Shape) -> str | None:
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


def table_of(head: Sequence[str], shape: Shape) -> tuple[str | None, Shape | None]:
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
