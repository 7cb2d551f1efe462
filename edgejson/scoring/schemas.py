"""What scores need of the schemas: their validators, their complexity and their documents."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from edgejson._typing import Label
from edgejson.core.record import Record
from edgejson.formats.calls import schema_for_answer
from edgejson.suite.schema_registry import Registry

UNKNOWN = "unknown"
"""The complexity of a schema that the registry gives none."""


@dataclass(frozen=True, slots=True)
class Schemas:
    """The schemas of one registry."""

    registry: Registry

    def complies(self, record: Record, answer: Label) -> bool:
        """Whether an answer is valid under its record's schema, formats asserted.

        Nothing complies with a schema that is not known. An answer of calls is judged by the functions that
        it calls.
        """
        if record.is_call and record.own_schema is not None:
            record = replace(record, own_schema=schema_for_answer(record.own_schema, answer))
        schema = self.registry.of_record(record)
        return schema is not None and bool(schema.validator.is_valid(answer))

    def complexity(self, schema_id: str) -> str:
        """Return simple, medium or complex, or ``unknown`` where the registry does not say."""
        return (self.registry.complexity(schema_id) if schema_id in self.registry else None) or UNKNOWN

    @property
    def documents(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the JSON Schemas by their ids."""
        return {name: schema.document for name, schema in self.registry.schemas.items()}
