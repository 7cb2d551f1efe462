"""The per-sample results beside a report, ``R.samples.jsonl`` for ``R.json``: one line a record."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from edgejson.core.files import write_atomically
from edgejson.core.json_text import compact
from edgejson.eval.errors import ReportError
from edgejson.scoring.equality import Difference
from edgejson.scoring.scored_record import Sample

T = TypeVar("T")

SHOWN_DIFFERENCES = 20
"""Differences that a line lists; ``differences_in_all`` counts the rest too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSample:
    """What a comparison needs of a stored line."""

    id: str
    schema_id: str
    scores: Mapping[str, float]


def beside(report: Path, kind: str) -> Path:
    """Return the path of the JSON Lines of this kind beside a report, another for each report."""
    stem = report.name.removesuffix(".json")
    return report.with_name(f"{stem}.{kind}.jsonl")


def samples_path(report: Path) -> Path:
    """Return where the samples of `report` are stored: ``R.samples.jsonl`` for ``R.json``."""
    return beside(report, "samples")


def write_samples(report: Path, samples: Iterable[Sample], seen: Mapping[str, bool]) -> None:
    """Write the samples of a report beside it; `seen` says by id whether training knew the template.

    Answers with half a surrogate pair are written escaped.
    """
    write_atomically(samples_path(report), b"".join(_line(sample, seen) for sample in samples))


def read_samples(path: Path, report: Mapping[str, Any]) -> list[StoredSample]:
    """Read the samples beside the report in `path`; ReportError when they are missing or another's."""
    names = list(report["scores"])
    samples = read_stored(
        path,
        lambda entry: StoredSample(
            id=entry["id"],
            schema_id=entry["schema_id"],
            scores={name: float(entry["scores"][name]) for name in names},
        ),
    )
    exact = sum(sample.scores["json_exact"] for sample in samples)
    if len(samples) != report["n"] or exact != report["scores"]["json_exact"]["hits"]:
        problem = f"is not of {path.name} ({len(samples)} records, {exact:.0f} exact); evaluate again"
        raise ReportError(samples_path(path), problem)
    return samples


def read_stored(report: Path, read: Callable[[dict[str, Any]], T]) -> list[T]:
    """Return what `read` makes of each line beside a report; ReportError when one is missing or damaged."""
    path = samples_path(report)
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        problem = f"cannot read the per-sample results ({error.strerror}); keep them beside their report"
        raise ReportError(path, problem) from error
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(read(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise ReportError(f"{path}:{number}", "not a per-sample result; evaluate again") from error
    return found


def _line(sample: Sample, seen: Mapping[str, bool]) -> bytes:
    prediction = sample.prediction
    entry: dict[str, Any] = {
        "id": sample.id,
        "schema_id": sample.schema_id,
        "complexity": sample.complexity,
        "style": sample.style,
        "template_seen": seen.get(sample.id),
        "prompt": sample.prompt,
        "label": sample.label,
        "prediction": prediction.text if prediction else None,
        "stop": prediction.stop if prediction else None,
        "tokens": prediction.tokens if prediction else None,
        "seconds": prediction.seconds if prediction else None,
        "scores": sample.scores,
        "flags": sample.flags,
        "miss": sample.miss,
        "differences": [_difference(each) for each in sample.differences[:SHOWN_DIFFERENCES]],
        "differences_in_all": len(sample.differences),
    }
    return json.dumps(entry).encode() + b"\n"


def _difference(difference: Difference) -> dict[str, str]:
    entry: dict[str, str] = {"kind": difference.kind, "pointer": difference.pointer}
    if difference.kind != "invention":
        entry["expected"] = compact(difference.expected)
    if difference.kind != "omission":
        entry["actual"] = compact(difference.actual)
    return entry
