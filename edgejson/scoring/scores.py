"""The scores of one answer against its label, each defined in one docstring and used everywhere.

An answer without a valid JSON object scores 0 on every one of them. The score of a set of records is the
mean over its records (a macro average: every record weighs the same, however long its label is).
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from edgejson._typing import JSONValue, Label
from edgejson.core.record import Record
from edgejson.scoring.equality import equal, leaf_count, matching_leaves
from edgejson.scoring.schemas import Schemas

PRF: TypeAlias = tuple[float, float, float]
"""Precision, recall and F1, each from 0 to 1."""

PROPORTIONS = ("json_exact", "schema_compliance", "gold_shape_compliance")
"""Scores that are 0 or 1 for a record."""

MEANS = ("field_f1", "leaf_precision", "leaf_recall", "leaf_f1")
"""Scores that are anything from 0 to 1 for a record."""

SCORES = ("json_exact", "field_f1", "schema_compliance", "leaf_precision", "leaf_recall", "leaf_f1",
          "gold_shape_compliance")  # fmt: skip
"""Every score, in the order in which reports show them."""


def json_exact(label: Label, answer: Label) -> bool:
    """Return JSONExact: the answer equals the label as JSON.

    1 if equal(label, answer), else 0. Key order is free; 1 = 1.0, exactly and not to a double's precision;
    true is not 1; the order of an array counts. Text around the object does not count here.
    """
    return equal(label, answer)


def field_f1(label: Label, answer: Label) -> float:
    """Return Field F1, the historical definition: over the keys of the top level only.

    With c = the number of top-level keys that both have, with equal values (a nested value is equal or not,
    as a whole), P = c / keys of the answer, R = c / keys of the label: F1 = 2PR / (P + R), 0 when c is 0.
    Two empty objects score 1. Values are compared as JSON; the published harness compared them with
    Python's ``==``. The keys of an array are its indexes; an object has none in common with an array.
    """
    if type(label) is not type(answer):
        return 0.0
    there = _members(answer)
    correct = sum(key in there and equal(value, there[key]) for key, value in _members(label).items())
    return _prf(correct, len(answer), len(label))[2]


def leaf_prf(label: Label, answer: Label) -> PRF:
    """Return leaf precision, recall and F1: over (JSON Pointer, value) pairs.

    The leaves of a value are its scalars and its empty containers. With m = the number of pointers at which
    both have a leaf, with equal values: P = m / leaves of the answer, R = m / leaves of the label, F1 = 2PR
    / (P + R), 0 when m is 0. Array items are told apart by position: an item left out at the front makes
    all later ones wrong. ``{}`` has one leaf, itself, so two empty objects score 1.
    """
    return _prf(matching_leaves(label, answer), leaf_count(answer), leaf_count(label))


def schema_compliance(schemas: Schemas, record: Record, answer: Label) -> bool:
    """Return Schema Compliance: the answer is valid under the record's JSON Schema, formats asserted.

    1 or 0. The label plays no part: a compliant answer can be wrong in every value.
    """
    return schemas.complies(record, answer)


def gold_shape_compliance(label: Label, answer: Label) -> bool:
    """Return gold-shape compliance, the historical check: the top level looks like the label's.

    1 if every top-level key of the label is in the answer with a value of the same JSON type, else 0.
    Integers and fractions are both numbers. Further keys, and anything below the top level, do not matter;
    an empty answer fails. The published harness called this Schema Compliance.
    """
    if not answer or type(label) is not type(answer):
        return False
    there, expected = _members(answer), _members(label)
    return all(key in there and _shape(value) == _shape(there[key]) for key, value in expected.items())


def _members(value: Label) -> Mapping[object, JSONValue]:
    return dict(enumerate(value) if isinstance(value, list) else value.items())


def _prf(correct: int, answered: int, expected: int) -> PRF:
    if answered == expected == 0:
        return 1.0, 1.0, 1.0
    if not correct:
        return 0.0, 0.0, 0.0
    # 2PR/(P+R) with P = c/a and R = c/e is 2c/(a+e): one rounding instead of four.
    return correct / answered, correct / expected, 2 * correct / (answered + expected)


def _shape(value: JSONValue) -> type:
    return int if isinstance(value, Decimal) else type(value)
