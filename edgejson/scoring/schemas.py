"""What scores need of the schemas: their validators, their complexity and their documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from edgejson._typing import JSONValue
from edgejson.suite.schema_registry import Registry

UNKNOWN = "unknown"
"""The complexity of a schema that the registry gives none."""


class Validator(Protocol):
    """What a compiled JSON Schema can be asked."""

    def is_valid(self, instance: JSONValue) -> bool:
        """Return whether `instance` is valid under the schema."""


@dataclass(frozen=True, slots=True)
class Schemas:
    """The schemas of one registry."""

    registry: Registry

    def validator(self, schema_id: str) -> Validator:
        """Return the compiled schema, formats asserted; of an unknown id, one that nothing complies with."""
        known = self.registry.schemas.get(schema_id)
        validator: Validator = known.validator if known else _NOTHING
        return validator

    def complexity(self, schema_id: str) -> str:
        """Return simple, medium or complex, or ``unknown`` where the registry does not say."""
        return (self.registry.complexity(schema_id) if schema_id in self.registry else None) or UNKNOWN

    @property
    def documents(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the JSON Schemas by their ids."""
        return {name: schema.document for name, schema in self.registry.schemas.items()}


class _Nothing:
    """The schema that refuses everything."""

    def is_valid(self, instance: JSONValue) -> bool:  # noqa: ARG002 what the protocol asks for
        return False


_NOTHING = _Nothing()
