"""The misses of a report, read from the results by record beside it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from edgejson.eval.errors import ReportError
from edgejson.eval.samples import samples_path


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMiss:
    """A record whose answer is not exact; ``prediction`` is None where there was no answer at all."""

    id: str
    schema_id: str
    complexity: str
    prompt: str
    label: str
    prediction: str | None
    tokens: int | None
    reason: str


def read_misses(report: Path, *, records: int) -> list[StoredMiss]:
    """Return all misses of a report of so many records, in the data's order.

    Raises ReportError when the results by record are missing, damaged, or of another report.
    """
    path = samples_path(report)
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        problem = f"cannot read the per-sample results ({error.strerror}); keep them beside their report"
        raise ReportError(path, problem) from error
    if len(lines) != records:
        raise ReportError(path, f"has {len(lines)} records, its report {records}; evaluate again")
    return _misses(path, lines)


def _misses(path: Path, lines: Sequence[bytes]) -> list[StoredMiss]:
    misses = []
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            if entry["miss"] is None:
                continue
            named = {name: entry[name] for name in StoredMiss.__slots__ if name != "reason"}
            misses.append(StoredMiss(reason=entry["miss"], **named))
        except (ValueError, KeyError, TypeError) as error:
            raise ReportError(f"{path}:{number}", "not a per-sample result; evaluate again") from error
    return misses


def choose_misses(misses: Sequence[StoredMiss], count: int) -> list[StoredMiss]:
    """Return `count` of the misses (or all), in their order, drawn evenly from schemas and reasons."""
    groups: dict[tuple[str, str], int] = {}
    turns = []
    for place, miss in enumerate(misses):
        group = miss.schema_id, miss.reason
        turn = groups[group] = groups.get(group, 0) + 1
        turns.append((turn, place))
    return [misses[place] for place in sorted(place for _, place in sorted(turns)[:count])]
