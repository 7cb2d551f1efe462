"""The project's own data passes its own suite, warnings included, and a second run changes nothing."""

import json
import shutil
from pathlib import Path

import pytest

from edgejson.gate.attestation import attestation_path
from tests.acceptance.conftest import ROOT, Command

FILES = ("data/train_v3.jsonl", "data/validation_v3.jsonl", "data/test_v3.jsonl")

pytestmark = pytest.mark.skipif(
    not all((ROOT / name).is_file() for name in FILES), reason="the data files are not here"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the data and of the settings."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "natural").mkdir()
    for name in (*FILES, "pyproject.toml", "data/natural/waivers.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_all_splits_pass_and_are_attested(python: Command, copy: Path) -> None:
    command = ("-m", "pytest", "--edgejson", *FILES, "-q", "-p", "no:cacheprovider")
    places = [attestation_path(copy / name) for name in FILES]
    done = python(*command, cwd=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    before = [(place.read_bytes(), place.stat().st_mtime_ns) for place in places]
    for content, _ in before:
        predicate = json.loads(content)["predicate"]
        assert (predicate["result"], predicate["failedTests"], predicate["warnedTests"]) == ("PASSED", [], [])

    done = python(*command, cwd=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [(place.read_bytes(), place.stat().st_mtime_ns) for place in places] == before


def test_files_are_as_large_as_promised() -> None:
    counts: dict[str, int] = {}
    train, test = ((ROOT / name).read_bytes().splitlines() for name in FILES)
    for line in test:
        schema_id = json.loads(line)["schema_id"]
        counts[schema_id] = counts.get(schema_id, 0) + 1
    assert len(train) >= 629
    assert len(counts) == 25
    assert min(counts.values()) >= 10
