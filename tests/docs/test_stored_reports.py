"""The stored reports are what their stored answers give today, figure by figure, intervals included."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.contamination import Contamination, contamination
from edgejson.eval.evaluation_data import EvaluationData, admit_data
from edgejson.eval.prediction import Prediction
from edgejson.eval.report import Origin, make_report
from edgejson.eval.samples import read_stored
from edgejson.eval.scoring import score_all
from edgejson.eval.training_data import find_training_data

ROOT = Path(__file__).resolve().parents[2]
TEST = ROOT / "data" / "test_v3.jsonl"
OF_THE_RUN = ("machine", "versions")
"""What a report says of where it was made."""


@pytest.fixture(scope="module")
def data() -> EvaluationData:
    return admit_data(TEST, config=None, require_attestation=True, admit_with_findings=False)


@pytest.fixture(scope="module")
def compared(data: EvaluationData) -> Callable[[dict[str, Any]], Contamination]:
    """What a report's model has seen of the data; most of them were trained on the same file."""
    known: dict[str, Contamination] = {}

    def compare(report: dict[str, Any]) -> Contamination:
        adapter = report["model"]["adapter"]
        trained_on = adapter and adapter["training"]["data"]
        key = json.dumps(trained_on)
        if key not in known:
            training = find_training_data(trained_on, None, data=TEST)
            known[key] = contamination(data.records, data.admitted.sha256, training)
        return known[key]

    return compare


@pytest.mark.parametrize(
    "path", sorted((ROOT / "eval" / "reports").glob("*.json")), ids=lambda path: path.stem
)
def test_stored_answers_give_the_stored_report(
    path: Path, data: EvaluationData, compared: Callable[[dict[str, Any]], Contamination]
) -> None:
    stored: Any = json.loads(path.read_text("utf-8"))
    samples = score_all(stored["protocol"], data.records, dict(read_stored(path, prediction)), data)
    origin = Origin(
        command=stored["command"],
        protocol=stored["protocol"],
        contamination=compared(stored),
        model=stored["model"],
        prompting=stored["prompting"],
        decoding=stored["decoding"],
    )
    again = make_report(data.admitted, samples, origin)
    assert {**again, **{name: stored[name] for name in OF_THE_RUN}} == stored


def prediction(entry: dict[str, Any]) -> tuple[str, Prediction]:
    """The answer of a stored line, by its record's id."""
    told = {name: entry[name] for name in ("id", "stop", "tokens", "seconds")}
    return entry["id"], Prediction(text=entry["prediction"], **told)
