"""Stored answers scored again: a report as rules and scores would make it today, without its model."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from edgejson.core.record import Record
from edgejson.eval.contamination import contamination
from edgejson.eval.errors import ReportError
from edgejson.eval.evaluation_data import EvaluationData
from edgejson.eval.report import WITH_FINDINGS, Origin, answers_digest, make_report, scoring
from edgejson.eval.score_records import score_records
from edgejson.eval.scored_records import read_stored, scored_records_path
from edgejson.eval.training_data import find_training_data
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.scored_record import ScoredRecord

SCORING_PARTS = ("n", "scores", "counts", "misses", "breakdowns")
"""The parts of a report that scoring gives."""


def rescore(
    path: Path,
    report: Mapping[str, Any],
    data: EvaluationData,
    *,
    train_data: Path | None = None,
    config: Path | None = None,
) -> tuple[dict[str, Any], list[ScoredRecord], Mapping[str, bool]]:
    """Return the report in `path` as it would be today, its scored records, and which templates training had.

    What says how the answers came about stays: command, model, prompting, decoding, machine. The suite, the
    attestation and what is shared with the training file are today's; `config` are the settings of both files
    where they are not the nearest. Raises ReportError when the report is of other data, or when the answers
    beside it are not those that it was made from.
    """
    if report["data"]["sha256"] != data.admitted.sha256:
        raise ReportError(
            path,
            f"is of data with SHA-256 {report['data']['sha256'][:12]}…, but {data.admitted.path} has "
            f"{data.admitted.sha256[:12]}…; name the evaluated file with --data",
        )
    stored = read_stored(path, _answer)
    records = _records(path, [record_id for record_id, _ in stored], data)
    predictions = {record_id: answer for record_id, answer in stored if answer is not None}
    scored = score_records(scoring(report["protocol"]), records, predictions, data)
    if answers_digest(scored) != report["answers_sha256"]:
        raise ReportError(
            scored_records_path(path),
            f"holds other answers than {path.name} was made from; keep the two together",
        )
    trained_on = ((report["model"] or {}).get("adapter") or {}).get("training", {}).get("data")
    training = find_training_data(trained_on, train_data, data=data.admitted.path, config=config)
    compared = contamination(records, data.admitted.sha256, training)
    origin = Origin(
        command=report["command"],
        protocol=report["protocol"],
        contamination=compared,
        model=report["model"],
        prompting=report["prompting"],
        decoding=report["decoding"],
        predictions=report["predictions"],
        selection=report["selection"],
    )
    again = make_report(data.admitted, scored, origin)
    again["machine"] = report["machine"]
    of_the_run = [each for each in report["remarks"] if each not in (*again["remarks"], WITH_FINDINGS)]
    again["remarks"] = of_the_run + again["remarks"]
    return again, scored, compared.seen


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the numbers that differ between two reports, such as ``scores.json_exact.hits 3 -> 4``."""
    return [text for part in SCORING_PARTS for text in _changes(part, before.get(part), after.get(part))]


def renewed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is to be stored in the place of `before`.

    Where every figure holds, the versions stay those of the libraries that computed it; what follows from
    suite and attestation is today's.
    """
    return after if changes(before, after) else {**after, "versions": before["versions"]}


def _changes(name: str, before: Any, after: Any) -> Iterator[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in {**before, **after}:
            yield from _changes(f"{name}.{key}", before.get(key), after.get(key))
    elif before != after:
        yield f"{name} {before} -> {after}"


def _answer(entry: dict[str, Any]) -> tuple[str, Prediction | None]:
    if entry["prediction"] is None:
        return entry["id"], None
    noted = {name: entry[name] for name in ("id", "stop", "tokens", "seconds")}
    return entry["id"], Prediction(text=entry["prediction"], **noted)


def _records(path: Path, ids: Sequence[str], data: EvaluationData) -> list[Record]:
    by_id = {record.id: record for record in data.records}
    unknown = [record_id for record_id in ids if record_id not in by_id]
    if unknown or not ids:
        problem = f"{data.admitted.path} has no record {unknown[0]!a}" if unknown else "holds no answers"
        raise ReportError(scored_records_path(path), f"{problem}; evaluate again")
    return [by_id[record_id] for record_id in ids]
