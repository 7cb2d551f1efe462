"""Labels and prompts from a user's JSON Schema alone: values are built to satisfy it, not filtered."""

from edgejson.generators.from_schema.world import generators_of_schema

__all__ = ["generators_of_schema"]
