"""From a decoded line to a record: field names, the old alias, and whether there is a record at all."""

from edgejson._typing import JSONObject
from edgejson.core.record import Record
from edgejson.core.source import Line
from edgejson.suite.settings import RECORD_FIELDS, FieldNames

ALIAS = "schema_name"
"""The old name of ``schema_id``; it is read where ``schema_id`` is missing, and reported."""


def canonical_fields(value: JSONObject, names: FieldNames) -> tuple[JSONObject, bool]:
    """Return the line's object with canonical field names, and whether the alias was read."""
    if names != FieldNames():
        spelled = {getattr(names, field): field for field in RECORD_FIELDS}
        # What has a canonical name but is not mapped to it is another field of the user's: it is left out.
        value = {
            spelled.get(name, name): item
            for name, item in value.items()
            if name in spelled or name not in RECORD_FIELDS
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
