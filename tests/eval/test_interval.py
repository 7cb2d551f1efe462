"""Intervals against published figures, and against what they must do at the edges."""

import pytest

from edgejson.eval.interval import bootstrap_mean, mcnemar, wilson


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
    ("only_first", "only_second", "p"),
    [(0, 0, 1.0), (3, 3, 1.0), (0, 5, 2 * 0.5**5), (0, 10, 2 * 0.5**10), (1, 8, 2 * (1 + 9) * 0.5**9)],
)
def test_mcnemar_is_the_exact_binomial_test(only_first: int, only_second: int, p: float) -> None:
    assert mcnemar(only_first, only_second) == pytest.approx(p)
    assert mcnemar(only_second, only_first) == pytest.approx(p)
