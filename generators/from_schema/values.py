"""Values that a JSON Schema describes, built from draws."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject, JSONValue
from edgejson.core.json_text import compact
from edgejson.generators.draws import Draws
from edgejson.generators.errors import GenerationError
from edgejson.generators.from_schema.numbers import number
from edgejson.generators.from_schema.orders import put_orders
from edgejson.generators.from_schema.strings import string
from edgejson.generators.from_schema.sums import parts_of, put_sums
from edgejson.generators.from_schema.texts import words_of
from edgejson.generators.schema_resolution import Schema, choose_alternative, describe, kind_of

_DEEPEST = 4
"""Optional fields end here, so that a schema that refers to itself does not go on for ever."""
_TRIES = 40


@dataclass(frozen=True, slots=True)
class ValueBuilder:
    """Builds values for the schemas of one document."""

    document: Schema
    draws: Draws

    def label(self) -> JSONObject:
        """Return a label; GenerationError where the document describes no object."""
        schema = choose_alternative(self.document, self.document, self.draws)
        if kind_of(schema) != "object":
            raise GenerationError("a label is an object; give the schema the type object")
        return self._object(schema, 0)

    def value(self, schema: Schema, name_words: tuple[str, ...], depth: int) -> JSONValue:
        """Return a value of `schema` for a field of that name."""
        schema = choose_alternative(schema, self.document, self.draws)
        if "const" in schema:
            return _exact(schema["const"])
        if "enum" in schema:
            options = [one for one in schema["enum"] if one is not None] or schema["enum"]
            return _exact(self.draws.choice(options))
        match kind_of(schema):
            case "object":
                return self._object(schema, depth + 1)
            case "array":
                return self._array(schema, name_words, depth + 1)
            case "string":
                return string(schema, name_words, self.draws)
            case "boolean":
                return self.draws.chance(50)
            case "null":
                return None
        return number(schema, name_words, self.draws)

    def _object(self, schema: Schema, depth: int) -> JSONObject:
        if depth > 4 * _DEEPEST:
            raise GenerationError("required fields refer to themselves without end; make one optional")
        properties = {
            name: inner for name, inner in schema.get("properties", {}).items() if inner is not False
        }
        required = set(schema.get("required", ()))
        required |= parts_of(schema, required)
        least = schema.get("minProperties", 0 if required else 1)
        chosen = self._choose_fields(properties, required, least, depth)
        built: JSONObject = {
            name: self.value(properties[name], words_of(name), depth)
            for name in chosen[: schema.get("maxProperties", len(chosen))]
        }
        for name in sorted(required - properties.keys()):
            built[name] = self.value(self._additional(schema), words_of(name), depth)
        while len(built) < max(least, not properties):
            key = self.draws.choice(_FREE_KEYS) if len(built) == 0 else f"{_FREE_KEYS[0]}_{len(built) + 1}"
            built[key] = self.value(self._additional(schema), words_of(key), depth)
        return put_orders(schema, put_sums(schema, built), self.draws)

    def _choose_fields(self, properties: Schema, required: set[str], least: int, depth: int) -> list[str]:
        """Return the required fields, some others, and more, plain ones first, until there are enough."""
        chosen = {
            name for name in properties if name in required or (depth < _DEEPEST and self.draws.chance(60))
        }
        for name in sorted(properties, key=lambda name: self._is_nested(properties[name])):
            if len(chosen) < least:
                chosen.add(name)
        return [name for name in properties if name in chosen]

    def _is_nested(self, schema: Any) -> bool:
        return kind_of(describe(schema, self.document)) in ("object", "array")

    def _additional(self, schema: Schema) -> Schema:
        additional = schema.get("additionalProperties", True)
        if additional is False:
            raise GenerationError("more fields are required than the schema declares; declare them")
        return additional if isinstance(additional, Mapping) else {"type": "string"}

    def _array(self, schema: Schema, name_words: tuple[str, ...], depth: int) -> list[JSONValue]:
        least = max(1, schema.get("minItems", 1))
        most = min(schema.get("maxItems", least + 3), least + 3)
        wanted = self.draws.between(least, max(least, most))
        items: list[JSONValue] = []
        seen: set[str] = set()
        for shift in range(wanted + _TRIES):
            # Moved on instead of drawn again: different items come for any draws.
            builder = replace(self, draws=self.draws.shifted(shift)) if schema.get("uniqueItems") else self
            item = builder.value(schema.get("items", {}), name_words, depth)
            text = compact(item)
            if schema.get("uniqueItems") and text in seen:
                continue
            seen.add(text)
            items.append(item)
            if len(items) == wanted:
                break
        if len(items) < least:
            raise GenerationError(f"there are no {least} different items; lower minItems")
        return items


def _exact(value: Any) -> JSONValue:
    """Return a value of the schema as a label has it: numbers with a fraction are decimals."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, Mapping):
        return {name: _exact(item) for name, item in value.items()}
    return [_exact(item) for item in value] if isinstance(value, list) else value


_FREE_KEYS = ("entry", "detail", "setting", "value")
