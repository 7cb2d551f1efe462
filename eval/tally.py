"""Samples to figures: each score's mean with its interval, and what was counted beside."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from edgejson.eval import interval
from edgejson.eval.outcomes import UNKNOWN, Outcomes
from edgejson.scoring import scores
from edgejson.scoring.equality import DIFFERENCE_KINDS
from edgejson.scoring.scored_record import Sample

if TYPE_CHECKING:
    import numpy as np

Figure: TypeAlias = dict[str, Any]
"""``value`` (a fraction), ``interval`` (two fractions), ``n`` (records) and ``method`` (how the interval
was had); for proportions also ``hits``. Value and interval are None where n is 0."""


def tally(outcomes: Outcomes) -> dict[str, Any]:
    """Return ``n``, ``scores`` and ``counts`` of at least one outcome."""
    return {
        "n": len(outcomes.schemas),
        "scores": {
            name: score_figure(name, values, outcomes.schemas) for name, values in outcomes.scores.items()
        },
        "counts": {flag: _share(column) for flag, column in outcomes.flags.items()},
    }


def misses(samples: Iterable[Sample]) -> dict[str, Any]:
    """Return why answers are not exact: each missed record once by its reason, and the differences by kind.

    A kind's ``records`` have at least one such difference; ``places`` counts all of them.
    """
    reasons: Counter[str] = Counter()
    places: Counter[str] = Counter()
    records: Counter[str] = Counter()
    for sample in samples:
        if sample.miss is not None:
            reasons[sample.miss] += 1
        kinds = [difference.kind for difference in sample.differences]
        places.update(kinds)
        records.update(set(kinds))
    return {
        "records": reasons.total(),
        "by_reason": dict(sorted(reasons.items())),
        "differences": {
            kind: {"records": records[kind], "places": places[kind]} for kind in DIFFERENCE_KINDS
        },
    }


def score_figure(name: str, values: "np.ndarray[Any, Any]", schemas: "np.ndarray[Any, Any]") -> Figure:
    """Return the figure of one score: its value for each record, [records], and the number of its schema."""
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


def proportion(hits: int, n: int) -> Figure:
    """Return the figure of a share of `n` records."""
    return {
        "value": hits / n if n else None,
        "interval": list(interval.wilson(hits, n)) if n else None,
        "n": n,
        "hits": hits,
        "method": "wilson",
    }


def _share(flags: "np.ndarray[Any, Any]") -> Figure:
    """Return the figure of a flag; records of which nobody knows are not in n."""
    return proportion(int((flags == 1).sum()), int((flags != UNKNOWN).sum()))
