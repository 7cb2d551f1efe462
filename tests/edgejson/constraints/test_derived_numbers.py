"""Derived figures: what counts as equal, and how expectations are spelled."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from edgejson.constraints.currencies import too_fine
from edgejson.constraints.derived_numbers import follows, shares_within_whole, spelled
from edgejson.constraints.label_paths import LabelNumber, numbers, values_at


def _right(stated: str, exact: Fraction) -> bool:
    value = Decimal(stated) if "." in stated or "E" in stated else int(stated)
    return not list(follows(LabelNumber("/x", value), exact))


@pytest.mark.parametrize(
    ("stated", "exact", "right"),
    [
        ("33.33", Fraction(100, 3), True),
        ("33.3", Fraction(100, 3), True),
        ("33", Fraction(100, 3), True),
        ("33.34", Fraction(100, 3), False),
        ("33.30", Fraction(100, 3), False),
        ("2.5", Fraction(249, 100), True),
        ("0.12", Fraction(1, 8), True),  # half even
        ("0.13", Fraction(1, 8), True),  # half up
        ("0.37", Fraction(3, 8), False),  # half even and half up agree on 0.38
        ("-0.13", Fraction(-1, 8), True),
        ("1E+2", Fraction(100), True),
        ("100.0", Fraction(10004, 100), True),
    ],
)
def test_quotients_are_equal_when_rounded_to_their_own_decimals(
    stated: str, exact: Fraction, right: bool
) -> None:
    assert _right(stated, exact) is right


def test_expectations_have_the_labels_decimals() -> None:
    [mismatch] = follows(LabelNumber("/x", Decimal("9.99")), Fraction(1, 8))
    assert mismatch.expected == "0.12 or 0.13"
    assert spelled(Fraction(-5, 4), 2) == "-1.25"
    assert spelled(Fraction(-1, 100), 2) == "-0.01"
    assert spelled(Fraction(7), 0) == "7"


def _shares(*values: str) -> list[object]:
    return list(shares_within_whole([LabelNumber("/x", Decimal(value)) for value in values], "/list"))


def test_shares_may_each_be_rounded_up_by_half_a_digit() -> None:
    assert not _shares("33.4", "33.3", "33.4")
    assert not _shares("33.4", "33.4", "33.3")
    assert _shares("33.5", "33.4", "33.4")
    assert not _shares("50", "51")
    assert _shares("100.06")


def test_trailing_zeros_are_not_finer_than_a_minor_unit() -> None:
    assert not list(too_fine([LabelNumber("/x", Decimal("12.500"))], 2, "EUR"))
    assert list(too_fine([LabelNumber("/x", Decimal("12.505"))], 2, "EUR"))
    assert not list(too_fine([LabelNumber("/x", Decimal("1345.0"))], 0, "JPY"))
    assert not list(too_fine([LabelNumber("/x", Decimal("0.000"))], 0, "JPY"))
    assert not list(too_fine([LabelNumber("/x", Decimal("1E+3"))], 0, "JPY"))


def test_a_path_leads_to_every_item_and_passes_over_what_is_not_there() -> None:
    label: Any = {"a": [{"b": 1}, {}, {"b": True}, "b", {"b": Decimal("2.5")}], "c": {"0": 1}}
    assert numbers(label, "a/*/b") == [
        ("/expected_output/a/0/b", 1),
        ("/expected_output/a/4/b", Decimal("2.5")),
    ]
    assert values_at(label, "c/*") == []
    assert values_at(label, "a/b") == []
    assert values_at(label, "a/*/b", at="/x")[0] == ("/x/a/0/b", 1)
