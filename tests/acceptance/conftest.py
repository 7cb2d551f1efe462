"""The acceptance list of the walking skeleton, as users run it: in processes of their own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def python(tmp_path: Path) -> Command:
    """Run ``python`` with arguments in an empty folder."""

    def run(*arguments: str | Path, cwd: Path = tmp_path) -> "subprocess.CompletedProcess[str]":
        words = [sys.executable, *map(str, arguments)]
        return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, timeout=300)

    return run
