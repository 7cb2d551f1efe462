"""What follows from the suite is that of this suite; `make refresh` renews all of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import edgejson
from edgejson.errors import EdgejsonError
from edgejson.eval.evaluation_data import admit_data
from edgejson.eval.leaderboard import leaderboard
from edgejson.eval.report import read_report
from edgejson.eval.rescoring import changes, renewed, rescore
from edgejson.generators.data_report import REPORT, report

NATURAL_WAIVER = re.compile(
    r"waived: \S+ for .* \(the label is right: two writers agreed on it, one of them blind\)$"
)
"""All that may be waived in the project's own data: false alarms on natural prompts, read one by one."""

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_everything_that_follows_from_the_suite_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert list(stale()) == [], "run: make refresh"


def stale() -> Iterator[str]:
    """Yield what is not as `make refresh` would leave it, and why."""
    try:
        for name in ("train_v3.jsonl", "validation_v3.jsonl", "test_v3.jsonl", "v3.0/test_v3.jsonl"):
            admitted = edgejson.admit(Path("data", name))
            others = [note for note in admitted.notes if not NATURAL_WAIVER.match(note)]
            if (admitted.result, others) != ("PASSED", []):
                yield f"{name} is {admitted.result}, with the notes {others}"
    except EdgejsonError as error:
        # Nothing else can be looked at without data that is admitted.
        yield str(error)
        return
    if REPORT.read_text("utf-8") != report(Path()):
        yield str(REPORT)
    test = Path("data", "v3.0", "test_v3.jsonl")
    data = admit_data(test, config=None, require_attestation=True, admit_with_findings=False)
    paths = sorted(Path("data", "v3.0", "reports").glob("*.json"))
    for path in paths:
        before = read_report(path)
        after, _, _ = rescore(path, before, data)
        if changes(before, after):
            yield f"{path}: {changes(before, after)[0]}"
        elif renewed(before, after) != before:
            yield f"{path}: the digests of suite and attestation"
    output = Path("LEADERBOARD.md")
    if output.read_text("utf-8") != leaderboard(paths, output=output):
        yield str(output)
