"""What the tests of formats share: rows of any file, and what one row holds."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from edgejson.core.record import Record
from edgejson.core.record_format import FormatName, RecordFormat
from edgejson.core.source import Line
from edgejson.formats.container import read_rows
from edgejson.formats.reader import RowContent, read_row
from edgejson.formats.recognition import recognised

LIMIT = 16 << 20


def rows_of(path: Path, *, limit: int = LIMIT) -> list[Any]:
    """Return the decoded rows of a file; what is no JSON stays bytes."""
    digest = sha256()
    blocks = list(read_rows(path, digest=digest, name=path.name, max_row_bytes=limit))
    lines = [line for block in blocks for line in block.lines()]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    if path.is_file():
        assert digest.hexdigest() == sha256(path.read_bytes()).hexdigest()
    return [decoded(line.raw) for line in lines]


def decoded(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode())
    except ValueError:
        return raw


def content(row: Any, name: FormatName | None = None, **options: Any) -> RowContent:
    """Return what a row holds, in the format that it has."""
    raw = json.dumps(row).encode()
    known = recognised([json.loads(raw)], RecordFormat(name=name, **options))
    assert known is not None
    return read_row(Line(number=7, offset=0, raw=raw, size=len(raw)), known)


def records(row: Any, name: FormatName | None = None, **options: Any) -> list[Record]:
    """Return the records of a row that is right."""
    parts = content(row, name, **options).parts
    assert [part.example.faults for part in parts] == [()] * len(parts)
    return [part.record for part in parts if part.record is not None]


def faults(row: Any, name: FormatName | None = None, **options: Any) -> list[tuple[str, str]]:
    """Return the name and pointer of each fault of a row's examples."""
    parts = content(row, name, **options).parts
    return [(fault.name, fault.pointer) for part in parts for fault in part.example.faults]
