"""Random JSON Schemas with field names from committed vocabularies, and records of them."""

from edgejson.generators.random_schemas.random_schema import RandomSchema, random_schema

__all__ = ["RandomSchema", "random_schema"]
