"""The published scoring, faults included: what it sees, what it misses."""

import json
from decimal import Decimal
from typing import Any

import pytest

from edgejson.scoring.historical import score_historically

LABEL: dict[str, Any] = {"a": 1, "b": {"c": [True]}, "d": Decimal("2.50"), "e": "x"}
GOLD = json.dumps({"a": 1, "b": {"c": [True]}, "d": 2.5, "e": "x"})


@pytest.mark.parametrize(
    ("text", "exact", "f1", "compliant"),
    [
        (GOLD, True, 1, True),
        (f"Here: {GOLD} done", True, 1, True),
        # Python's == makes True equal 1, and a double loses the last digits.
        (GOLD.replace("[true]", "[1]"), True, 1, True),
        (GOLD.replace("2.5", "2.50000000000000000001"), True, 1, True),
        # The types of the top level are compared: int and float are alike, bool is neither.
        (GOLD.replace('"a": 1', '"a": 1.0'), True, 1, True),
        (GOLD.replace('"a": 1', '"a": true'), True, 1, False),
        (GOLD.replace('"a": 1', '"a": "1"'), False, 3 / 4, False),
        # Further keys, and what is below the top level, do not matter to compliance.
        (GOLD[:-1] + ', "more": 1}', False, 8 / 9, True),
        (GOLD.replace('{"c": [true]}', "{}"), False, 3 / 4, True),
        # The last of repeated keys wins.
        (GOLD[:-1] + ', "a": 1}', True, 1, True),
        ("{}", False, 0, False),
        ("", False, 0, False),
        ("no", False, 0, False),
        ("[1]", False, 0, False),
        ("null", False, 0, False),
        ("7", False, 0, False),
        (GOLD[:-1], False, 0, False),
        ("[" * 100_000, False, 0, False),
        ('{"a": ' + "9" * 5_000 + "}", False, 0, False),
    ],
)
def test_published_scores(text: str, exact: bool, f1: float, compliant: bool) -> None:
    scores = score_historically(LABEL, text)
    assert (scores.json_exact, scores.schema_compliance) == (exact, compliant)
    assert scores.field_f1 == pytest.approx(f1)


def test_three_levels_among_other_text_are_not_found() -> None:
    deep = {"a": {"b": {"c": 1}}}
    text = json.dumps(deep)
    label: Any = deep
    assert score_historically(label, text).json_exact
    # Two brace levels are all that its expression sees: the fragment inside is taken for the answer.
    assert not score_historically(label, "Sure: " + text).json_exact


def test_empty_label() -> None:
    assert score_historically({}, "{}").field_f1 == 1
    assert score_historically({}, "no").field_f1 == 0
    assert not score_historically({}, "{}").schema_compliance
