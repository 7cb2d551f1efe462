"""Bytes to lines: a streaming reader that survives anything and keeps line numbers and byte offsets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

BLOCK_BYTES = 1 << 20
"""Bytes that are read at a time; a block ends at the last line end in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its line feed. ``size`` counts all its bytes; ``raw`` is cut when it is too long."""

    number: int
    offset: int
    raw: bytes
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Whole lines that follow each other, as they stand in the file; a unit of parallel work.

    ``data`` holds the lines with their line feeds, unless ``cut`` is given: then it holds the beginning of
    a single line of ``cut`` bytes.
    """

    first_line: int
    offset: int
    data: bytes
    cut: int | None = None

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the block."""
        if self.cut is not None:
            yield Line(number=self.first_line, offset=self.offset, raw=self.data, size=self.cut)
            return
        offset = self.offset
        pieces = self.data.split(b"\n")
        if not pieces[-1]:
            pieces.pop()
        for number, raw in enumerate(pieces, self.first_line):
            yield Line(number=number, offset=offset, raw=raw, size=len(raw))
            offset += len(raw) + 1


class Reader(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, at most `size` of them; none at the end."""


class Hash(Protocol):
    """What the bytes are fed to; hashlib's objects are such."""

    def update(self, data: bytes, /) -> None:
        """Take the next bytes of the file."""


def read_blocks(
    stream: Reader, *, digest: Hash, max_line_bytes: int, block_bytes: int = BLOCK_BYTES
) -> Iterator[Block]:
    """Yield the lines of `stream` in blocks, feeding every byte to `digest` as it is read.

    The end of a line that is longer than `max_line_bytes` and than a block is not kept, so memory stays
    bounded whatever the file holds.
    """
    number, offset, rest = 1, 0, b""
    while read := stream.read(block_bytes):
        digest.update(read)
        data = rest + read
        end = data.rfind(b"\n") + 1
        if end:
            yield Block(first_line=number, offset=offset, data=data[:end])
            number += data.count(b"\n", 0, end)
            offset += end
            rest = data[end:]
        elif len(data) > max_line_bytes:
            size, rest = _skip_line(stream, digest, block_bytes)
            size += len(data)
            yield Block(first_line=number, offset=offset, data=data[: max_line_bytes + 1], cut=size)
            number += 1
            offset += size + 1
        else:
            rest = data
    if rest:
        yield Block(first_line=number, offset=offset, data=rest)


def _skip_line(stream: Reader, digest: Hash, block_bytes: int) -> tuple[int, bytes]:
    """Read to the end of the line; return how many bytes of it were skipped and what follows it."""
    size = 0
    while read := stream.read(block_bytes):
        digest.update(read)
        stop = read.find(b"\n")
        if stop >= 0:
            return size + stop, read[stop + 1 :]
        size += len(read)
    return size, b""
