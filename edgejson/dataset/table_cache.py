"""Tables of files that a run has read already: peers are read once a run, not once a judged file."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from edgejson._typing import Digest
from edgejson.dataset.tables import Table
from edgejson.suite.settings import Settings

_Key: TypeAlias = tuple[Path, Digest, str]


class TableCache:
    """Tables by path, by the digest of their bytes, and by the settings that say how a line is read.

    A file that has changed since is not known. Only what the last judged file needed is kept.
    """

    def __init__(self) -> None:
        self._tables: dict[_Key, Table] = {}

    def of(self, path: Path, settings: Settings) -> Table | None:
        """Return the table of a file if its bytes are still those that it was made of; may raise OSError."""
        if not any(known == path for known, _, _ in self._tables):
            return None
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        return self._tables.get((path, sha256, _way_of_reading(settings)))

    def keep(self, tables: Iterable[tuple[Path, Table]], settings: Settings) -> None:
        """Keep these tables, and no others."""
        way = _way_of_reading(settings)
        self._tables = {
            (path, table.sha256, way): table for path, table in tables if table.sha256 is not None
        }


def _way_of_reading(settings: Settings) -> str:
    return f"{settings.fields.model_dump_json()} {settings.max_line_bytes} {settings.max_depth}"
