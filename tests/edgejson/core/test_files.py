"""Files appear whole or not at all."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from edgejson.core.files import temporary_file, temporary_folder, write_atomically


def test_folders_are_made_and_files_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file.txt"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["file.txt"]


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_mode_is_that_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_atomically(tmp_path / "written", b"")
    assert (tmp_path / "written").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device") as caught:
        write_atomically(path, b"new")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file.txt"]


def test_error_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x").touch()
    with pytest.raises(OSError, match="folder") as caught:
        write_atomically(tmp_path / "folder", b"")
    assert caught.value.filename == str(tmp_path / "folder")


KILLED = """
import os, signal, sys
from pathlib import Path
from edgejson.core.files import temporary_file, temporary_folder
with temporary_file(Path(sys.argv[1])) as one, temporary_folder() as two:
    (two / "copy").touch()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
def test_leftovers_of_a_killed_process_are_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "tmp").mkdir()
    out, other = tmp_path / "out[1].jsonl", tmp_path / ".out.jsonl.my-own.part"
    other.touch()
    subprocess.run([sys.executable, "-c", KILLED, str(out)], check=False)
    left = {path.name for path in (*tmp_path.iterdir(), *(tmp_path / "tmp").iterdir())}
    assert len(left) == 4
    with temporary_file(out) as mine, temporary_folder() as folder:
        # Those of a process that lives stay.
        write_atomically(out, b"one")
        with temporary_folder() as second:
            assert second.is_dir()
        assert mine.exists()
        assert folder.is_dir()
    assert {path.name for path in tmp_path.iterdir()} == {"tmp", out.name, other.name}
    assert list((tmp_path / "tmp").iterdir()) == []
