"""What the tests of the project itself share: where the checkout is, and a Python started in it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edgejson.generators import GeneratedRecord, generate

RunPython = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def run_python(root: Path) -> RunPython:
    """Run a Python program text in a process of its own, in the checkout unless `cwd` says otherwise."""

    def run(
        program: str, *, cwd: Path = root, env: dict[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", program],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    return run


@pytest.fixture
def good_data(tmp_path: Path) -> Path:
    """A data file, in a folder of its own, that passes."""
    return _written(tmp_path / "good" / "data.jsonl", [generate("invoice", seed) for seed in range(3)])


@pytest.fixture
def bad_data(tmp_path: Path) -> Path:
    """A data file, in a folder of its own, whose totals do not add up."""
    records = [generate("invoice", seed, fault="independent-totals") for seed in range(3)]
    return _written(tmp_path / "bad" / "data.jsonl", records)


def _written(path: Path, records: list[GeneratedRecord]) -> Path:
    path.parent.mkdir()
    path.write_bytes(b"".join(record.line() for record in records))
    return path
