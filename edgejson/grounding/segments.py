"""Where the items of a flattened list begin: the ways in which its fields can be read as items."""

from collections.abc import Callable, Iterator, Sequence

from edgejson.grounding.shape import Shape
from edgejson.grounding.statement import Group, Statement

Entries = Sequence[tuple[str, Statement]]


def natural(keys: Sequence[str]) -> list[int]:
    """Return the lengths of the items when a new one begins where a field would repeat."""
    return _lengths(keys, lambda key, item: key in item)


def in_schema_order(keys: Sequence[str], shape: Shape) -> list[int]:
    """Return the lengths of the items when a new one begins where the schema's order of fields is left."""
    order = {key: index for index, key in enumerate(shape.properties)}
    return _lengths(keys, lambda key, item: order.get(key, -1) <= order.get(item[-1], -1))


def _lengths(keys: Sequence[str], begins: Callable[[str, list[str]], bool]) -> list[int]:
    lengths: list[int] = []
    item: list[str] = []
    for key in keys:
        if item and begins(key, item):
            lengths.append(len(item))
            item = []
        item.append(key)
    return [*lengths, len(item)] if item else lengths


def groups(entries: Entries, lengths: Sequence[int]) -> Iterator[Group]:
    """Yield the items of the given lengths."""
    start = 0
    for length in lengths:
        group = Group()
        for key, statement in entries[start : start + length]:
            group.parts.setdefault(key, []).append(statement)
        start += length
        yield group
