"""Tables of files that a run has read already: peers are read once a run, not once an examined file."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from edgejson._typing import Digest
from edgejson.core.record_format import RecordFormat
from edgejson.dataset.tables import Table
from edgejson.formats.reader import digest_of

_Key: TypeAlias = tuple[Path, Digest, RecordFormat]


class TableCache:
    """Tables by path, by the digest of the file's bytes, and by the format that it was read in.

    A file that has changed since is not in it. Only what the last examined file needed is kept.
    """

    def __init__(self) -> None:
        self._tables: dict[_Key, Table] = {}

    def get(self, path: Path, record_format: RecordFormat) -> Table | None:
        """Return the table of a file if its bytes are still those that it was made of; raises SourceError."""
        if not any(known == path for known, _, _ in self._tables):
            return None
        return self._tables.get((path, digest_of(path), record_format))

    def keep(self, tables: Iterable[tuple[Path, Table]], record_format: RecordFormat) -> None:
        """Keep these tables, and no others."""
        self._tables = {
            (path, table.sha256, record_format): table for path, table in tables if table.sha256 is not None
        }
