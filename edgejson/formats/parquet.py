"""Parquet files, a slice of rows at a time; only the row groups that a slice touches are in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edgejson.core.source import Block
from edgejson.errors import SourceError
from edgejson.formats.row_text import row_blocks

BEGINNING = b"PAR1"
_ROWS_OF_SLICE = 10_000


def read_parquet(path: Path, *, name: str) -> Iterator[Block]:
    """Yield the rows of a Parquet file; SourceError, which names the file, for one that is damaged."""
    yield from row_blocks(_rows(path, name))


def _rows(path: Path, name: str) -> Iterator[dict[str, Any]]:
    import polars as pl

    try:
        table = pl.scan_parquet(path, glob=False)
        count = table.select(pl.len()).collect().item()
        for start in range(0, count, _ROWS_OF_SLICE):
            yield from table.slice(start, _ROWS_OF_SLICE).collect().iter_rows(named=True)
    except pl.exceptions.PolarsError as error:
        raise SourceError(name, f"is a damaged Parquet file ({str(error).splitlines()[0]})") from error
