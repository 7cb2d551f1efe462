"""How complex a schema is that does not say so itself: by its fields and by what is nested in it."""

from collections.abc import Mapping
from typing import Any

from edgejson._typing import Complexity
from edgejson.generators.schema_resolution import Schema, describe

_DEEPEST = 6
_MANY_FIELDS, _MANY_NESTED = 16, 2


def complexity_of(document: Schema) -> Complexity:
    """Return ``simple`` for a flat schema, ``complex`` for a large or much nested one, else ``medium``."""
    fields, nested = _counts(document, document, 0)
    if not nested:
        return "simple"
    return "complex" if nested > _MANY_NESTED or fields > _MANY_FIELDS else "medium"


def _counts(schema: Any, document: Schema, depth: int) -> tuple[int, int]:
    """Return how many fields a schema declares, and how many objects are nested in it."""
    if depth > _DEEPEST or not isinstance(schema, Mapping):
        return 0, 0
    schema = describe(schema, document)
    properties: Mapping[str, Any] = schema.get("properties", {})
    inner = [*properties.values(), *([schema["items"]] if "items" in schema else [])]
    counts = [_counts(one, document, depth + 1) for one in inner]
    is_nested = bool(properties) and depth > 0
    return len(properties) + sum(fields for fields, _ in counts), is_nested + sum(n for _, n in counts)
