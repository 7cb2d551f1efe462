"""The one reader of data files: a file to rows, a row to what it holds, a file to its records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256 as new_sha256
from itertools import islice
from pathlib import Path

from edgejson._typing import Digest, JSONObject
from edgejson.core.decoding import Decoded, Fault, decode
from edgejson.core.pointers import find
from edgejson.core.record import Record, place_in_row
from edgejson.core.record_format import NO_SCHEMA, FormatName, RecordFormat
from edgejson.core.source import Block, Hash, Line
from edgejson.errors import DataChanged, SourceError
from edgejson.formats import alpaca, envelope, field_pointers, messages, prompt_completion, sharegpt
from edgejson.formats.container import hash_bytes, read_rows
from edgejson.formats.example import Example, ExamplesOfRow
from edgejson.formats.recognition import missing_pointers, names_in, recognised
from edgejson.formats.schema_choice import schema_id_of

_EXAMPLES: Mapping[FormatName, ExamplesOfRow] = {
    "envelope": envelope.examples,
    "messages": messages.examples,
    "sharegpt": sharegpt.examples,
    "prompt_completion": prompt_completion.examples,
    "alpaca": alpaca.examples,
    "pointers": field_pointers.examples,
}

_FIRST_ROWS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A data file whose format is known; ``name`` is what errors call it."""

    path: Path
    name: str
    record_format: RecordFormat

    def blocks(self, digest: Hash) -> Iterator[Block]:
        """Yield the rows in blocks, feeding every byte of the file to `digest`; raises SourceError."""
        limit = self.record_format.max_line_bytes
        return read_rows(self.path, digest=digest, name=self.name, max_row_bytes=limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPart:
    """An example of a row, the ``nth`` of it; ``record`` is None where it lacks what a record needs."""

    nth: int
    example: Example
    record_id: str | None
    record: Record | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowContent:
    """What a row holds: its object, or the faults that it has instead, and a part for each label."""

    decoded: Decoded
    parts: tuple[RowPart, ...] = ()


def open_data(path: Path, record_format: RecordFormat, *, shown_as: str | None = None) -> DataFile:
    """Return a data file with the format that the settings or its first rows say it has.

    Raises SourceError, which names the file `shown_as`, when it cannot be read, when it has no format that is
    known, and when the settings name a field that no row has: these name the fields that there are.
    """
    name = shown_as or str(path)
    file = DataFile(path=path, name=name, record_format=record_format)
    rows = list(islice(_objects(file), _FIRST_ROWS))
    known = recognised(rows, record_format)
    if known is None:
        raise SourceError(
            name,
            "its rows hold no prompt with a label in a format that is known; say where they stand in "
            f"[tool.edgejson.fields] (there are: {names_in(rows)})",
        )
    file = replace(file, record_format=known)
    if rows and known.name != "envelope" and missing_pointers(rows, known):
        missing = missing_pointers(_objects(file), known)
        if missing:
            told = ", ".join(f"{field} = {pointer!r}" for field, pointer in missing)
            raise SourceError(name, f"no row has {told}; the fields of its rows are {names_in(rows)}")
    return file


def _objects(file: DataFile) -> Iterator[JSONObject]:
    record_format = file.record_format
    for block in file.blocks(new_sha256()):
        for line in block.lines():
            value = decode(
                line, max_bytes=record_format.max_line_bytes, max_depth=record_format.max_depth
            ).value
            if value is not None:
                yield value


def read_row(line: Line, record_format: RecordFormat) -> RowContent:
    """Return what the row in `line` holds, in a known format; never raises, whatever the bytes are."""
    decoded = decode(line, max_bytes=record_format.max_line_bytes, max_depth=record_format.max_depth)
    if decoded.value is None:
        return RowContent(decoded=decoded)
    name = record_format.name or "envelope"
    found = _EXAMPLES[name](decoded.value, record_format)
    if name != "envelope":
        found = (_completed(example, decoded.value, record_format) for example in found)
    parts = [
        _part(line, nth, _with_schema(example, record_format), record_format)
        for nth, example in enumerate(found, 1)
    ]
    return RowContent(decoded=decoded, parts=tuple(parts))


def _completed(example: Example, row: JSONObject, record_format: RecordFormat) -> Example:
    """Return an example with the fields beside prompt and label that the settings point to."""
    if record_format.name == "pointers":
        return example
    more: JSONObject = {}
    where = list(example.places)
    for name, pointers in record_format.pointers:
        if name not in example.fields and (found := find(row, pointers[0])) is not None:
            more[name] = found[1]
            where.append((f"/{name}", found[0]))
    return replace(example, fields={**example.fields, **more}, places=tuple(where)) if more else example


def _with_schema(example: Example, record_format: RecordFormat) -> Example:
    """Return an example with the schema_id that the settings or its label say it has, where it says none."""
    fields = example.fields
    if "schema_id" in fields or "expected_output" not in fields:
        return example
    if record_format.schema_id is not None:
        return replace(example, fields={**fields, "schema_id": record_format.schema_id})
    if record_format.marks is None:
        if "schema_id" not in record_format.absent:
            return example
        return replace(example, fields={**fields, "schema_id": NO_SCHEMA}, own_schema={})
    if len(record_format.marks) == 1:
        return replace(example, fields={**fields, "schema_id": record_format.marks[0].schema_id})
    label = fields["expected_output"]
    if not isinstance(label, dict | list) or "schema_id" not in record_format.absent:
        return example
    at = place_in_row("/expected_output", example.places)
    chosen = schema_id_of(label, at, record_format)
    if isinstance(chosen, Fault):
        return replace(example, faults=(*example.faults, chosen))
    return replace(example, fields={**fields, "schema_id": chosen})


def _part(line: Line, nth: int, example: Example, record_format: RecordFormat) -> RowPart:
    """Return an example with its record, where no field that the rules need is missing or of another type."""
    fields = example.fields
    given = str(line.number) if "id" in record_format.absent and "id" not in fields else fields.get("id")
    record_id = given if isinstance(given, str) else None
    if record_id is not None and nth > 1:
        record_id = f"{record_id}.{nth}"
    record = None if record_id is None else _record(line, nth, example, record_id)
    return RowPart(nth=nth, example=example, record_id=record_id, record=record)


def part_of(record: Record) -> RowPart:
    """Return the part of a row that a record was made of."""
    example = Example(fields=record.envelope, places=record.places, own_schema=record.own_schema)
    return RowPart(nth=record.nth, example=example, record_id=record.id, record=record)


def _record(line: Line, nth: int, example: Example, record_id: str) -> Record | None:
    fields = example.fields
    schema_id, prompt, label = (fields.get(name) for name in ("schema_id", "prompt", "expected_output"))
    if not (isinstance(schema_id, str) and isinstance(prompt, str) and isinstance(label, dict | list)):
        return None
    complexity, source = fields.get("complexity"), fields.get("source")
    return Record(
        line=line.number,
        offset=line.offset,
        nth=nth,
        id=record_id,
        schema_id=schema_id,
        prompt=prompt,
        label=label,
        envelope=fields,
        complexity=complexity if isinstance(complexity, str) else None,
        source=source if isinstance(source, str) else None,
        own_schema=example.own_schema,
        turns=example.turns,
        is_call=example.is_call,
        places=example.places,
    )


def read_records(
    path: Path, record_format: RecordFormat, *, sha256: Digest | None = None
) -> Iterator[Record]:
    """Yield the records of a file in its order; rows without one are passed over.

    With `sha256`, raises DataChanged at the end when the file's bytes have another digest: use none of the
    records before the iteration has ended. Raises SourceError like `open_data`.
    """
    digest = new_sha256()
    file = open_data(path, record_format)
    for block in file.blocks(digest):
        for line in block.lines():
            for part in read_row(line, file.record_format).parts:
                if part.record is not None:
                    yield part.record
    if sha256 not in (None, digest.hexdigest()):
        raise DataChanged(path)


def digest_of(path: Path) -> Digest:
    """Return the digest of a data file's bytes, which is what reading it makes; raises SourceError."""
    digest = new_sha256()
    hash_bytes(path, digest=digest, name=str(path))
    return digest.hexdigest()
