"""Two evaluations of the same records, compared record by record."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from edgejson.eval import interval
from edgejson.eval.errors import ReportError
from edgejson.eval.report import read_report, scoring
from edgejson.eval.scored_records import StoredScores, read_scored_records
from edgejson.scoring import scores

FORMAT = "edgejson.comparison/1"


def compare_reports(first: Path, second: Path) -> dict[str, Any]:
    """Return the paired comparison of two stored reports, second minus first, as JSON.

    For each score both values and their ``difference`` with a bootstrap interval over the paired
    differences, drawn by schema; for a proportion also ``difference_records``, how many records just one of
    the two got right, and McNemar's exact p-value. Raises ReportError unless both are of the same data,
    protocol and records.
    """
    one, other = read_report(first), read_report(second)
    check_comparable(first, second, one, other)
    pairs = _pairs(first, second, one, other)
    return {
        "format": FORMAT,
        "first": _who(first, one),
        "second": _who(second, other),
        "protocol": scoring(one["protocol"]),
        "data_sha256": one["data"]["sha256"],
        "n": len(pairs),
        "scores": {name: _compare(name, pairs) for name in one["scores"]},
    }


def check_comparable(first: Path, second: Path, one: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    """Raise ReportError unless two reports are of the same data, protocol and records."""
    questions: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
        "data file": lambda report: report["data"]["sha256"],
        "protocol": lambda report: scoring(report["protocol"]),
        "sample": lambda report: (report["selection"] or {}).get("ids_sha256", "none: all records"),
    }
    for what, name in questions.items():
        if name(one) != name(other):
            problem = f"is of another {what} than {first} ({name(other)[:20]}, not {name(one)[:20]})"
            raise ReportError(second, f"{problem}; evaluate both on the same")


def _pairs(
    first: Path, second: Path, one: Mapping[str, Any], other: Mapping[str, Any]
) -> list[tuple[StoredScores, StoredScores]]:
    ones = {record.id: record for record in read_scored_records(first, one)}
    others = {record.id: record for record in read_scored_records(second, other)}
    if ones.keys() != others.keys():
        shared = len(ones.keys() & others.keys())
        problem = f"has {len(others)} records, {first} has {len(ones)}, and {shared} of them are the same"
        raise ReportError(second, f"{problem}; evaluate both on the same records (--sample-file)")
    return [(ones[record_id], others[record_id]) for record_id in ones]


def _compare(name: str, pairs: Sequence[tuple[StoredScores, StoredScores]]) -> dict[str, Any]:
    ones = [one.scores[name] for one, _ in pairs]
    others = [other.scores[name] for _, other in pairs]
    gains = [other - one for one, other in zip(ones, others, strict=True)]
    n = len(pairs)
    compared: dict[str, Any] = {
        "first": sum(ones) / n,
        "second": sum(others) / n,
        "difference": sum(gains) / n,
        "interval": list(interval.bootstrap_mean(gains, [one.schema_id for one, _ in pairs])),
        "n": n,
        "method": "paired bootstrap by schema",
    }
    if name in scores.PROPORTIONS:
        only_first, only_second = sum(gain < 0 for gain in gains), sum(gain > 0 for gain in gains)
        compared |= {
            "difference_records": only_second - only_first,
            "only_first": only_first,
            "only_second": only_second,
            "p_value": interval.mcnemar(only_first, only_second),
        }
    return compared


def _who(path: Path, report: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "report": path.name,
        "protocol": report["protocol"],
        "model": report["model"],
        "answers_sha256": report["answers_sha256"],
    }
