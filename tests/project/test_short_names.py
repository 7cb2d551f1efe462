"""The three linked rooms exist once: as edgejson.train, edgejson.eval and edgejson.generators."""

from pathlib import Path

import pytest

from tests.project.conftest import LINKED, RunPython


@pytest.mark.parametrize("room", LINKED)
def test_short_name_is_refused(run_python: RunPython, room: str) -> None:
    done = run_python(f"import {room}")
    assert done.returncode == 1
    last_line = done.stderr.strip().splitlines()[-1]
    assert last_line.startswith("ImportError: ")
    assert f"import it as 'edgejson.{room}'" in last_line


@pytest.mark.parametrize("room", LINKED)
def test_long_name_is_the_linked_folder(run_python: RunPython, root: Path, room: str) -> None:
    done = run_python(f"import edgejson.{room}; print(edgejson.{room}.__file__)")
    assert done.returncode == 0, done.stderr
    assert (root / "edgejson" / room).is_symlink()
    assert done.stdout.strip() == str(root / "edgejson" / room / "__init__.py")
