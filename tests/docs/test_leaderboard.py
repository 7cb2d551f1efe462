"""The committed leaderboard is of all stored reports, and they are of the committed data."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_leaderboard_names_every_stored_report() -> None:
    text = (ROOT / "LEADERBOARD.md").read_text("utf-8")
    [words] = [
        line.split() for line in text.splitlines() if line.startswith("    python -m edgejson.eval lea")
    ]
    assert set(words) >= {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "data" / "v3.0" / "reports").glob("*.json")
    }


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data" / "v3.0" / "reports").glob("*.json")), ids=lambda path: path.stem
)
def test_stored_reports_are_of_the_committed_data_and_have_their_results(path: Path) -> None:
    report = json.loads(path.read_text("utf-8"))
    assert (
        report["data"]["sha256"]
        == sha256((ROOT / "data" / "v3.0" / "test_v3.jsonl").read_bytes()).hexdigest()
    )
    assert report["data"]["result"] == "PASSED"
    assert f"eval/reports/{path.name}" in report["command"]
    samples = path.with_suffix(".samples.jsonl").read_text("utf-8").splitlines()
    assert len(samples) == report["n"]
    exact = sum(json.loads(line)["scores"]["json_exact"] for line in samples)
    assert exact == report["scores"]["json_exact"]["hits"]
