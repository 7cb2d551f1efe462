"""From a decoded line to a record: the format of a file, field names, the old alias."""

from dataclasses import dataclass

from edgejson._typing import JSONObject
from edgejson.core.record import Record
from edgejson.core.source import Line

RECORD_FIELDS = ("id", "schema_id", "complexity", "source", "prompt", "expected_output", "meta")
"""The fields of a record under their canonical names, in the usual order."""

ALIAS = "schema_name"
"""The old name of ``schema_id``; it is read where ``schema_id`` is missing, and reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFormat:
    """How the lines of a data file hold records: the names of the fields, and what is too large to read.

    ``names`` are pairs of a field's name in the file and its canonical name; empty where all are canonical.
    """

    names: tuple[tuple[str, str], ...] = ()
    max_line_bytes: int = 16 << 20
    max_depth: int = 64


def canonical_fields(value: JSONObject, record_format: RecordFormat) -> tuple[JSONObject, bool]:
    """Return the line's object with canonical field names, and whether the alias was read."""
    if record_format.names:
        canonical = dict(record_format.names)
        # A field with a canonical name that is not mapped to it is a field of the user's own: it is left out.
        value = {
            canonical.get(name, name): item
            for name, item in value.items()
            if name in canonical or name not in RECORD_FIELDS
        }
    if "schema_id" not in value and isinstance(value.get(ALIAS), str):
        return {"schema_id": value[ALIAS], **{k: v for k, v in value.items() if k != ALIAS}}, True
    return value, False


def as_record(line: Line, value: JSONObject) -> Record | None:
    """Return the record, or None when a field that the rules need is missing or of another type."""
    match value:
        case {
            "id": str(record_id),
            "schema_id": str(schema_id),
            "prompt": str(prompt),
            "expected_output": dict(label),
        }:
            complexity, source = value.get("complexity"), value.get("source")
            return Record(
                line=line.number,
                offset=line.offset,
                id=record_id,
                schema_id=schema_id,
                prompt=prompt,
                label=label,
                envelope=value,
                complexity=complexity if isinstance(complexity, str) else None,
                source=source if isinstance(source, str) else None,
            )
    return None
