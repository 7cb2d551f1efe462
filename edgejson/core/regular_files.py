"""Regular files alone: no pipe or device, whose end may never come, and no more than there was at first."""

import errno
import io
import os
import stat
from pathlib import Path


class _Bounded(io.RawIOBase):
    """The first `size` bytes of a file; what is added to it meanwhile is not read."""

    def __init__(self, raw: io.FileIO, size: int) -> None:
        self._raw, self._left = raw, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        read = self._raw.readinto(memoryview(buffer)[: self._left]) or 0  # type: ignore[arg-type]
        self._left -= read
        return read

    def close(self) -> None:
        self._raw.close()
        super().close()


def open_regular(path: Path) -> io.BufferedReader:
    """Open a file for reading, up to the size that it has now; OSError when it is no regular file."""
    # Opening a pipe would wait for somebody who writes to it.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        # What the system makes up while it is read, as under /proc, has no size.
        if not stat.S_ISREG(status.st_mode) or (not status.st_size and os.read(descriptor, 1)):
            raise OSError(errno.EINVAL, "is not a regular file")
    except OSError as error:
        os.close(descriptor)
        raise OSError(error.errno, error.strerror, str(path)) from None
    return io.BufferedReader(_Bounded(io.FileIO(descriptor), status.st_size))


def read_regular(path: Path) -> bytes:
    """Return the bytes of a regular file; raises OSError like `open_regular`."""
    with open_regular(path) as stream:
        return stream.read()
