"""One JSON array: its items are the rows, found without decoding them and without keeping the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from edgejson.core.decoding import BYTE_ORDER_MARK
from edgejson.core.source import BLOCK_BYTES, Block, Reader
from edgejson.errors import SourceError

_IN_ITEM = re.compile(rb'["\[\]{}]')
_BETWEEN_ITEMS = re.compile(rb'["\[\]{},]')
_IN_STRING = re.compile(rb'["\\]')
_BLANKS = b" \t\n\r"


@dataclass(slots=True)
class _Item:
    """The bytes of an item so far; of one that is too long, the first of them and how many there are."""

    limit: int
    pieces: list[bytes] = field(default_factory=list)
    size: int = 0

    def add(self, data: bytes) -> None:
        if self.size <= self.limit:
            self.pieces.append(data)
        self.size += len(data)

    def row(self) -> bytes:
        # A line feed is white space between values and forbidden inside them, as a carriage return is.
        return b"".join(self.pieces).strip(_BLANKS).replace(b"\n", b"\r")


def read_array(
    stream: Reader,
    *,
    name: str,
    max_row_bytes: int,
    marked: bool = False,
    block_bytes: int = BLOCK_BYTES,
) -> Iterator[Block]:
    """Yield the items of the array in `stream`, a line each, in blocks.

    Where the file is `marked` with a byte order mark, the first row is. Raises SourceError, which names the
    file, where the array does not end or something follows it.
    """
    rows: list[bytes] = []
    size, number = 0, 1
    for item in _items(stream, name, max_row_bytes, block_bytes):
        if marked:
            item.pieces.insert(0, BYTE_ORDER_MARK)
            marked = False
        if item.size > max_row_bytes:
            if rows:
                yield _block(number, rows)
                number += len(rows)
            yield Block(first_line=number, offset=0, data=item.row()[: max_row_bytes + 1], cut=item.size)
            rows, size, number = [], 0, number + 1
            continue
        rows.append(item.row())
        size += item.size
        if size >= block_bytes:
            yield _block(number, rows)
            rows, size, number = [], 0, number + len(rows)
    if rows:
        yield _block(number, rows)


def _block(number: int, rows: list[bytes]) -> Block:
    return Block(first_line=number, offset=0, data=b"".join(row + b"\n" for row in rows))


def _items(stream: Reader, name: str, max_row_bytes: int, block_bytes: int) -> Iterator[_Item]:
    """Yield the items: what stands between the commas of the outermost array."""
    item = _Item(max_row_bytes)
    depth = 0
    in_string = escaped = ended = separated = False
    while data := stream.read(block_bytes):
        start = at = 0
        if escaped:
            at, escaped = 1, False
        while found := (_IN_STRING if in_string else _IN_ITEM if depth > 1 else _BETWEEN_ITEMS).search(
            data, at
        ):
            at = found.end()
            mark = found[0]
            if in_string:
                if mark == b"\\":
                    escaped = at == len(data)
                    at += 1
                else:
                    in_string = False
            elif ended:
                raise _more_follows(name)
            elif mark == b'"':
                in_string = True
            elif mark in b"[{":
                depth += 1
                if depth == 1:
                    start = at
            elif depth > 1 or mark == b"]":
                depth -= mark in b"]}"
            if depth == 0 and mark == b"]" and not in_string:
                item.add(data[start : at - 1])
                ended = True
                start = at
            elif depth == 1 and mark == b"," and not in_string:
                item.add(data[start : at - 1])
                yield item
                item, start, separated = _Item(max_row_bytes), at, True
        if ended and data[start:].strip(_BLANKS):
            raise _more_follows(name)
        item.add(data[start:])
    if not ended:
        raise SourceError(name, "is one JSON array that is cut off: its closing bracket is missing")
    # Behind a comma that ends the array an item is missing.
    if item.row() or separated:
        yield item


def _more_follows(name: str) -> SourceError:
    return SourceError(name, "is one JSON array with more behind it; a file holds one array, or JSON Lines")
