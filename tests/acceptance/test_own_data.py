"""The project's own data passes its own suite, warnings included, and a second run changes nothing."""

import json
import shutil
from collections import Counter
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
    train, validation, test = (
        Counter((record["schema_id"], record["source"]) for record in map(json.loads, lines))
        for name in FILES
        for lines in [(ROOT / name).read_bytes().splitlines()]
    )
    sizes = [(split.total(), natural(split).total()) for split in (train, validation, test)]
    assert sizes == [(5400, 1400), (200, 50), (500, 150)]
    assert len({schema_id for schema_id, _ in test}) == 25
    assert min(count for (_, source), count in test.items() if source == "template") >= 10
    for split, each in ((train, 56), (validation, 2), (test, 6)):
        assert list(natural(split).values()) == [each] * 25


def natural(split: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    return Counter({key: count for key, count in split.items() if key[1] == "llm"})
