"""Which keywords of JSON Schema labels can be made for; the others are refused in one sentence."""

from collections.abc import Iterator, Mapping
from typing import Any

from edgejson.core.pointers import join
from edgejson.generators.errors import GenerationError
from edgejson.generators.from_schema.patterns import Pattern
from edgejson.generators.from_schema.strings import FORMATS
from edgejson.generators.schema_resolution import Schema

_UNSUPPORTED = (
    "not", "if", "then", "else", "patternProperties", "propertyNames", "dependencies", "dependentRequired",
    "dependentSchemas", "contains", "minContains", "maxContains", "prefixItems", "additionalItems",
    "unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "$recursiveRef",
)  # fmt: skip
_LIMITS = {"minItems": 50, "minLength": 1_000, "minProperties": 50}
_SUBSCHEMAS = ("items", "additionalProperties")
_LISTS_OF_SUBSCHEMAS = ("allOf", "anyOf", "oneOf")
_MAPS_OF_SUBSCHEMAS = ("properties", "$defs", "definitions")


def check_supported(schema_id: str, document: Schema) -> None:
    """Raise GenerationError for the first thing in `document` that no label can be made for."""
    for pointer, schema in _subschemas(document, ""):
        where = f"{schema_id}.schema.json {pointer or 'at its root'}"
        for keyword in _UNSUPPORTED:
            if keyword in schema:
                raise GenerationError(
                    f"{where}: labels cannot be made for the keyword {keyword}; state it in another way, or "
                    "write a generator (docs/generators.md)"
                )
        if isinstance(schema.get("items"), list):
            raise GenerationError(f"{where}: labels cannot be made for items of several schemas")
        if schema.get("format", "date") not in FORMATS:
            raise GenerationError(
                f"{where}: labels cannot be made for the format {schema['format']!r}; there are "
                f"{', '.join(sorted(FORMATS))}"
            )
        for keyword, most in _LIMITS.items():
            if schema.get(keyword, 0) > most:
                raise GenerationError(f"{where}: labels are made for {keyword} up to {most} alone")
        if "pattern" in schema:
            try:
                Pattern.parse(schema["pattern"])
            except ValueError as error:
                raise GenerationError(
                    f"{where}: labels cannot be made for the pattern {schema['pattern']!r} ({error}); "
                    "a simple one has letters, classes, groups, alternatives and counts"
                ) from error


def _subschemas(schema: Any, pointer: str) -> Iterator[tuple[str, Schema]]:
    if not isinstance(schema, Mapping):
        return
    yield pointer, schema
    for keyword in _SUBSCHEMAS:
        yield from _subschemas(schema.get(keyword), pointer + join(keyword))
    for keyword in _LISTS_OF_SUBSCHEMAS:
        for index, option in enumerate(schema.get(keyword, ())):
            yield from _subschemas(option, pointer + join(keyword, index))
    for keyword in _MAPS_OF_SUBSCHEMAS:
        for name, inner in schema.get(keyword, {}).items():
            yield from _subschemas(inner, pointer + join(keyword, name))
