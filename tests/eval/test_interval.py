"""Intervals against published figures, and against what they must do at the edges."""

import numpy as np
import pytest
from scipy import stats

from edgejson.eval.interval import bootstrap_mean, mcnemar, student, wilson, wilson_of_equal


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_of_published_examples(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=5e-5)


def test_wilson_at_the_ends() -> None:
    assert wilson(0, 50)[0] == 0
    assert wilson(50, 50)[1] == 1
    assert wilson(50, 50)[0] == pytest.approx(1 - wilson(0, 50)[1])


def test_bootstrap_reproduces_and_holds_the_mean() -> None:
    values = [0.0, 0.2, 0.4, 0.9, 1.0, 1.0]
    clusters = ["a", "a", "b", "b", "c", "c"]
    low, high = bootstrap_mean(values, clusters)
    assert (low, high) == bootstrap_mean(values, clusters)
    assert 0.1 <= low < sum(values) / 6 < high <= 1.0


def test_bootstrap_draws_whole_schemas() -> None:
    # Within a schema all records agree: forty records tell no more than two, and two say very little.
    values = [0.0] * 20 + [1.0] * 20
    assert bootstrap_mean(values, ["a"] * 20 + ["b"] * 20) == (0.0, 1.0)
    low, high = bootstrap_mean(values, ["a"] * 40)
    assert 0.3 < low < high < 0.7


def test_bootstrap_weighs_schemas_by_their_records() -> None:
    # Where all schemas agree in their mean, drawing schemas changes nothing.
    assert bootstrap_mean([0.0, 1.0, 0.0, 0.0, 1.0, 1.0], ["a", "a", "b", "b", "b", "b"]) == (0.5, 0.5)


@pytest.mark.parametrize(("value", "bounds"), [(0.7, (0.0, 1.0)), (-0.3, (-1.0, 1.0))])
def test_one_record_tells_nothing(value: float, bounds: tuple[float, float]) -> None:
    assert bootstrap_mean([value], ["a"]) == bounds


@pytest.mark.parametrize(
    ("value", "n", "bounds"),
    [
        (0.0, 8, wilson(0, 8)),
        (1.0, 8, wilson(8, 8)),
        (0.5, 8, wilson(4, 8)),
        (0.55, 8, (wilson(4, 8)[0], wilson(5, 8)[1])),
        (0.7, 1, (0.0, 1.0)),
    ],
)
def test_records_that_are_all_alike_leave_doubt(value: float, n: int, bounds: tuple[float, float]) -> None:
    low, high = wilson_of_equal(value, n)
    assert (low, high) == bounds
    assert low <= value <= high
    assert high - low > 0.3


@pytest.mark.parametrize(
    ("only_first", "only_second", "p"),
    [(0, 0, 1.0), (3, 3, 1.0), (0, 5, 2 * 0.5**5), (0, 10, 2 * 0.5**10), (1, 8, 2 * (1 + 9) * 0.5**9)],
)
def test_mcnemar_is_the_exact_binomial_test(only_first: int, only_second: int, p: float) -> None:
    assert mcnemar(only_first, only_second) == pytest.approx(p)
    assert mcnemar(only_second, only_first) == pytest.approx(p)


def test_bootstrap_by_record_is_scipys() -> None:
    draw = np.random.default_rng(1)
    values = draw.choice([0.0, 0.25, 0.8, 1.0], size=300)
    theirs = stats.bootstrap(
        (values,), np.mean, method="percentile", n_resamples=5000, rng=np.random.default_rng(2)
    ).confidence_interval
    assert bootstrap_mean(values, ["a"] * 300) == pytest.approx((theirs.low, theirs.high), abs=0.01)


@pytest.mark.parametrize(
    ("values", "bounds"),
    # Half width with two degrees of freedom: 4.30265 standard errors.
    [([0.5, 0.75, 1.0], (0.75 - 0.6210, 0.75 + 0.6210)), ([0.3, 0.3, 0.3], (0.3, 0.3))],
)
def test_student(values: list[float], bounds: tuple[float, float]) -> None:
    assert student(values) == pytest.approx(bounds, abs=1e-4)
