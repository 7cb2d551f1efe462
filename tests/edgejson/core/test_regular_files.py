"""Only regular files are read, up to the size that they had when they were opened."""

import os
from pathlib import Path

import pytest

from edgejson.core.regular_files import open_regular, read_regular


def test_file_is_read_up_to_its_size_when_opened(tmp_path: Path) -> None:
    path = tmp_path / "growing.jsonl"
    path.write_bytes(b"one\n")
    with open_regular(path) as stream, path.open("ab") as other:
        assert stream.peek(1)[:1] == b"o"
        other.write(b"two\n" * 100_000)
        other.flush()
        assert stream.read() == b"one\n"
    assert len(read_regular(path)) == 400_004


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert read_regular(tmp_path / "empty") == b""


@pytest.mark.skipif(os.name != "posix", reason="files of POSIX")
def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("link")
    for path, says in (
        (tmp_path / "pipe", "is not a regular file"),
        (Path("/dev/zero"), "is not a regular file"),
        (tmp_path, "Is a directory"),
        (tmp_path / "link", "symbolic links"),
        (tmp_path / "none", "No such file"),
    ):
        with pytest.raises(OSError, match=says) as caught:
            open_regular(path)
        assert caught.value.filename == str(path)


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="reads /proc")
def test_file_that_the_system_makes_up_is_refused() -> None:
    with pytest.raises(OSError, match="is not a regular file"):
        read_regular(Path("/proc/version"))
