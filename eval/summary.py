"""Scored records to estimates: each score's mean with its interval, and what was counted beside."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from edgejson.eval import interval
from edgejson.eval.score_columns import UNKNOWN, ScoreColumns
from edgejson.scoring import scores
from edgejson.scoring.equality import DIFFERENCE_KINDS
from edgejson.scoring.scored_record import ScoredRecord

if TYPE_CHECKING:
    import numpy as np

Estimate: TypeAlias = dict[str, Any]
"""``value`` (a fraction), ``interval`` (two fractions), ``n`` (records) and ``method`` (how the interval
was had); for proportions also ``hits``. Value and interval are None where n is 0."""


def summarize(columns: ScoreColumns) -> dict[str, Any]:
    """Return ``n``, ``scores`` and ``counts`` of at least one record."""
    return {
        "n": len(columns.schemas),
        "scores": {
            name: estimate_score(name, values, columns.schemas) for name, values in columns.scores.items()
        },
        "counts": {flag: _share(column) for flag, column in columns.flags.items()},
    }


def misses(scored: Iterable[ScoredRecord]) -> dict[str, Any]:
    """Return why answers are not exact: each missed record once by its reason, and the differences by kind.

    A kind's ``records`` have at least one such difference; ``places`` counts all of them.
    """
    reasons: Counter[str] = Counter()
    places: Counter[str] = Counter()
    records: Counter[str] = Counter()
    for record in scored:
        if record.miss is not None:
            reasons[record.miss] += 1
        kinds = [difference.kind for difference in record.differences]
        places.update(kinds)
        records.update(set(kinds))
    return {
        "records": reasons.total(),
        "by_reason": dict(sorted(reasons.items())),
        "differences": {
            kind: {"records": records[kind], "places": places[kind]} for kind in DIFFERENCE_KINDS
        },
    }


def estimate_score(name: str, values: "np.ndarray[Any, Any]", schemas: "np.ndarray[Any, Any]") -> Estimate:
    """Return the estimate of one score from the value of each record and the number of its schema."""
    if name in scores.PROPORTIONS:
        return proportion(int((values == 1).sum()), len(values))
    n = len(values)
    if (values == values[0]).all():
        value = float(values[0])
        return {
            "value": value,
            "interval": list(interval.wilson_of_equal(value, n)),
            "n": n,
            "method": "wilson (all records alike)",
        }
    return {
        "value": float(values.mean()),
        "interval": list(interval.bootstrap_mean(values, schemas)),
        "n": n,
        "method": "bootstrap by schema" if (schemas != schemas[0]).any() else "bootstrap by record",
    }


def proportion(hits: int, n: int) -> Estimate:
    """Return the estimate of a share of `n` records."""
    return {
        "value": hits / n if n else None,
        "interval": list(interval.wilson(hits, n)) if n else None,
        "n": n,
        "hits": hits,
        "method": "wilson",
    }


def _share(flags: "np.ndarray[Any, Any]") -> Estimate:
    """Return the estimate of a flag; records of which nobody knows are not in n."""
    return proportion(int((flags == 1).sum()), int((flags != UNKNOWN).sum()))
