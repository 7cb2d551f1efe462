"""The committed leaderboard is what its stored reports give, and they are of the committed data."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from edgejson.eval.command_line import main

ROOT = Path(__file__).resolve().parents[2]


def test_leaderboard_is_what_its_command_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [command] = [
        line.split()
        for line in Path("LEADERBOARD.md").read_text("utf-8").splitlines()
        if line.startswith("    python -m edgejson.eval leaderboard ")
    ]
    arguments = command[command.index("leaderboard") :]
    assert main([*arguments, "--check"]) == 0
    assert set(arguments) >= {str(path) for path in Path("eval/reports").glob("*.json")}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "eval" / "reports").glob("*.json")), ids=lambda path: path.stem
)
def test_stored_reports_are_of_the_committed_data_and_have_their_results(path: Path) -> None:
    report = json.loads(path.read_text("utf-8"))
    assert report["data"]["sha256"] == sha256((ROOT / "data" / "test_v3.jsonl").read_bytes()).hexdigest()
    assert report["data"]["result"] == "PASSED"
    assert f"eval/reports/{path.name}" in report["command"]
    samples = path.with_suffix(".samples.jsonl").read_text("utf-8").splitlines()
    assert len(samples) == report["n"]
    exact = sum(json.loads(line)["scores"]["json_exact"] for line in samples)
    assert exact == report["scores"]["json_exact"]["hits"]
