"""Which field a name in a prompt is the name of, and which list its items or columns belong to."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from edgejson.grounding.clauses import clauses
from edgejson.grounding.folding import name_form
from edgejson.grounding.outline import Node, heading
from edgejson.grounding.shape import ANY, Shape

Steps: TypeAlias = tuple[str | int, ...]
"""Keys of objects and numbers of items, from a label's root downwards."""

_NUMBERED = re.compile(r"(?P<list>[^\d\[#]+?)[ .\[#(]*(?P<number>\d{1,3})[\]. )_:-]+(?P<field>[^\W\d].*)")
_COUNTED = re.compile(r"(?P<list>[^\d\[#]+?)[ .\[#(]*(?P<number>\d{1,3})[\]). ]*")
_STEP = re.compile(r"\[(\d{1,3})\]|([^.\[\]]+)")
_QUALIFIER = re.compile(r"\s*[(\[].*?[)\]]\s*")


def path_of(node: Node, shape: Shape) -> tuple[str, ...] | None:
    """Return the path of the property of `shape` that a line names, None if it names none.

    A line without a colon names an object or a list that is indented below it.
    """
    if node.name is not None:
        return named(node.name, shape)
    if node.children and node.text and not node.item:
        text = heading(node.text)
        path = named(text, shape) or named(text.rpartition(": ")[2], shape)
        return path if path is not None and shape.at(path).kind in ("object", "array", "free") else None
    return None


def named(name: str, shape: Shape) -> tuple[str, ...] | None:
    """Return the path of the property with this name, brackets in it or not: ``Price (USD)`` is price."""
    return shape.names.get(name_form(name)) or shape.names.get(name_form(_bare(name)))


def numbered(name: str, shape: Shape) -> tuple[Steps, Shape] | None:
    """Return the steps that a name with the number of a list's item takes, and the shape they lead to.

    ``Items 2 Price``, ``items[1].price``, ``Item #2 - Price`` and ``Line item 2: price`` are read, and paths
    of any depth with dots (``devices[0].connections[1].type``, ``data.city``).
    """
    dotted = _dotted(name, shape) if "." in name or "[" in name else None
    if dotted is not None:
        return dotted
    found = _NUMBERED.fullmatch(name)
    if found is None:
        return None
    for key, inner in shape.properties.items():
        if inner.items is not None and name_form(found["list"]) in _forms(key):
            path = named(found["field"], inner.items)
            if path is not None:
                return (key, int(found["number"]), *path), inner.items.at(path)
    return None


def counted(node: Node, shape: Shape) -> tuple[str, int] | None:
    """Return the list, and the number of its item, that a heading such as ``Item 2`` names."""
    text = heading(node.text) if node.name is None else node.name if not node.text else ""
    found = _COUNTED.fullmatch(text) if node.children and not node.item else None
    if found is None:
        return None
    form = name_form(found["list"])
    keys = [key for key, inner in shape.properties.items() if inner.items is not None and form in _forms(key)]
    return (keys[0], int(found["number"])) if len(keys) == 1 else None


def item_of(node: Node, shape: Shape) -> tuple[Steps, Shape] | None:
    """Return the steps to the item that a line states whole, and its shape: ``Department 1, team 2: ...``.

    Where the name is none of a list's, the list is the one whose fields the line names most.
    """
    if not node.name or not node.text or node.children:
        return None
    steps: list[str | int] = []
    for piece in node.name.split(", "):
        found = _COUNTED.fullmatch(piece)
        if found is None:
            return None
        form = name_form(found["list"])
        lists = {key: inner.items for key, inner in shape.properties.items() if inner.items is not None}
        keys = [key for key in lists if form in _forms(key)]
        if not keys and not steps and ", " not in node.name:
            said = {key: len(clauses(node.text.removesuffix("."), items)) for key, items in lists.items()}
            keys = [key for key in said if said[key] and said[key] == max(said.values())]
        if len(keys) != 1:
            return None
        steps += [keys[0], int(found["number"])]
        shape = lists[keys[0]]
    return tuple(steps), shape


def _dotted(name: str, shape: Shape) -> tuple[Steps, Shape] | None:
    steps: list[str | int] = []
    for index, key in _STEP.findall(name):
        if shape.kind == "array" and (index or key.isdigit()):
            steps.append(int(index or key))
            shape = shape.items or ANY
        elif shape.kind in ("free", "any") and steps:
            steps.append(int(index) if index else key)
            shape = ANY
        else:
            path = named(key, shape) if key and shape.kind == "object" else None
            if path is None:
                return None
            steps += path
            shape = shape.at(path)
    return tuple(steps), shape


@lru_cache(maxsize=1024)
def _forms(key: str) -> frozenset[str]:
    """Return how the name of a list may start that of an item: plural or singular, whole or its last word."""
    whole, last = name_form(key), name_form(key.rpartition("_")[2])
    return frozenset({whole, last, _singular(whole), _singular(last), "item"})


def _singular(form: str) -> str:
    return f"{form.removesuffix('ies')}y" if form.endswith("ies") else form.removesuffix("s")


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
