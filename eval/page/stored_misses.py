"""The misses of a report, read from the per-record results beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edgejson.eval.errors import ReportError
from edgejson.eval.scored_records import read_stored, scored_records_path


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

    Raises ReportError when the per-record results are missing, damaged, or of another report.
    """
    stored = read_stored(report, _miss)
    if len(stored) != records:
        problem = f"has {len(stored)} records, its report {records}; evaluate again"
        raise ReportError(scored_records_path(report), problem)
    return [miss for miss in stored if miss is not None]


def _miss(entry: dict[str, Any]) -> StoredMiss | None:
    """Return the miss in a stored line, None where the answer is exact."""
    if entry["miss"] is None:
        return None
    named = {name: entry[name] for name in StoredMiss.__slots__ if name != "reason"}
    return StoredMiss(reason=entry["miss"], **named)


def choose_misses(misses: Sequence[StoredMiss], count: int) -> list[StoredMiss]:
    """Return `count` of the misses (or all), in their order, drawn evenly from schemas and reasons."""
    groups: dict[tuple[str, str], int] = {}
    turns = []
    for index, miss in enumerate(misses):
        group = miss.schema_id, miss.reason
        turn = groups[group] = groups.get(group, 0) + 1
        turns.append((turn, index))
    return [misses[index] for index in sorted(index for _, index in sorted(turns)[:count])]
