"""The table of corruptions: each lowers exactly the scores, and raises exactly the flags, that it should."""

from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.scoring import scores
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.schemas import Schemas
from edgejson.scoring.scored_record import ScoredRecord, score_record
from edgejson.suite.schema_registry import registry

from .test_answer import JSON_VALUES

LABEL: dict[str, Any] = {
    "order_id": "ORD-1",
    "customer_name": "Mia Novak",
    "items": [
        {"product_name": "Lamp", "quantity": 1, "price": Decimal("19.50")},
        {"product_name": "Desk", "quantity": 2, "price": 100},
    ],
    "total_amount": Decimal("219.50"),
    "status": "shipped",
    "order_date": "2025-03-14",
}
RECORD = Record(
    line=1,
    offset=0,
    id="r",
    schema_id="order_details",
    prompt="p",
    label=LABEL,
    envelope={},
    complexity="medium",
)
SCHEMAS = Schemas(registry())

OBJECTS = st.dictionaries(st.text(), JSON_VALUES, max_size=4)
LEAF = {"leaf_precision", "leaf_recall", "leaf_f1"}
WRONG = {"json_exact", "field_f1", *LEAF}
ALL = set(scores.SCORES)


def scored_answer(text: str, stop: Any = "eos") -> ScoredRecord:
    return score_record(RECORD, Prediction(id="r", text=text, stop=stop), SCHEMAS)


def changed(change: Any) -> str:
    label = deepcopy(LABEL)
    change(label)
    return compact(label)


def lowered(scored: ScoredRecord) -> set[str]:
    return {name for name, value in scored.scores.items() if value < 1}


def test_an_address_with_a_name_before_it_complies_no_more_than_in_the_suite() -> None:
    compliant = changed(lambda label: label.update(customer_email="mia@novak.example"))
    named = changed(lambda label: label.update(customer_email="Mia Novak <mia@novak.example>"))
    assert "schema_compliance" not in lowered(scored_answer(compliant))
    assert "schema_compliance" in lowered(scored_answer(named))


def raised(scored: ScoredRecord) -> set[str]:
    good = {"valid_json": True, "byte_exact": True, "stopped_by_itself": True}
    return {name for name, flag in scored.flags.items() if flag is not good.get(name, False)}


CORRUPTIONS: dict[str, tuple[str, set[str], set[str]]] = {
    "none": (compact(LABEL), set(), set()),
    "keys in another order": (compact(dict(reversed(LABEL.items()))), set(), {"byte_exact"}),
    "blanks": (compact(LABEL).replace(":", ": "), set(), {"byte_exact"}),
    "1 as 1.0": (changed(lambda o: o["items"][0].update(quantity=Decimal("1.0"))), set(), {"byte_exact"}),
    "text before": ("Sure! " + compact(LABEL), set(), {"byte_exact", "text_around"}),
    "text behind": (compact(LABEL) + "\nDone.", set(), {"byte_exact", "text_around"}),
    "optional field left out": (
        changed(lambda o: o.pop("status")),
        {"json_exact", "field_f1", "leaf_recall", "leaf_f1", "gold_shape_compliance"},
        {"byte_exact", "omission"},
    ),
    "required field left out": (
        changed(lambda o: o.pop("order_id")),
        {"json_exact", "field_f1", "leaf_recall", "leaf_f1", "gold_shape_compliance", "schema_compliance"},
        {"byte_exact", "omission"},
    ),
    "declared field invented": (
        changed(lambda o: o.update(customer_email="mia@example.org")),
        {"json_exact", "field_f1", "leaf_precision", "leaf_f1"},
        {"byte_exact", "invention"},
    ),
    "undeclared field invented": (
        changed(lambda o: o.update(mood="good")),
        {"json_exact", "field_f1", "leaf_precision", "leaf_f1", "schema_compliance"},
        {"byte_exact", "invention"},
    ),
    "value misspelled": (
        changed(lambda o: o.update(customer_name="Mia Nowak")),
        WRONG,
        {"byte_exact", "wrong_value"},
    ),
    "enum value that is none": (
        changed(lambda o: o.update(status="lost")),
        {*WRONG, "schema_compliance"},
        {"byte_exact", "wrong_value"},
    ),
    "date that is none": (
        changed(lambda o: o.update(order_date="2025-02-30")),
        {*WRONG, "schema_compliance"},
        {"byte_exact", "wrong_value"},
    ),
    "number as a string": (
        changed(lambda o: o.update(total_amount="219.50")),
        {*WRONG, "schema_compliance", "gold_shape_compliance"},
        {"byte_exact", "wrong_type"},
    ),
    "nested number as a string": (
        changed(lambda o: o["items"][0].update(price="19.50")),
        {*WRONG, "schema_compliance"},
        {"byte_exact", "wrong_type"},
    ),
    "true for 1": (
        changed(lambda o: o["items"][0].update(quantity=True)),
        {*WRONG, "schema_compliance"},
        {"byte_exact", "wrong_type"},
    ),
    "last digit lost in a double": (
        changed(lambda o: o.update(total_amount=Decimal("219.500000000000000001"))),
        WRONG,
        {"byte_exact", "wrong_value"},
    ),
    "items in another order": (
        changed(lambda o: o["items"].reverse()),
        WRONG,
        {"byte_exact", "wrong_value"},
    ),
    "item left out": (
        changed(lambda o: o["items"].pop()),
        {"json_exact", "field_f1", "leaf_recall", "leaf_f1"},
        {"byte_exact", "omission"},
    ),
    "empty object": ("{}", ALL, {"byte_exact", "omission"}),
    "cut": (compact(LABEL)[:-1], ALL, {"byte_exact", "valid_json"}),
    "key twice": (compact(LABEL)[:-1] + ',"status":"shipped"}', ALL, {"byte_exact", "valid_json"}),
    "NaN": (compact(LABEL).replace("219.50", "NaN"), ALL, {"byte_exact", "valid_json"}),
    "prose": ("I cannot do that.", ALL, {"byte_exact", "valid_json"}),
}


