"""Files that appear whole or not at all, and what is left of those when a process is killed."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # where there are no locks, nothing is known to be a leftover
    _LOCKS = False
else:
    _LOCKS = True

_SUFFIX = ".part"
_RANDOM = "[a-z0-9_]" * 8
"""What tempfile puts between prefix and suffix."""
_NO_LINK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` through a temporary file in the same folder and a rename.

    Missing parent folders are made. An existing file stays as it was until the rename. Raises OSError,
    which names `path` and not the temporary file.
    """
    try:
        with temporary_file(path) as temporary:
            with temporary.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def real_path(path: Path) -> Path:
    """Return the absolute path without links; a link that leads to itself stays as it is."""
    return Path(os.path.realpath(path))


@contextmanager
def temporary_file(path: Path) -> Iterator[Path]:
    """Give an empty file beside `path`, to be renamed to it; it is gone afterwards, unless it was.

    The folder is made. What a killed process left beside `path` is removed. May raise OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{path.name}."
    _remove_leftovers(path.parent, prefix)
    temporary, lock = _locked(lambda: _new_file(path.parent, prefix))
    try:
        # mkstemp makes private files; a data file has the mode that open() would have given it.
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
        os.close(lock)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder among the system's temporary ones; it is gone afterwards.

    Those that killed processes left are removed.
    """
    parent, prefix = Path(tempfile.gettempdir()), ".edgejson."
    _remove_leftovers(parent, prefix)
    folder, lock = _locked(lambda: tempfile.mkdtemp(prefix=prefix, suffix=_SUFFIX, dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _new_file(folder: Path, prefix: str) -> str:
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=_SUFFIX, dir=folder)
    os.close(descriptor)
    return name


def _locked(make: Callable[[], str]) -> tuple[Path, int]:
    """Return a new file or folder, and the lock that says that its process lives."""
    while True:
        path = Path(make())
        lock = os.open(path, os.O_RDONLY)
        # Another process may have taken it for a leftover before it was locked.
        if _lock(lock) is not False and _is_at(path, lock):
            return path, lock
        os.close(lock)


def _remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove what nobody has locked any more of what `_locked` has made in `folder`."""
    with suppress(OSError):
        for path in folder.glob(f"{_escaped(prefix)}{_RANDOM}{_SUFFIX}"):
            with suppress(OSError):
                lock = os.open(
                    path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
                )
                try:
                    if _lock(lock) is True and _is_at(path, lock):
                        shutil.rmtree(path) if path.is_dir() else path.unlink()
                finally:
                    os.close(lock)


def _escaped(prefix: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in prefix)


def _lock(descriptor: int) -> bool | None:
    """Lock a file for this process; False when another has, None where files cannot be locked."""
    if not _LOCKS:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
