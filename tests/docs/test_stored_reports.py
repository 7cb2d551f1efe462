"""The stored reports are what their stored answers give today, figure by figure, intervals included."""

from pathlib import Path

import pytest

from edgejson.eval.evaluation_data import EvaluationData, admit_data
from edgejson.eval.report import read_report
from edgejson.eval.rescoring import changes, rescore

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def data() -> EvaluationData:
    return admit_data(
        ROOT / "data" / "test_v3.jsonl", config=None, require_attestation=True, admit_with_findings=False
    )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "eval" / "reports").glob("*.json")), ids=lambda path: path.stem
)
def test_stored_answers_give_the_stored_report(path: Path, data: EvaluationData) -> None:
    stored = read_report(path)
    again, _, _ = rescore(path, stored, data)
    assert changes(stored, again) == []
    # The versions of libraries are those of the machine that made it.
    assert {**again, "versions": stored["versions"]} == stored