@pytest.mark.parametrize("name", list(CORRUPTIONS))
def test_corruption(name: str) -> None:
    text, scores_lowered, flags_raised = CORRUPTIONS[name]
    scored = scored_answer(text)
    assert lowered(scored) == scores_lowered
    assert raised(scored) == flags_raised
    assert (scored.miss is None) is ("json_exact" not in scores_lowered)


@pytest.mark.parametrize(
    ("label", "answer", "field", "precision", "recall", "f1"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}, 1, 1, 1, 1),
        ({"a": 1, "b": 2}, {"a": 1}, 2 / 3, 1, 1 / 2, 2 / 3),
        ({"a": 1}, {"a": 1, "b": 2, "c": 3}, 1 / 2, 1 / 3, 1, 1 / 2),
        ({"a": {"x": 1, "y": 2}}, {"a": {"x": 1, "y": 3}}, 0, 1 / 2, 1 / 2, 1 / 2),
        ({"a": 1}, {"b": 1}, 0, 0, 0, 0),
        ({}, {}, 1, 1, 1, 1),
        ({"a": 1}, {}, 0, 0, 0, 0),
        ({}, {"a": 1}, 0, 0, 0, 0),
        ({"a": [1, 2, 3, 4]}, {"a": [1, 2]}, 0, 1, 1 / 2, 2 / 3),
        ({"a": [1, 2]}, {"a": [0, 1, 2]}, 0, 0, 0, 0),
        ({"a": []}, {"a": []}, 1, 1, 1, 1),
        ({"a": True}, {"a": 1}, 0, 0, 0, 0),
        ({"a": 1}, {"a": Decimal("1.0")}, 1, 1, 1, 1),
    ],
)
def test_f1_by_hand(
    label: Any, answer: Any, field: float, precision: float, recall: float, f1: float
) -> None:
    assert scores.field_f1(label, answer) == pytest.approx(field, abs=1e-12)
    assert scores.leaf_prf(label, answer) == pytest.approx((precision, recall, f1), abs=1e-12)


@pytest.mark.parametrize(
    ("label", "answer", "looks_alike"),
    [
        ({"a": 1}, {"a": Decimal("2.5"), "more": None}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": "1"}, False),
        ({"a": {"b": 1}}, {"a": {}}, True),
        ({"a": 1, "b": 2}, {"a": 1}, False),
        ({}, {}, False),
        ({}, {"a": 1}, True),
    ],
)
def test_gold_shape_by_hand(label: Any, answer: Any, looks_alike: bool) -> None:
    assert scores.gold_shape_compliance(label, answer) is looks_alike


@pytest.mark.parametrize(
    ("text", "stop", "miss"),
    [
        (compact(LABEL)[:-1], "length", "truncated"),
        (compact(LABEL)[:-1], "eos", "unfinished"),
        (compact(LABEL)[:-1], None, "unfinished"),
        (compact(LABEL), "length", None),
        ("", "eos", "nothing"),
        ("no", "eos", "no_object"),
        ("{}", "eos", "differs"),
    ],
)
def test_reason_of_a_miss(text: str, stop: Any, miss: str | None) -> None:
    scored = scored_answer(text, stop)
    assert scored.miss == miss
    assert scored.flags["truncated"] is (None if stop is None else stop == "length")
    assert scored.flags["stopped_by_itself"] is (None if stop is None else stop == "eos")


def test_no_prediction_is_a_miss_on_everything() -> None:
    scored = score_record(RECORD, None, SCHEMAS)
    assert lowered(scored) == ALL
    assert scored.miss == "no_prediction"
    assert scored.flags["truncated"] is None


def test_unknown_schema_has_nothing_that_complies() -> None:
    record = Record(line=1, offset=0, id="r", schema_id="no_such", prompt="p", label={}, envelope={})
    scored = score_record(record, Prediction(id="r", text="{}"), SCHEMAS)
    assert scored.scores["schema_compliance"] == 0
    assert scored.scores["json_exact"] == 1
    assert (scored.complexity, scored.complexity_from_registry) == ("unknown", True)


@given(st.text() | OBJECTS.map(compact))
def test_any_text_is_scored(text: str) -> None:
    scored = scored_answer(text)
    assert set(scored.scores) == ALL
    assert all(0 <= value <= 1 for value in scored.scores.values())


@given(OBJECTS, OBJECTS)
def test_scores_of_any_two_objects_agree(label: Any, answer: Any) -> None:
    precision, recall, f1 = scores.leaf_prf(label, answer)
    exact = scores.json_exact(label, answer)
    assert (f1 == 1) is exact
    assert (scores.field_f1(label, answer) == 1) is exact
    assert min(precision, recall) <= f1 <= max(precision, recall)
