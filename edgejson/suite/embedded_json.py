"""JSON inside a label's texts, where its schema says so: ``contentMediaType`` (JSON Schema 2020-12, 8)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from edgejson._typing import JSONValue, Label, Pointer
from edgejson.core.decoding import Fault
from edgejson.core.pointers import join, split
from edgejson.formats.label_text import LabelText, read_label_text
from edgejson.suite.schema_registry import Schema

_JSON = "application/json"
_DEEPEST = 64
"""Levels of a label, and of references between schemas, that are followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedJSON:
    """The text at a pointer into the label that is JSON, what it holds, and the schema of that, if any."""

    pointer: Pointer
    read: LabelText
    schema: Any


def embedded_json(label: Label, schema: Schema, *, max_depth: int) -> Iterator[EmbeddedJSON]:
    """Yield the texts of a label that its schema says are JSON."""
    if schema.embeds_json:
        found = {
            pointer: (text, inner) for pointer, text, inner in _texts(label, schema.document, "", schema)
        }
        for pointer, (text, inner) in found.items():
            read = read_label_text(text, pointer, max_depth=max_depth)
            yield EmbeddedJSON(pointer=pointer, read=read, schema=inner)


def content_faults(label: Label, schema: Schema, *, at: Pointer, max_depth: int) -> tuple[Fault, ...]:
    """Return what is wrong with the JSON inside a label's texts; `at` is the label's own pointer."""
    return tuple(
        replace(fault, pointer=at + fault.pointer)
        for one in embedded_json(label, schema, max_depth=max_depth)
        for fault in one.read.faults
    )


def unfolded(label: Label, schema: Schema, *, max_depth: int) -> Label:
    """Return a label with the JSON inside its texts decoded."""
    for one in embedded_json(label, schema, max_depth=max_depth):
        if one.read.value is not None:
            label = _put(label, split(one.pointer), one.read.value)
    return label


def unfolded_document(schema: Schema) -> Any:
    """Return the JSON Schema of a label whose texts are `unfolded`."""
    return _unfolded_schema(schema.document) if schema.embeds_json else schema.document


def _put(value: Any, path: tuple[str, ...], new: JSONValue) -> Any:
    if not path:
        return new
    if isinstance(value, list):
        index = int(path[0])
        return [*value[:index], _put(value[index], path[1:], new), *value[index + 1 :]]
    return {**value, path[0]: _put(value[path[0]], path[1:], new)}


def _unfolded_schema(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_unfolded_schema(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    if schema.get("contentMediaType") == _JSON:
        return schema.get("contentSchema", {})
    return {name: _unfolded_schema(item) for name, item in schema.items()}


def _texts(
    value: JSONValue, schema: Any, at: Pointer, root: Schema, depth: int = 0
) -> Iterator[tuple[Pointer, str, Any]]:
    """Yield the pointer and text of each value that is JSON by its schema, with the schema of its content."""
    if not isinstance(schema, Mapping) or depth > _DEEPEST:
        return
    if isinstance(value, str) and schema.get("contentMediaType") == _JSON:
        yield at, value, schema.get("contentSchema")
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith("#"):
        yield from _texts(value, _local(root.document, reference), at, root, depth + 1)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for branch in schema.get(keyword, ()):
            yield from _texts(value, branch, at, root, depth + 1)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        for name, item in value.items():
            inner = properties.get(name, schema.get("additionalProperties"))
            yield from _texts(item, inner, at + join(name), root, depth + 1)
    elif isinstance(value, list):
        first = schema.get("prefixItems", ())
        for index, item in enumerate(value):
            inner = first[index] if index < len(first) else schema.get("items")
            yield from _texts(item, inner, f"{at}/{index}", root, depth + 1)


def _local(document: Any, reference: str) -> Any:
    for name in split(reference.removeprefix("#")):
        document = document.get(name, {}) if isinstance(document, Mapping) else {}
    return document
