"""A JSON Schema without indirections: references followed, ``allOf`` merged, alternatives chosen."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from edgejson.core.pointers import split
from edgejson.generators.draws import Draws
from edgejson.generators.errors import GenerationError

Schema: TypeAlias = Mapping[str, Any]

_ALTERNATIVES = ("anyOf", "oneOf")
_DEEPEST_ALTERNATIVE = 4


def resolve(schema: Schema | bool, document: Schema, *, seen: tuple[str, ...] = ()) -> Schema:
    """Return `schema` with the references into `document` followed and ``allOf`` merged.

    Raises GenerationError for a reference that leads nowhere, out of the document, or back to one of those
    in `seen`, which led here.
    """
    if not schema or schema is True:  # anything goes
        return {}
    while "$ref" in schema:
        reference = schema["$ref"]
        if reference in seen:
            raise GenerationError(f"$ref {reference!r} leads back to itself; give it something to refer to")
        seen = (*seen, reference)
        beside = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
        schema = merge(_referred(reference, document), beside)
    merged: Schema = {keyword: value for keyword, value in schema.items() if keyword != "allOf"}
    for part in schema.get("allOf", ()):
        merged = merge(merged, resolve(part, document, seen=seen))
    return merged


def choose_alternative(schema: Schema, document: Schema, draws: Draws, *, depth: int = 0) -> Schema:
    """Return `schema` with one of its ``anyOf`` or ``oneOf`` merged in, not null if it can be helped."""
    schema = resolve(schema, document)
    if depth > _DEEPEST_ALTERNATIVE:
        raise GenerationError("alternatives are nested too deep; state them in one anyOf")
    for keyword in _ALTERNATIVES:
        if keyword in schema:
            options = [resolve(option, document) for option in schema[keyword]]
            chosen = draws.choice([one for one in options if one.get("type") != "null"] or options)
            rest = {name: value for name, value in schema.items() if name != keyword}
            return choose_alternative(merge(rest, chosen), document, draws, depth=depth + 1)
    return schema


def describe(schema: Schema, document: Schema, *, depth: int = 0) -> Schema:
    """Return `schema` resolved, with the fields and items that any of its alternatives declares."""
    schema = resolve(schema, document)
    for keyword in _ALTERNATIVES if depth < _DEEPEST_ALTERNATIVE else ():
        for option in schema.get(keyword, ()):
            inner = describe(option, document, depth=depth + 1)
            found = {name: inner[name] for name in ("type", "format", "enum", "items") if name in inner}
            properties = {**inner.get("properties", {}), **schema.get("properties", {})}
            schema = {**found, **schema, **({"properties": properties} if properties else {})}
    return schema


def merge(one: Schema, other: Schema) -> Schema:
    """Return the schema of what satisfies both; GenerationError for keywords that say different things."""
    merged = dict(one)
    for keyword, value in other.items():
        if keyword not in merged or merged[keyword] == value or keyword in _ANNOTATIONS:
            merged[keyword] = value
        elif keyword == "properties":
            merged[keyword] = {**merged[keyword], **value}
        elif keyword == "required":
            merged[keyword] = list(dict.fromkeys([*merged[keyword], *value]))
        elif keyword.startswith(("min", "exclusiveMin")):
            merged[keyword] = max(merged[keyword], value)
        elif keyword.startswith(("max", "exclusiveMax")):
            merged[keyword] = min(merged[keyword], value)
        else:
            raise GenerationError(
                f"{keyword} is {merged[keyword]!r} and {value!r} in schemas that both have to hold; "
                "state it once"
            )
    return merged


def kind_of(schema: Schema) -> str:
    """Return the type of the values that `schema` describes; null only where nothing else is allowed."""
    kinds = schema.get("type")
    if isinstance(kinds, str):
        return kinds
    if isinstance(kinds, Sequence):
        return next((kind for kind in kinds if kind != "null"), "null")
    if schema.keys() & {"properties", "additionalProperties", "required", "minProperties"}:
        return "object"
    if schema.keys() & {"items", "minItems", "uniqueItems"}:
        return "array"
    if schema.keys() & {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}:
        return "number"
    return "string"


_ANNOTATIONS = {"title", "description", "examples", "default", "$comment", "$defs", "definitions"}


def _referred(reference: str, document: Schema) -> Schema:
    found: Any = document
    try:
        if not reference.startswith("#"):
            raise KeyError(reference)
        for token in split(reference.removeprefix("#")):
            found = found[int(token)] if isinstance(found, list) else found[token]
    except (KeyError, IndexError, ValueError) as error:
        raise GenerationError(
            f"$ref {reference!r} is not in the file; put what it refers to there"
        ) from error
    if not isinstance(found, Mapping):
        raise GenerationError(f"$ref {reference!r} leads to something that is not a schema")
    return found
