"""The JSON Schemas of the records, compiled once each, and the complexity that the registry gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from edgejson._typing import JSONValue
from edgejson.eval.errors import EvaluationError
from edgejson.suite.schema_registry import Registry, compiled

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
    _compiled: dict[str, Validator] = field(default_factory=dict, repr=False, compare=False)

    def validator(self, schema_id: str) -> Validator:
        """Return the compiled schema, formats asserted; of an unknown id, one that nothing complies with."""
        if schema_id not in self._compiled:
            self._compiled[schema_id] = self._compile(schema_id)
        return self._compiled[schema_id]

    def complexity(self, schema_id: str) -> str:
        """Return simple, medium or complex, or ``unknown`` where the registry does not say."""
        return (self.registry.complexity(schema_id) if schema_id in self.registry else None) or UNKNOWN

    def document(self, schema_id: str) -> Mapping[str, Any]:
        """Return the JSON Schema of an id; EvaluationError when nobody knows it."""
        if schema_id not in self.registry:
            raise EvaluationError(
                f"schema {schema_id!r} is not in the registry; name its folder in the settings"
            )
        return self.registry.schema(schema_id)

    def _compile(self, schema_id: str) -> Validator:
        # False is the JSON Schema that refuses everything.
        document = dict(self.registry.schema(schema_id)) if schema_id in self.registry else False
        validator: Validator = compiled(document)
        return validator
