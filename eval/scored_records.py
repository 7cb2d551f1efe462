"""The per-record results beside a report, ``R.samples.jsonl`` for ``R.json``: one line a record."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from edgejson.core.files import write_atomically
from edgejson.core.json_text import compact
from edgejson.eval.errors import ReportError
from edgejson.scoring.equality import Difference
from edgejson.scoring.scored_record import ScoredRecord

T = TypeVar("T")

SHOWN_DIFFERENCES = 20
"""Differences that a line lists; ``differences_in_all`` counts the rest too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredScores:
    """What a comparison needs of a stored line."""

    id: str
    schema_id: str
    scores: Mapping[str, float]


def beside(report: Path, kind: str) -> Path:
    """Return the path of the JSON Lines of this kind beside a report, another for each report."""
    stem = report.name.removesuffix(".json")
    return report.with_name(f"{stem}.{kind}.jsonl")


def scored_records_path(report: Path) -> Path:
    """Return where the per-record results of `report` are stored: ``R.samples.jsonl`` for ``R.json``."""
    return beside(report, "samples")


def write_scored_records(report: Path, scored: Iterable[ScoredRecord], seen: Mapping[str, bool]) -> None:
    """Write the per-record results beside a report; `seen` says by id whether training knew the template.

    Answers with half a surrogate pair are written escaped.
    """
    write_atomically(scored_records_path(report), b"".join(_line(record, seen) for record in scored))


def read_scored_records(path: Path, report: Mapping[str, Any]) -> list[StoredScores]:
    """Read the results beside the report in `path`; ReportError when they are missing or another's."""
    names = list(report["scores"])
    stored = read_stored(
        path,
        lambda entry: StoredScores(
            id=entry["id"],
            schema_id=entry["schema_id"],
            scores={name: float(entry["scores"][name]) for name in names},
        ),
    )
    exact = sum(record.scores["json_exact"] for record in stored)
    if len(stored) != report["n"] or exact != report["scores"]["json_exact"]["hits"]:
        problem = f"is not of {path.name} ({len(stored)} records, {exact:.0f} exact); evaluate again"
        raise ReportError(scored_records_path(path), problem)
    return stored


def read_stored(report: Path, read: Callable[[dict[str, Any]], T]) -> list[T]:
    """Return what `read` makes of each line beside a report; ReportError when one is missing or damaged."""
    path = scored_records_path(report)
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        problem = f"cannot read the per-record results ({error.strerror}); keep them beside their report"
        raise ReportError(path, problem) from error
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(read(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise ReportError(f"{path}:{number}", "not a per-record result; evaluate again") from error
    return found


def _line(record: ScoredRecord, seen: Mapping[str, bool]) -> bytes:
    prediction = record.prediction
    entry: dict[str, Any] = {
        "id": record.id,
        "schema_id": record.schema_id,
        "complexity": record.complexity,
        "style": record.style,
        "template_seen": seen.get(record.id),
        "prompt": record.prompt,
        "label": record.label,
        "prediction": prediction.text if prediction else None,
        "stop": prediction.stop if prediction else None,
        "tokens": prediction.tokens if prediction else None,
        "seconds": prediction.seconds if prediction else None,
        "scores": record.scores,
        "flags": record.flags,
        "miss": record.miss,
        "differences": [_difference(each) for each in record.differences[:SHOWN_DIFFERENCES]],
        "differences_in_all": len(record.differences),
    }
    return json.dumps(entry).encode() + b"\n"


def _difference(difference: Difference) -> dict[str, str]:
    entry: dict[str, str] = {"kind": difference.kind, "pointer": difference.pointer}
    if difference.kind != "invention":
        entry["expected"] = compact(difference.expected)
    if difference.kind != "omission":
        entry["actual"] = compact(difference.actual)
    return entry
