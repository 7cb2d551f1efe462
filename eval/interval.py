"""How sure a score is: 95 % intervals for proportions and for means."""

import math
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np

Interval: TypeAlias = tuple[float, float]
"""Lower and upper bound, fractions."""

Values: TypeAlias = "Sequence[float] | np.ndarray[Any, Any]"

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


def wilson_of_equal(value: float, n: int) -> Interval:
    """Return the interval of the mean of `n` records, one at least, that all have the same score, 0 to 1.

    Drawn again they give that score again, so a bootstrap has no width, as if eight misses out of eight were
    certain. Of all scores from 0 to 1 with one mean, those that are only 0 or 1 vary most; so Wilson's
    interval of a proportion holds for any. Between two numbers of hits it reaches from the lower bound of
    the smaller to the upper bound of the larger.
    """
    hits = value * n
    return _wilson(math.floor(hits), n)[0], _wilson(math.ceil(hits), n)[1]


def bootstrap_mean(values: Values, clusters: "Sequence[object] | np.ndarray[Any, Any]") -> Interval:
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
    named, cluster = np.unique(np.asarray(clusters), return_inverse=True)
    if len(named) == 1:
        return _by_record(array)
    sums, sizes = np.bincount(cluster, weights=array), np.bincount(cluster).astype(np.float64)
    bounds = _scipy_stats().bootstrap(
        (sums, sizes), _mean, paired=True, vectorized=True, method="percentile",
        n_resamples=RESAMPLES, confidence_level=CONFIDENCE, rng=np.random.default_rng(SEED),
    ).confidence_interval  # fmt: skip
    return float(bounds.low), float(bounds.high)


def student(values: Sequence[float]) -> Interval:
    """Return Student's t interval of the mean of two or more `values` (W. S. Gosset, Biometrika 6, 1908).

    For the few scores that training with several seeds gives; equal values give an interval without width.
    """
    import numpy as np

    array = np.asarray(values, dtype=np.float64)
    mean, error = float(array.mean()), float(array.std(ddof=1)) / len(array) ** 0.5
    if not error:
        return mean, mean
    low, high = _scipy_stats().t.interval(CONFIDENCE, df=len(array) - 1, loc=mean, scale=error)
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


def _mean(sums: "np.ndarray[Any, Any]", sizes: "np.ndarray[Any, Any]", axis: int = -1) -> Any:
    """Return the mean of all values in clusters of these sums and sizes."""
    return sums.sum(axis=axis) / sizes.sum(axis=axis)


def _by_record(values: "np.ndarray[Any, Any]") -> Interval:
    """Return the percentile bootstrap interval of the mean, drawn by record.

    Equal values are one kind of record, and drawing how often each kind comes is drawing records: what
    scipy's bootstrap gives, without its gigabyte of draws for a hundred thousand records.
    """
    import numpy as np

    kinds, counts = np.unique(values, return_counts=True)
    n = len(values)
    draws = np.random.default_rng(SEED).multinomial(n, counts / n, size=RESAMPLES)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(draws @ kinds / n, (tail, 1 - tail))
    return float(low), float(high)


def _scipy_stats() -> Any:
    import scipy.stats

    return scipy.stats
