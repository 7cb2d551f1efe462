"""Bytes to lines: every byte is accounted for, whatever the file holds and however it is read."""

import hashlib
import io
import tracemalloc
from collections.abc import Iterator
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.core.source import Line, read_blocks

NO_LIMIT = 1 << 30


def lines(content: bytes, *, limit: int = NO_LIMIT, block_bytes: int = 4 << 20) -> list[Line]:
    blocks = read_blocks(
        io.BytesIO(content), digest=hashlib.sha256(), max_line_bytes=limit, block_bytes=block_bytes
    )
    return [line for block in blocks for line in block.lines()]


def naively_split(content: bytes) -> list[Line]:
    pieces = content.split(b"\n")
    if not pieces[-1]:
        pieces.pop()
    found, offset = [], 0
    for number, raw in enumerate(pieces, 1):
        found.append(Line(number=number, offset=offset, raw=raw, size=len(raw)))
        offset += len(raw) + 1
    return found


# Texts in which line feeds are as likely as anything else, so that blocks end in interesting places.
contents = st.lists(st.sampled_from([b"\n", b"\r\n", b"a", b"bc", b"\0", b"\xef\xbb\xbf", b"\xff"])).map(
    b"".join
)


@given(content=contents | st.binary(), block_bytes=st.integers(1, 40))
def test_lines_and_offsets_are_those_of_a_naive_split(content: bytes, block_bytes: int) -> None:
    assert lines(content, block_bytes=block_bytes) == naively_split(content)


@given(content=contents, block_bytes=st.integers(1, 40), limit=st.integers(1, 6))
def test_lines_over_the_limit_keep_their_place_and_size(content: bytes, block_bytes: int, limit: int) -> None:
    found, expected = lines(content, limit=limit, block_bytes=block_bytes), naively_split(content)
    assert [(line.number, line.offset, line.size) for line in found] == [
        (line.number, line.offset, line.size) for line in expected
    ]
    for line, whole in zip(found, expected, strict=True):
        assert whole.raw.startswith(line.raw)
        assert line.raw == whole.raw or len(line.raw) > limit


@given(content=contents, block_bytes=st.integers(1, 40), limit=st.integers(1, 6))
def test_digest_is_that_of_every_byte(content: bytes, block_bytes: int, limit: int) -> None:
    digest = hashlib.sha256()
    for _ in read_blocks(io.BytesIO(content), digest=digest, max_line_bytes=limit, block_bytes=block_bytes):
        pass
    assert digest.hexdigest() == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "raws"),
    [
        (b"", []),
        (b"\n", [b""]),
        (b"a", [b"a"]),
        (b"a\n", [b"a"]),
        (b"a\n\n", [b"a", b""]),
        (b"a\r\nb\r\n", [b"a\r", b"b\r"]),
        (b"\n\n\n", [b"", b"", b""]),
        (b"a\0b\nc", [b"a\0b", b"c"]),
    ],
)
def test_lines_of(content: bytes, raws: list[bytes]) -> None:
    assert [line.raw for line in lines(content)] == raws


class _Endless:
    """A stream of `size` bytes without a line feed, made when they are asked for."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, count: int) -> bytes:
        count = min(count, self.left)
        self.left -= count
        return b"x" * count


def test_line_of_40_megabytes_is_read_in_bounded_memory() -> None:
    size, limit = 40_000_000, 1 << 20

    def counted() -> Iterator[Line]:
        stream = cast(BinaryIO, _Endless(size))
        for block in read_blocks(stream, digest=hashlib.sha256(), max_line_bytes=limit, block_bytes=1 << 18):
            yield from block.lines()

    tracemalloc.start()
    (line,) = counted()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert line.size == size
    assert len(line.raw) == limit + 1
    assert peak < 6 * limit


def test_lines_after_one_that_is_too_long_are_read() -> None:
    content = b'{"a":1}\n' + b"x" * 100 + b'\n{"b":2}\n'
    found = lines(content, limit=10, block_bytes=7)
    assert [(line.number, line.offset, line.size) for line in found] == [(1, 0, 7), (2, 8, 100), (3, 109, 7)]
    assert found[2].raw == b'{"b":2}'
