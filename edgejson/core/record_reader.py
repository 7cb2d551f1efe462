"""The one reader of data files: bytes to blocks, lines to what they hold, a file to its records."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256 as new_sha256
from pathlib import Path

from edgejson._typing import Digest, JSONObject
from edgejson.core.decoding import Decoded, decode
from edgejson.core.record import Record
from edgejson.core.record_format import RecordFormat, as_record, canonical_fields
from edgejson.core.regular_files import open_regular
from edgejson.core.source import Block, Hash, Line, compression, read_blocks
from edgejson.errors import DataChanged, SourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class LineContent:
    """What a line holds.

    ``fields`` is its object under canonical names, None where ``decoded`` has faults instead; ``alias`` says
    that the schema's id was read from its old name; ``record`` is None where the object is not a record.
    """

    decoded: Decoded
    fields: JSONObject | None = None
    alias: bool = False
    record: Record | None = None


def read_line(line: Line, record_format: RecordFormat) -> LineContent:
    """Return what `line` holds; never raises, whatever the bytes are."""
    decoded = decode(line, max_bytes=record_format.max_line_bytes, max_depth=record_format.max_depth)
    if decoded.value is None:
        return LineContent(decoded=decoded)
    fields, alias = canonical_fields(decoded.value, record_format)
    return LineContent(decoded=decoded, fields=fields, alias=alias, record=as_record(line, fields))


def read_file(
    path: Path, record_format: RecordFormat, *, digest: Hash, shown_as: str | None = None
) -> Iterator[Block]:
    """Yield the blocks of a file, feeding every byte to `digest`.

    Raises SourceError, which names the file `shown_as`, when the file cannot be read or is compressed.
    """
    name = shown_as or str(path)
    try:
        with open_regular(path) as stream:
            if by := compression(stream):
                raise SourceError(name, f"is compressed ({by}); unpack it and name the .jsonl file")
            yield from read_blocks(stream, digest=digest, max_line_bytes=record_format.max_line_bytes)
    except OSError as error:
        raise SourceError(name, error.strerror or str(error)) from error


def read_records(
    path: Path, record_format: RecordFormat, *, sha256: Digest | None = None
) -> Iterator[Record]:
    """Yield the records of a file in its order; lines without one are passed over.

    With `sha256`, raises DataChanged at the end when the file's bytes have another digest: use none of the
    records before the iteration has ended. Raises SourceError like `read_file`.
    """
    digest = new_sha256()
    for block in read_file(path, record_format, digest=digest):
        for line in block.lines():
            record = read_line(line, record_format).record
            if record is not None:
                yield record
    if sha256 not in (None, digest.hexdigest()):
        raise DataChanged(path)
