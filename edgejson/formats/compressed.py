"""Compressed files: how they begin, and their content as a stream."""

import gzip
import sys
from typing import IO, cast

from edgejson.core.source import Reader

_BEGINNINGS = {
    b"\x1f\x8b\x08": "gzip",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"\xfd7zXZ\x00": "xz",
    b"BZh": "bzip2",
    b"PK\x03\x04": "zip",
}
"""RFC 1952, RFC 8878, and the specifications of the .xz, .bz2 and .zip formats."""


class DamagedError(Exception):
    """Compressed data are damaged, or end too soon."""


def compression(head: bytes) -> str | None:
    """Return by what a file that begins so is compressed, None for one that is not."""
    return next((name for beginning, name in _BEGINNINGS.items() if head.startswith(beginning)), None)


def content_of(stream: Reader, by: str) -> Reader | None:
    """Return the content of a compressed `stream`, None for a compression that is not read.

    Reading it raises DamagedError.
    """
    packed = cast(IO[bytes], stream)
    if by == "gzip":
        return _Content(cast(Reader, gzip.GzipFile(fileobj=packed, mode="rb")))
    if by == "zstd":
        if sys.version_info >= (3, 14):
            from compression.zstd import ZstdFile
        else:
            from backports.zstd import ZstdFile
        return _Content(cast(Reader, ZstdFile(packed)))
    return None


class _Content:
    """What a library unpacks, whose errors have one name here."""

    def __init__(self, stream: Reader) -> None:
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        """Return the next bytes of the content."""
        try:
            return self._stream.read(size)
        except Exception as error:  # zlib's, gzip's and zstd's own, of many classes
            raise DamagedError(str(error)) from error
