"""The bytes of a file: hashed as they are read, and looked at before they are."""

from edgejson.core.source import Hash, Reader


class HashedFile:
    """A file whose bytes go to a digest as they are read."""

    def __init__(self, stream: Reader, digest: Hash) -> None:
        self._stream, self._digest = stream, digest

    def read(self, size: int, /) -> bytes:
        """Return the next bytes of the file."""
        data = self._stream.read(size)
        self._digest.update(data)
        return data


class Peeked:
    """A stream whose beginning, `head`, has been looked at; it is read all the same."""

    def __init__(self, stream: Reader, size: int) -> None:
        self._stream = stream
        pieces, missing = [], size
        while missing > 0 and (piece := stream.read(missing)):
            pieces.append(piece)
            missing -= len(piece)
        self.head = b"".join(pieces)
        self._ahead = self.head

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, from the beginning on."""
        if not self._ahead:
            return self._stream.read(size)
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data
