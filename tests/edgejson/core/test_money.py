"""Exact amounts: which roundings and sums are right."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.core.money import is_one_of, plus, product, roundings, spelled, sums


def amounts(*texts: str) -> set[Decimal]:
    return {Decimal(text) for text in texts}


@pytest.mark.parametrize(
    ("amount", "digits", "right"),
    [
        ("1.234", 2, ["1.23"]),
        ("1.236", 2, ["1.24"]),
        ("1.235", 2, ["1.24"]),
        ("1.245", 2, ["1.24", "1.25"]),
        ("1.2450000000000000000000000000000000001", 2, ["1.25"]),
        ("1.2449999999999999999999999999999999999", 2, ["1.24"]),
        ("-1.245", 2, ["-1.24", "-1.25"]),
        ("0.005", 2, ["0.00", "0.01"]),
        ("0.5", 0, ["0", "1"]),
        ("1.5", 0, ["2"]),
        ("1.0005", 3, ["1.000", "1.001"]),
        ("7", 2, ["7"]),
        ("1e300", 2, ["1e300"]),
        ("1e-300", 2, ["0"]),
    ],
)
def test_roundings(amount: str, digits: int, right: list[str]) -> None:
    assert roundings(Decimal(amount), digits) == amounts(*right)


@pytest.mark.parametrize(
    ("parts", "digits", "right"),
    [
        ([], 2, ["0"]),
        (["0.1", "0.2"], 2, ["0.3"]),
        (["0.004", "0.004"], 2, ["0.01", "0.00"]),  # the sum rounded, each part rounded
        (["0.006", "0.006"], 2, ["0.01", "0.02"]),
        (["0.335", "0.335"], 2, ["0.67", "0.68"]),
        (["0.5", "0.5"], 0, ["1", "2", "0"]),
        (["1e20", "0.01"], 2, ["100000000000000000000.01"]),
    ],
)
def test_sums(parts: list[str], digits: int, right: list[str]) -> None:
    assert sums([Decimal(part) for part in parts], digits) == amounts(*right)


cents = st.integers(-(10**12), 10**12).map(lambda n: Decimal(n).scaleb(-2))


@given(st.lists(cents, max_size=20))
def test_sum_of_whole_cents_is_the_one_exact_sum(parts: list[Decimal]) -> None:
    assert sums(parts, 2) == {sum(parts, Decimal(0))}


@given(st.lists(cents, max_size=20).flatmap(lambda parts: st.tuples(st.just(parts), st.permutations(parts))))
def test_order_of_the_parts_does_not_matter(both: tuple[list[Decimal], list[Decimal]]) -> None:
    parts, shuffled = both
    assert sums(parts, 1) == sums(shuffled, 1)


def test_products_and_sums_are_exact_beyond_28_digits() -> None:
    big, small = Decimal("9" * 30 + ".99"), Decimal("0." + "0" * 30 + "1")
    assert product(big, 10, 3) == Decimal("2" + "9" * 31 + ".7")
    assert plus(big, small) == Decimal("9" * 30 + ".99" + "0" * 28 + "1")


@pytest.mark.parametrize(
    ("actual", "tolerance", "verdict"),
    [
        ("10.00", "0", True),
        ("10.01", "0", False),
        ("10.02", "0.02", True),
        ("10.03", "0.02", False),
        ("9.98", "0.02", True),
    ],
)
def test_tolerance_is_a_closed_distance(actual: str, tolerance: str, verdict: bool) -> None:
    assert is_one_of(Decimal(actual), {Decimal(10)}, Decimal(tolerance)) is verdict


def test_alternatives_are_spelled_in_order() -> None:
    assert spelled(amounts("2.50", "1.5")) == "1.5 or 2.50"
