"""How sure a score is: 95 % intervals for proportions and for means."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from edgejson.eval.errors import EvaluationError

if TYPE_CHECKING:
    import numpy as np

Interval: TypeAlias = tuple[float, float]
"""Lower and upper bound, fractions."""

CONFIDENCE = 0.95
RESAMPLES = 2000
SEED = 20_25
"""Seed of every bootstrap, so that a report reproduces to the last digit."""


def wilson(hits: int, n: int) -> Interval:
    """Return the Wilson score interval of `hits` among `n` records (E. B. Wilson, JASA 22, 1927), by scipy.

    It stays inside 0 to 1 and has a width at 0 and at n hits, where the normal approximation has none. `n`
    is at least 1.
    """
    return _wilson(hits, n)


def bootstrap_mean(values: Sequence[float], clusters: Sequence[str]) -> Interval:
    """Return the percentile bootstrap interval of the mean of `values`, drawn by whole clusters.

    Records of one schema resemble each other, so schemas are drawn, with all their records (Davison and
    Hinkley, Bootstrap Methods and their Application, 1997, section 3.8). Where all values are of one
    cluster the records themselves are drawn. One record tells nothing about its spread: then the interval
    is 0 to 1 for values in that range, and -1 to 1 when one of them is negative (differences).
    """
    import numpy as np

    if len(values) == 1:
        return (-1.0 if values[0] < 0 else 0.0, 1.0)
    array = np.asarray(values, dtype=np.float64)
    if len(set(clusters)) > 1:
        _, cluster = np.unique(np.asarray(clusters), return_inverse=True)
        sums, sizes = np.bincount(cluster, weights=array), np.bincount(cluster).astype(np.float64)
        means = _resampled(sums, sizes, np.ones(len(sums)))
    else:
        # Equal values are one kind of record: drawing how often each kind comes is drawing records.
        kinds, counts = np.unique(array, return_counts=True)
        means = _resampled(kinds, np.ones(len(kinds)), counts)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(means, (tail, 1 - tail))
    return float(low), float(high)


def mcnemar(only_first: int, only_second: int) -> float:
    """Return the exact two-sided p-value of McNemar's test: of the records that just one model got right.

    Under the null hypothesis each such record is as likely to be the one's as the other's (Q. McNemar,
    Psychometrika 12, 1947; exact binomial form). 1.0 when there is none.
    """
    discordant = only_first + only_second
    if not discordant:
        return 1.0
    return float(_scipy_stats().binomtest(only_first, discordant, 0.5).pvalue)


@cache
def _wilson(hits: int, n: int) -> Interval:
    bounds = _scipy_stats().binomtest(hits, n).proportion_ci(confidence_level=CONFIDENCE, method="wilson")
    return float(bounds.low), float(bounds.high)


def _resampled(
    sums: "np.ndarray[Any, Any]", sizes: "np.ndarray[Any, Any]", weights: "np.ndarray[Any, Any]"
) -> "np.ndarray[Any, Any]":
    """Return RESAMPLES ratios of sums to sizes of units drawn, with replacement, by `weights`."""
    import numpy as np

    draws = np.random.default_rng(SEED).multinomial(
        int(weights.sum()), weights / weights.sum(), size=RESAMPLES
    )
    ratios: np.ndarray[Any, Any] = (draws @ sums) / (draws @ sizes)
    return ratios


def _scipy_stats() -> Any:
    try:
        import scipy.stats
    except ImportError as error:
        raise EvaluationError(
            "intervals need scipy; install it with: pip install 'edgejson[report]'"
        ) from error
    return scipy.stats
