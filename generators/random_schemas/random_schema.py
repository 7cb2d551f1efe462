"""One random schema: fields of a domain, some nested, some optional, some lists, some with a declared sum."""

from dataclasses import dataclass
from typing import Any

from edgejson.generators.draws import Draws
from edgejson.generators.from_schema.complexity import complexity_of
from edgejson.generators.from_schema.texts import words_of
from edgejson.generators.random_schemas.domain import Domain, Fields, domain, domain_names

_DRAFT = "http://json-schema.org/draft-07/schema#"


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomSchema:
    """A JSON Schema and its id."""

    schema_id: str
    document: dict[str, Any]


def random_schema(number: int, draws: Draws) -> RandomSchema:
    """Return the random schema of that number; numbers go round the domains."""
    names = domain_names()
    chosen = domain(names[number % len(names)])
    subject = draws.choice(chosen.subjects)
    draft = _Draft(chosen, draws)
    document = {
        "$schema": _DRAFT,
        "title": subject,
        "description": f"The facts of one {subject}.",
        "x-complexity": complexity_of(draft.document),
        **draft.document,
    }
    slug = subject.replace(" ", "_").replace("-", "_")
    return RandomSchema(schema_id=f"{slug}_{number + 1:03}", document=document)


class _Draft:
    """Draws the parts of a schema."""

    def __init__(self, chosen: Domain, draws: Draws) -> None:
        self.domain, self.draws = chosen, draws
        self.in_camel_case = draws.chance(35)
        self.definitions: dict[str, Any] = {}
        self.document = self._document()

    def _document(self) -> dict[str, Any]:
        draws, chosen = self.draws, self.domain
        properties: dict[str, Any] = {
            name: dict(chosen.fields[name]) for name in draws.some(tuple(chosen.fields), 4, 9)
        }
        sums: dict[str, list[str]] = {}
        for name, fields in chosen.objects.items():
            if draws.chance(45):
                properties[name] = self._nested(name, fields)
        for name, fields in chosen.lists.items():
            if draws.chance(45):
                properties[name] = self._list(fields)
                for total, path in chosen.sums.items():
                    if path.startswith(f"{name}/") and draws.chance(75):
                        part = fields[path.rpartition("/")[2]]
                        properties[total] = {"type": part["type"]}
                        sums[self._key(total)] = [self._path(path)]
        document: dict[str, Any] = {"type": "object", **self._object(properties)}
        if sums:
            document["x-sum"] = sums
        orders = [
            [self._key(name) for name in pair] for pair in chosen.orders if properties.keys() >= set(pair)
        ]
        if orders:
            document["x-order"] = orders
        if self.definitions:
            document["$defs"] = self.definitions
        return document

    def _object(self, properties: dict[str, Any], *, optional_percent: int = 35) -> dict[str, Any]:
        keys = {name: self._key(name) for name in properties}
        required = [keys[name] for name in properties if not self.draws.chance(optional_percent)]
        described: dict[str, Any] = {
            "properties": {keys[name]: schema for name, schema in properties.items()},
            "required": required or [next(iter(keys.values()))],
        }
        if self.draws.chance(70):
            described["additionalProperties"] = False
        return described

    def _nested(self, name: str, fields: Fields) -> dict[str, Any]:
        schema = {"type": "object", **self._object({key: dict(one) for key, one in fields.items()})}
        if not self.draws.chance(30):
            return schema
        self.definitions[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _list(self, fields: Fields) -> dict[str, Any]:
        items = {
            "type": "object",
            **self._object({key: dict(one) for key, one in fields.items()}, optional_percent=0),
        }
        schema: dict[str, Any] = {"type": "array", "items": items, "minItems": 1}
        if self.draws.chance(40):
            schema["maxItems"] = self.draws.between(3, 6)
        return schema

    def _key(self, name: str) -> str:
        first, *rest = words_of(name)
        return first + "".join(word.capitalize() for word in rest) if self.in_camel_case else name

    def _path(self, path: str) -> str:
        return "/".join(step if step == "*" else self._key(step) for step in path.split("/"))
