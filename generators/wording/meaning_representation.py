"""The meaning representation of a label: the tree of named values that a prompt has to state."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.json_text import compact
from edgejson.generators.schema_resolution import Schema, describe

_CAMEL_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ACRONYMS = {
    "aml", "bmi", "cpu", "icd10", "id", "ip", "isbn", "kyc", "os", "roas", "sku", "url"
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueNode:
    """One scalar value; ``text`` is the value as the label writes it, ``key`` and ``schema`` say what it is.

    ``path`` names the field without the positions in lists (``items.price``), ``declared`` is False for
    the keys of free objects, which are stated as they are.
    """

    pointer: Pointer
    path: str
    key: str
    name: str
    declared: bool
    text: str
    value: JSONValue
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectNode:
    """An object with its fields; ``has_free_keys`` when the schema does not declare them."""

    pointer: Pointer
    path: str
    key: str
    name: str
    has_free_keys: bool
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNode:
    """A list: items in order, their names empty."""

    pointer: Pointer
    path: str
    key: str
    name: str
    items: "tuple[Node, ...]"

    @property
    def is_scalar(self) -> bool:
        """Whether every item is one value."""
        return all(isinstance(item, ValueNode) for item in self.items)


Node: TypeAlias = ValueNode | ObjectNode | ListNode


def flatten(
    children: "Iterable[Node]", *, whole: Callable[[ObjectNode], bool] = lambda _: False
) -> "Iterator[tuple[tuple[ObjectNode, ...], Node]]":
    """Yield the nodes of `children`, objects dissolved, each with the objects that it stands in.

    The outermost of these comes first. An object for which `whole` holds is not dissolved; lists never are.
    """
    for node in children:
        if isinstance(node, ObjectNode) and not whole(node):
            yield from (((node, *above), inner) for above, inner in flatten(node.children, whole=whole))
        else:
            yield (), node


def meaning_representation(label: JSONObject, schema: JSONObject) -> tuple[Node, ...]:
    """Return what a prompt has to state for `label`, in the label's order.

    `schema` says which objects have declared fields, whose names are shown as people write them. The keys of
    the others stay as they are, since nothing else says how they are written.
    """
    return _Builder(schema).children(label, schema, "/expected_output", "")


def display_name(key: str) -> str:
    """Return a declared key as people write it; folding case and ``-_`` to blanks gives the key back."""
    if key[0].isdigit():
        return key.replace("_", "-", 1)
    words = _CAMEL_HUMP.sub("_", key).lower().split("_")
    return " ".join(word.upper() if word in _ACRONYMS else word.capitalize() for word in words)


@dataclass(frozen=True, slots=True)
class _Builder:
    document: JSONObject

    def children(self, value: JSONObject, schema: Schema, pointer: Pointer, path: str) -> tuple[Node, ...]:
        declared = describe(schema, self.document).get("properties", {})
        return tuple(
            self.node(
                item,
                declared.get(key, {}),
                f"{pointer}/{key}",
                f"{path}.{key}" if path else key,
                key,
                key in declared,
            )
            for key, item in value.items()
        )

    def node(
        self, value: JSONValue, schema: Schema, pointer: Pointer, path: str, key: str, declared: bool
    ) -> Node:
        schema = describe(schema, self.document)
        name = display_name(key) if declared and key else key
        if isinstance(value, dict):
            children = self.children(value, schema, pointer, path)
            is_open = "properties" not in schema
            return ObjectNode(
                pointer=pointer, path=path, key=key, name=name, has_free_keys=is_open, children=children
            )
        if isinstance(value, list):
            inner = schema.get("items", {})
            items = (
                self.node(item, inner, f"{pointer}/{i}", path, "", declared) for i, item in enumerate(value)
            )
            return ListNode(pointer=pointer, path=path, key=key, name=name, items=tuple(items))
        return ValueNode(
            pointer=pointer,
            path=path,
            key=key,
            name=name,
            declared=declared,
            text=value if isinstance(value, str) else compact(value),
            value=value,
            schema=schema,
        )
