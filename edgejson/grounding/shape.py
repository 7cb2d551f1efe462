"""The shape of a label: what grounding needs to know of a JSON Schema, read once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, TypeAlias

from edgejson._typing import JSONValue
from edgejson.grounding.folding import name_form, name_words
from edgejson.suite.schema_registry import Schema, registry
from edgejson.suite.settings import Settings

ShapeKind: TypeAlias = Literal["object", "free", "array", "text", "number", "boolean", "any"]
_KINDS: Mapping[str, ShapeKind] = {
    "array": "array", "string": "text", "number": "number", "integer": "number", "boolean": "boolean",
}  # fmt: skip
_TYPES: Mapping[ShapeKind, type[Any] | UnionType] = {
    "object": dict, "free": dict, "array": list, "text": str, "number": int | Decimal, "boolean": bool,
}  # fmt: skip
_DEEPEST = 12
"""Levels below which a (recursive) schema counts as free."""


@dataclass(slots=True, kw_only=True)
class Shape:
    """One level of a schema; ``free`` is an object without declared properties, ``any`` says nothing.

    ``names`` leads from the normal form of a property's name, of its path (``patientname`` for patient's
    name) and of a nested property's own name, where only one property has it, to the property's path.
    """

    kind: ShapeKind
    name: str = ""
    properties: dict[str, "Shape"] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    closed: bool = False
    items: "Shape | None" = None
    choices: tuple[str, ...] = ()
    format: str | None = None
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()
    all_names: frozenset[str] = frozenset()

    def refuses(self, value: JSONValue) -> bool:
        """Whether `value` is of another type than the schema's, or not in its enum: the schema's business."""
        if self.choices and isinstance(value, str):
            return value not in self.choices
        expected = _TYPES.get(self.kind)
        return (
            expected is not None
            and value is not None
            and (not isinstance(value, expected) or (self.kind == "number" and isinstance(value, bool)))
        )

    def at(self, path: tuple[str, ...]) -> "Shape":
        """Return the shape of the property at `path`."""
        shape = self
        for key in path:
            shape = shape.properties[key]
        return shape


ANY = Shape(kind="any")


def shape_of(schema_id: str, settings: Settings) -> Shape:
    """Return the shape of the labels of `schema_id`; KeyError when the settings' registry has none."""
    folder = settings.root / settings.schemas if settings.schemas and settings.root else None
    return shape_of_schema(registry(folder).schemas[schema_id])


@lru_cache(maxsize=4096)
def shape_of_schema(schema: Schema) -> Shape:
    """Return the shape of the labels of a schema."""
    document: Any = schema.document
    shape = _shape(document, document, "", 0)
    shape.phrases = tuple(dict.fromkeys(_phrases(shape)))
    shape.all_names = frozenset(map(name_form, shape.phrases))
    return shape


def _phrases(shape: Shape) -> Iterator[str]:
    for key, inner in shape.properties.items():
        yield " ".join(name_words(key))
        yield from _phrases(inner.items if inner.items is not None else inner)


def _shape(schema: Any, document: Any, name: str, depth: int) -> Shape:
    schema = _resolved(schema, document)
    if not isinstance(schema, Mapping) or depth > _DEEPEST:
        return Shape(kind="any", name=name)
    choices = schema.get("enum", ())
    kind = _kind(schema, choices)
    shape = Shape(
        kind=kind,
        name=name,
        required=frozenset(schema.get("required", ())),
        closed=schema.get("additionalProperties") is False,
        choices=tuple(choice for choice in choices if isinstance(choice, str)),
        format=schema.get("format"),
    )
    if kind == "array":
        shape.items = _shape(schema.get("items", {}), document, name, depth + 1)
    if kind == "object":
        shape.properties = {
            key: _shape(inner, document, key, depth + 1) for key, inner in schema["properties"].items()
        }
        shape.names = _names(shape)
    return shape


def _resolved(schema: Any, document: Any) -> Any:
    """Follow local references (``#/...``); others say nothing."""
    for _ in range(_DEEPEST):
        if not isinstance(schema, Mapping) or "$ref" not in schema:
            return schema
        reference = str(schema["$ref"])
        schema = document
        for token in reference.removeprefix("#").split("/")[1:]:
            schema = (
                schema.get(token.replace("~1", "/").replace("~0", "~"), {})
                if isinstance(schema, Mapping)
                else {}
            )
    return {}


def _kind(schema: Mapping[str, Any], choices: Any) -> ShapeKind:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((name for name in kind if name != "null"), None)
    if kind == "object" or (kind is None and "properties" in schema):
        return "object" if schema.get("properties") else "free"
    if kind is None and choices and all(isinstance(choice, str) for choice in choices):
        return "text"
    return _KINDS.get(str(kind), "any")


def _names(shape: Shape) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    bare: dict[str, tuple[str, ...] | None] = {}
    for path in _paths(shape):
        names.setdefault(name_form("".join(path)), path)
        last = name_form(path[-1])
        bare[last] = None if last in bare else path
    for last, only in bare.items():
        if only is not None:
            names.setdefault(last, only)
    return {**names, **{name_form(key): (key,) for key in shape.properties}}


def _paths(shape: Shape) -> Iterator[tuple[str, ...]]:
    for key, inner in shape.properties.items():
        yield (key,)
        for path in _paths(inner):
            yield (key, *path)
