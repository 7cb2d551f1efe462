"""CSV and TSV: the first record names the fields, every other one is a row of texts."""

import codecs
import csv
from collections.abc import Iterator

from edgejson.core.source import BLOCK_BYTES, Block, Reader
from edgejson.errors import SourceError
from edgejson.formats.row_text import row_blocks

DELIMITERS = {".csv": ",", ".tsv": "\t"}
"""The names' endings by which these files are told: nothing in them tells it."""


def read_delimited(stream: Reader, *, delimiter: str, name: str, max_row_bytes: int) -> Iterator[Block]:
    """Yield the rows of a CSV file (RFC 4180), or a TSV file; a row with too few fields lacks the last ones.

    Raises SourceError, which names the file and the row, where that cannot be done.
    """
    yield from row_blocks(_rows(stream, delimiter, name, max_row_bytes))


def _rows(stream: Reader, delimiter: str, name: str, max_row_bytes: int) -> Iterator[dict[str, str]]:
    previous_limit = csv.field_size_limit(max_row_bytes)
    number = 0
    try:
        records = csv.reader(_lines(stream), delimiter=delimiter, strict=True)
        names = next(records, [])
        if len(set(names)) < len(names):
            raise SourceError(name, "names a column twice in its first line; give each a name of its own")
        for record in records:
            number += 1
            if len(record) > len(names):
                raise SourceError(name, f"has {len(record)} fields in row {number}, but {len(names)} columns")
            if record:
                yield dict(zip(names, record, strict=False))
    except (csv.Error, UnicodeDecodeError) as error:
        raise SourceError(name, f"cannot be read behind row {number} ({error})") from error
    finally:
        csv.field_size_limit(previous_limit)


def _lines(stream: Reader) -> Iterator[str]:
    """Yield the lines of a stream of UTF-8 with their ends."""
    decode = codecs.getincrementaldecoder("utf-8-sig")().decode
    rest = ""
    while data := stream.read(BLOCK_BYTES):
        *lines, rest = (rest + decode(data)).split("\n")
        yield from (f"{line}\n" for line in lines)
    rest += decode(b"", True)
    if rest:
        yield rest
