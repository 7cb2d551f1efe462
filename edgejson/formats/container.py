"""Which container a file is: told by how it begins, and of CSV and TSV by its name."""

import json
from collections.abc import Iterator
from pathlib import Path

from edgejson.core.decoding import BYTE_ORDER_MARK
from edgejson.core.regular_files import open_regular
from edgejson.core.source import BLOCK_BYTES, Block, Hash, Reader, read_blocks
from edgejson.errors import SourceError
from edgejson.formats import parquet
from edgejson.formats.byte_stream import HashedFile, Peeked
from edgejson.formats.compressed import DamagedError, compression, content_of
from edgejson.formats.dataset_folder import hash_folder, is_dataset_folder, read_folder
from edgejson.formats.delimited import DELIMITERS, read_delimited
from edgejson.formats.json_array import read_array
from edgejson.formats.unreadable import why_unreadable

_BLANKS = b" \t\n\r"


IN_FOLDERS = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet")
"""Endings of the files that are data wherever they are found."""

WHERE_NAMED = (*IN_FOLDERS, ".json", ".ndjson", ".jsonlines", ".csv", ".tsv", ".gz", ".zst")
"""Endings of the files that are data where somebody names them as such."""


class _NoDigest:
    """Takes the content of a file whose own bytes are hashed."""

    def update(self, data: bytes, /) -> None:
        pass


def is_data(path: Path) -> bool:
    """Whether a path is one that rows can be read from: a file, or the folder of a saved data set."""
    return path.is_file() or is_dataset_folder(path)


def read_rows(path: Path, *, digest: Hash, name: str, max_row_bytes: int) -> Iterator[Block]:
    """Yield the rows of a data file in blocks, a line of JSON each, feeding the file's bytes to `digest`.

    Raises SourceError, which calls the file `name`, in one sentence where it cannot be read.
    """
    try:
        if path.is_dir():
            yield from read_folder(path, digest=digest, name=name)
            return
        with open_regular(path) as file:
            hashed = HashedFile(file, digest)
            stream = Peeked(hashed, BLOCK_BYTES)
            if stream.head.startswith(parquet.BEGINNING):
                _read_to_end(stream)
                yield from parquet.read_parquet(path, name=name)
                return
            yield from _rows(stream, path.name.lower(), name, max_row_bytes)
            _read_to_end(hashed)
    except OSError as error:
        raise SourceError(name, error.strerror or str(error)) from error


def hash_bytes(path: Path, *, digest: Hash, name: str) -> None:
    """Feed to `digest` what reading the rows of a data file would; raises SourceError."""
    try:
        if path.is_dir():
            hash_folder(path, digest)
            return
        with open_regular(path) as file:
            _read_to_end(HashedFile(file, digest))
    except OSError as error:
        raise SourceError(name, error.strerror or str(error)) from error


def _rows(stream: Peeked, file_name: str, name: str, max_row_bytes: int) -> Iterator[Block]:
    by = compression(stream.head)
    if by is None:
        yield from _text_rows(stream, file_name, name, max_row_bytes)
        return
    content = content_of(stream, by)
    if content is None:
        raise SourceError(name, f"is compressed ({by}); unpack it, or compress it with gzip or zstd")
    try:
        unpacked = Peeked(content, BLOCK_BYTES)
        yield from _text_rows(unpacked, file_name.rpartition(".")[0], name, max_row_bytes)
    except DamagedError as error:
        raise SourceError(name, f"is damaged ({by}: {error})") from error


def _text_rows(stream: Peeked, file_name: str, name: str, max_row_bytes: int) -> Iterator[Block]:
    if problem := why_unreadable(stream.head):
        raise SourceError(name, problem)
    ending = next((end for end in DELIMITERS if file_name.endswith(end)), None)
    if ending is not None:
        delimiter = DELIMITERS[ending]
        yield from read_delimited(stream, delimiter=delimiter, name=name, max_row_bytes=max_row_bytes)
    elif _is_array(stream.head):
        marked = stream.head.startswith(BYTE_ORDER_MARK)
        yield from read_array(stream, name=name, max_row_bytes=max_row_bytes, marked=marked)
    else:
        yield from read_blocks(stream, digest=_NoDigest(), max_line_bytes=max_row_bytes)


def _is_array(head: bytes) -> bool:
    """Whether a file that begins so is one array, and not lines of which the first is one."""
    text = head.removeprefix(BYTE_ORDER_MARK).lstrip(_BLANKS)
    first, _, more = text.partition(b"\n")
    if not text.startswith(b"["):
        return False
    if not more.strip(_BLANKS):
        return True
    try:
        return not isinstance(json.loads(first), list)
    except (ValueError, RecursionError):
        return True


def _read_to_end(stream: Reader) -> None:
    while stream.read(BLOCK_BYTES):
        pass
