"""A record: one prompt with the JSON object that a model should answer with."""

from dataclasses import dataclass

from edgejson._typing import JSONObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One decoded line of a data file.

    ``line`` counts from 1, ``offset`` is the byte at which the line starts. ``label`` is the line's
    ``expected_output``; its non-integer numbers are exact decimals. ``envelope`` is the whole decoded
    object, after the configured field mapping.
    """

    line: int
    offset: int
    id: str
    schema_id: str
    prompt: str
    label: JSONObject
    envelope: JSONObject
    complexity: str | None = None
    source: str | None = None
