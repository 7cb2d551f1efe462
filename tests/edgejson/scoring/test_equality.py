from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from edgejson.scoring.equality import differences, equal, leaf_count, matching_leaves

from .test_answer import JSON_VALUES


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (1, Decimal("1.0"), True),
        (Decimal("1e2"), 100, True),
        (Decimal("0.1"), Decimal("0.10"), True),
        (Decimal("0.1"), Decimal("0.1000000000000000055511151231257827"), False),
        (10**20, 10**20 + 1, False),
        (0, Decimal("-0.0"), True),
        (True, 1, False),
        (False, 0, False),
        (True, True, True),
        (True, Decimal("1.0"), False),
        (None, False, False),
        (None, None, True),
        ("1", 1, False),
        ("\u00e9", "e\u0301", False),
        ([], {}, False),
        ([1, 2], [2, 1], False),
        ([1], [1, 1], False),
        ({"a": 1, "b": 2}, {"b": 2, "a": Decimal("1.0")}, True),
        ({"a": 1}, {"a": 1, "b": None}, False),
        ({"a": None}, {"b": None}, False),
        ({"a": [True]}, {"a": [1]}, False),
        ("", None, False),
    ],
)
def test_equality(one: Any, other: Any, same: bool) -> None:
    assert equal(one, other) is same
    assert equal(other, one) is same
    assert (not list(differences(one, other))) is same


@pytest.mark.parametrize(
    ("value", "count"),
    [(1, 1), ({}, 1), ([], 1), ({"a": {}}, 1), ({"a": [], "b": 1}, 2), ([1, [2, 3], {"x": None}], 4)],
)
def test_leaf_count(value: Any, count: int) -> None:
    assert leaf_count(value) == count
    assert matching_leaves(value, value) == count


@pytest.mark.parametrize(
    ("label", "answer", "found", "matching"),
    [
        ({"a": 1}, {}, [("omission", "/a")], 0),
        ({}, {"a": 1}, [("invention", "/a")], 0),
        ({"a": 1}, {"a": 2}, [("wrong_value", "/a")], 0),
        ({"a": 1}, {"a": "1"}, [("wrong_type", "/a")], 0),
        ({"a": 1}, {"a": True}, [("wrong_type", "/a")], 0),
        ({"a": 1}, {"a": None}, [("wrong_type", "/a")], 0),
        ({"a": {"b": 1, "c": 2}}, {"a": "x"}, [("wrong_type", "/a")], 0),
        ({"a": {"b": 1, "c": 2}}, {"x": 0}, [("omission", "/a"), ("invention", "/x")], 0),
        ({"a": [1, 2, 3]}, {"a": [1, 2]}, [("omission", "/a/2")], 2),
        ({"a": [2]}, {"a": [1, 2]}, [("wrong_value", "/a/0"), ("invention", "/a/1")], 0),
        ({"a": []}, {"a": [1]}, [("invention", "/a/0")], 0),
        ({"a": {}}, {"a": []}, [("wrong_type", "/a")], 0),
        ({"a/b": {"~": 1}, "c": 5}, {"a/b": {"~": 2}, "c": 5}, [("wrong_value", "/a~1b/~0")], 1),
    ],
)  # fmt: skip
def test_differences(label: Any, answer: Any, found: list[tuple[str, str]], matching: int) -> None:
    assert [(each.kind, each.pointer) for each in differences(label, answer)] == found
    assert matching_leaves(label, answer) == matching


@given(JSON_VALUES, JSON_VALUES)
def test_three_views_of_equality_agree(one: Any, other: Any) -> None:
    same = equal(one, other)
    assert (not list(differences(one, other))) is same
    full = matching_leaves(one, other) == leaf_count(one) == leaf_count(other)
    assert full is same
