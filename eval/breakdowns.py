"""The scores by complexity, schema, style of the prompt, template known from training, and label length."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from edgejson.eval.score_columns import ScoreColumns
from edgejson.eval.summary import summarize
from edgejson.scoring.scored_record import ScoredRecord

Breakdown: TypeAlias = dict[str, dict[str, Any]]
"""The summary (see `summarize`) of each cell, in the order in which reports show them."""

BREAKDOWNS = ("complexity", "schema", "style", "template", "label_length")
"""What the scores are broken down by; each is a key of a report's ``breakdowns``."""

TITLES = {
    "complexity": "complexity",
    "schema": "schema",
    "style": "style",
    "template": "template, in training",
    "label_length": "characters of the label",
}

NOT_STATED = "not stated"
"""The cell of records that do not say; a breakdown in which no record says anything is empty."""

LENGTHS = (250, 500, 1000, 2000, 4000)
"""Longest label of each bin, in characters of its compact text; the last bin has no end."""

_BINS = (
    f"up to {LENGTHS[0]}",
    *(f"{low + 1} to {high}" for low, high in pairwise(LENGTHS)),
    f"over {LENGTHS[-1]}",
)
_ORDER = {
    name: rank
    for rank, name in enumerate(
        ("simple", "medium", "complex", "seen", "unseen", *_BINS, "unknown", NOT_STATED), 1
    )
}


def break_down(
    scored: Sequence[ScoredRecord], columns: ScoreColumns, seen: Mapping[str, bool], *, as_published: bool
) -> dict[str, Breakdown]:
    """Return every breakdown of at least one record; `seen` says by id whether its template was trained on.

    A record that names no complexity counts under the registry's; `as_published` leaves it out there, as the
    published table does.
    """
    return {
        "complexity": _cells(scored, columns, _published_complexity if as_published else _complexity),
        "schema": _cells(scored, columns, lambda record: record.schema_id),
        "style": _stated(_cells(scored, columns, lambda record: record.style or NOT_STATED)),
        "template": _stated(_cells(scored, columns, lambda record: _template(seen.get(record.id)))),
        "label_length": _cells(scored, columns, lambda record: length_bin(len(record.label))),
    }


def length_bin(characters: int) -> str:
    """Return the name of the bin of a label of so many characters."""
    return _BINS[bisect_left(LENGTHS, characters)]


def _cells(
    scored: Sequence[ScoredRecord], columns: ScoreColumns, cell_of: Callable[[ScoredRecord], str | None]
) -> Breakdown:
    rows: dict[str, list[int]] = {}
    for row, record in enumerate(scored):
        cell = cell_of(record)
        if cell is not None:
            rows.setdefault(cell, []).append(row)
    names = sorted(rows, key=lambda name: (_ORDER.get(name, 0), name))
    return {name: summarize(columns.at(rows[name])) for name in names}


def _complexity(record: ScoredRecord) -> str:
    return record.complexity


def _published_complexity(record: ScoredRecord) -> str | None:
    return None if record.complexity_from_registry else record.complexity


def _template(seen: bool | None) -> str:
    return NOT_STATED if seen is None else "seen" if seen else "unseen"


def _stated(breakdown: Breakdown) -> Breakdown:
    return {} if set(breakdown) <= {NOT_STATED} else breakdown
