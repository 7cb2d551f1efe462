"""One JSON array: its items are the rows, however it is laid out and wherever the reads end."""

import io
import json
import tracemalloc
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.errors import SourceError
from edgejson.formats.json_array import read_array
from tests.edgejson.formats.reading import decoded

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def items(
    content: bytes, *, limit: int = 1 << 20, block_bytes: int = 1 << 20, marked: bool = False
) -> list[Any]:
    blocks = read_array(
        io.BytesIO(content), name="a.json", max_row_bytes=limit, block_bytes=block_bytes, marked=marked
    )
    lines = [line for block in blocks for line in block.lines()]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    return [decoded(line.raw) for line in lines]


@given(
    values=st.lists(VALUES, max_size=6),
    indent=st.sampled_from([None, 0, 2]),
    ascii_only=st.booleans(),
    block_bytes=st.integers(1, 60),
)
def test_items_are_those_that_json_reads(
    values: list[Any], indent: int | None, ascii_only: bool, block_bytes: int
) -> None:
    content = json.dumps(values, indent=indent, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    assert items(b" \n" + content + b"\n ", block_bytes=block_bytes) == values


@given(st.lists(st.sampled_from([b"[", b"]", b"{", b"}", b'"', b"\\", b",", b"a", b"\n"])).map(b"".join))
def test_nothing_else_is_raised_for_any_array(rest: bytes) -> None:
    with suppress(SourceError):
        items(b"[" + rest, block_bytes=3)


@pytest.mark.parametrize("content", [b"[", b'[{"a": 1}', b'[{"a": 1},', b'[{"a": "]'])
def test_array_that_is_cut_off(content: bytes) -> None:
    with pytest.raises(SourceError, match="cut off"):
        items(content)


@pytest.mark.parametrize("content", [b"[1] x", b"[1]\n[2]", b'[1] {"a": 2}', b"[]]"])
def test_array_with_more_behind_it(content: bytes) -> None:
    with pytest.raises(SourceError, match="more behind it"):
        items(content)


def test_item_that_is_missing_is_a_row_that_is_blank() -> None:
    assert items(b"[1,,2,]") == [1, b"", 2, b""]
    assert items(b"[]") == []


def test_line_break_inside_a_string_stays_wrong() -> None:
    (row,) = items(b'["a\nb"]')
    assert isinstance(row, bytes)


def test_mark_before_the_array_is_before_its_first_row() -> None:
    assert items(b"\xef\xbb\xbf[1,2]", marked=True) == [b"\xef\xbb\xbf1", 2]


def test_long_item_is_cut_in_bounded_memory() -> None:
    limit = 1 << 16
    content = b'[{"a": 1}, "' + b"x" * 20_000_000 + b'", {"b": 2}]'
    tracemalloc.start()
    first, long, last = items(content, limit=limit, block_bytes=1 << 16)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (first, last) == ({"a": 1}, {"b": 2})
    assert len(long) == limit + 1
    assert peak < 2 * len(content)
