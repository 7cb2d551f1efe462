"""Samples to figures: each score's mean with its interval, and what was counted beside."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from edgejson.eval import interval, scores
from edgejson.eval.equality import DIFFERENCE_KINDS
from edgejson.eval.sample import FLAGS, Sample

Figure: TypeAlias = dict[str, Any]
"""``value`` (a fraction), ``interval`` (two fractions), ``n`` (records) and ``method`` (how the interval
was had); for proportions also ``hits``. Value and interval are None where n is 0."""

BREAKDOWNS: Mapping[str, Callable[[Sample], str]] = {
    "complexity": lambda sample: sample.complexity,
    "schema": lambda sample: sample.schema_id,
}
"""What the scores are broken down by; a report has ``by_<name>`` for each."""

_ORDER = {name: place for place, name in enumerate(("simple", "medium", "complex", "unknown"))}


def tally(samples: Sequence[Sample]) -> dict[str, Any]:
    """Return ``n``, ``scores`` and ``counts`` of at least one sample, all scored by the same protocol."""
    return {
        "n": len(samples),
        "scores": {name: score_figure(name, samples) for name in samples[0].scores},
        "counts": {
            flag: proportion([sample.flags[flag] for sample in samples])
            for flag in FLAGS
            if flag in samples[0].flags
        },
    }


def breakdown(samples: Sequence[Sample], key: Callable[[Sample], str]) -> dict[str, dict[str, Any]]:
    """Return the tally of each group of samples; complexities in their own order, all else by name."""
    groups: dict[str, list[Sample]] = {}
    for sample in samples:
        groups.setdefault(key(sample), []).append(sample)
    names = sorted(groups, key=lambda name: (_ORDER.get(name, -1), name))
    return {name: tally(groups[name]) for name in names}


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


def score_figure(name: str, samples: Sequence[Sample]) -> Figure:
    """Return the figure of one score over at least one sample."""
    values = [sample.scores[name] for sample in samples]
    if name in scores.PROPORTIONS:
        return proportion([value == 1 for value in values])
    schemas = [sample.schema_id for sample in samples]
    return {
        "value": sum(values) / len(values),
        "interval": list(interval.bootstrap_mean(values, schemas)),
        "n": len(values),
        "method": "bootstrap by schema" if len(set(schemas)) > 1 else "bootstrap by record",
    }


def proportion(flags: Iterable[bool | None]) -> Figure:
    """Return the figure of a share of records; those of which nobody knows (None) are not in n."""
    known = [flag for flag in flags if flag is not None]
    hits, n = sum(known), len(known)
    return {
        "value": hits / n if n else None,
        "interval": list(interval.wilson(hits, n)) if n else None,
        "n": n,
        "hits": hits,
        "method": "wilson",
    }
