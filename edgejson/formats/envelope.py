"""Our own envelope: a row has the fields of a record, by their names or by those that the settings give."""

from collections.abc import Iterator

from edgejson._typing import JSONObject
from edgejson.core.pointers import join
from edgejson.core.record import Places
from edgejson.core.record_format import RECORD_FIELDS, RecordFormat
from edgejson.formats.example import Example
from edgejson.formats.label_text import read_label_text

ALIAS = "schema_name"
"""The old name of ``schema_id``; it is read where ``schema_id`` is missing, and reported."""


def fits(row: JSONObject, record_format: RecordFormat) -> bool:
    """Whether a row is of this format: it has a prompt and a label, by the settings' names."""
    given = {canonical: name for name, canonical in record_format.names}
    return all(given.get(name, name) in row for name in ("prompt", "expected_output"))


def examples(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    """Yield the example of a row, whatever it lacks."""
    fields, alias = canonical_fields(row, record_format)
    label = fields.get("expected_output")
    if not record_format.text_labels or not isinstance(label, str):
        yield Example(fields=fields, alias=alias, places=places_of(record_format))
        return
    in_row = next((at for canonical, at in places_of(record_format) if canonical == "/expected_output"), None)
    read = read_label_text(label, in_row or "/expected_output", max_depth=record_format.max_depth)
    rest = {name: value for name, value in fields.items() if name != "expected_output"}
    if read.value is not None:
        rest["expected_output"] = read.value
    yield Example(fields=rest, faults=read.faults, alias=alias, places=places_of(record_format))


def canonical_fields(row: JSONObject, record_format: RecordFormat) -> tuple[JSONObject, bool]:
    """Return the row's fields under their canonical names, and whether the alias was read."""
    if record_format.names:
        canonical = dict(record_format.names)
        # A field with a canonical name that is not mapped to it is a field of the user's own: it is left out.
        row = {
            canonical.get(name, name): item
            for name, item in row.items()
            if name in canonical or name not in RECORD_FIELDS
        }
    if "schema_id" not in row and isinstance(row.get(ALIAS), str):
        return {"schema_id": row[ALIAS], **{k: v for k, v in row.items() if k != ALIAS}}, True
    return row, False


def places_of(record_format: RecordFormat) -> Places:
    """Return where fields stand in a row that have other names there than the canonical ones."""
    return tuple(
        (join(canonical), join(name)) for name, canonical in record_format.names if name != canonical
    )
