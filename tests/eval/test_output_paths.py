"""Results never go over what they are made from, and nothing is left half done."""

from pathlib import Path

import pytest

from edgejson.eval.command_line import main

from .conftest import Score, gold, write_lines


@pytest.fixture
def files(folder: Path, score: Score) -> Path:
    """A data file, predictions, and the reports A and B with their samples."""
    score(gold(), report="A.json")
    score({}, report="B.json")
    (folder / "folder").mkdir()
    return folder


SCORE = ["score", "--data", "data.jsonl", "--predictions", "P.jsonl", "--report"]


@pytest.mark.parametrize(
    "arguments",
    [
        [*SCORE, "data.jsonl"],
        [*SCORE, "./P.jsonl"],
        [*SCORE, "A.json", "--compare", "A.json"],
        [*SCORE, "R.json", "--html", "R.json"],
        [*SCORE, "R.json", "--html", "R.samples.jsonl"],
        [*SCORE, "folder"],
        [*SCORE, "R.json", "--html", "folder"],
        ["score", "--data", "data.jsonl", "--predictions", "B.samples.jsonl", "--report", "B.json"],
        ["run", "--model", "base", "--data", "data.jsonl", "--report", "data.jsonl"],
        ["compare", "A.json", "B.json", "--output", "A.json"],
        ["compare", "A.json", "B.json", "--output", "B.samples.jsonl"],
        ["page", "A.json", "--output", "A.json"],
        ["leaderboard", "A.json", "--output", "A.samples.jsonl"],
        ["seeds", "A.json", "B.json", "A.json", "--output", "B.json"],
        ["sample", "--data", "data.jsonl", "--records", "1", "--output", "data.jsonl"],
        ["ceiling", "--data", "data.jsonl", "--output", "data.jsonl"],
    ],
)
def test_nothing_is_overwritten(
    files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    before = {path: path.read_bytes() for path in files.iterdir() if path.is_file()}
    capsys.readouterr()
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert "would be overwritten; name another file" in told or "is a folder; name a file" in told
    assert {path: path.read_bytes() for path in files.iterdir() if path.is_file()} == before


def test_reports_whose_names_differ_behind_a_dot(folder: Path, score: Score) -> None:
    """Each has samples of its own."""
    score(gold(), report="run.v1")
    score({}, report="run.v2")
    assert {path.name for path in folder.glob("run.*")} == {
        "run.v1", "run.v2", "run.v1.samples.jsonl", "run.v2.samples.jsonl",
    }  # fmt: skip
    assert main(["compare", "run.v1", "run.v2", "--output", "C.json"]) == 0
    assert '"difference_records": -4' in (folder / "C.json").read_text()


def test_names_that_are_no_utf_8(folder: Path, data: Path) -> None:
    odd = folder / "d\udcff.jsonl"
    odd.write_bytes(data.read_bytes())
    write_lines(folder / "P.jsonl", [{"id": key, "output": label} for key, label in gold().items()])
    assert main(["score", "--data", str(odd), "--predictions", "P.jsonl", "--report", "R.json"]) == 0
    assert main(["show", "R.json"]) == 0
