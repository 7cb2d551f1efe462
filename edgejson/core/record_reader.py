"""The records of a data file, one after the other, for whoever needs their contents a second time."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from edgejson.core.decoding import decode
from edgejson.core.envelope import as_record, canonical_fields
from edgejson.core.record import Record
from edgejson.core.source import Digest, read_blocks
from edgejson.errors import SourceError
from edgejson.suite.settings import Settings


def read_records(path: Path, settings: Settings, *, digest: Digest | None = None) -> Iterator[Record]:
    """Yield the records of a file, feeding its bytes to `digest`; lines that hold none are passed over.

    Raises SourceError when the file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            blocks = read_blocks(stream, digest=digest or sha256(), max_line_bytes=settings.max_line_bytes)
            for block in blocks:
                for line in block.lines():
                    decoded = decode(line, max_bytes=settings.max_line_bytes, max_depth=settings.max_depth)
                    if decoded.value is None:
                        continue
                    value, _ = canonical_fields(decoded.value, settings.fields)
                    record = as_record(line, value)
                    if record is not None:
                        yield record
    except OSError as error:
        raise SourceError(path, error.strerror or str(error)) from error
