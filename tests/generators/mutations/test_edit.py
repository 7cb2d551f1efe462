"""Where a prompt states a value, and putting another one there."""

from decimal import Decimal
from random import Random

import pytest

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.mutations.edit import (
    matching_pointers,
    remove_value,
    replace_in_both,
    set_value,
    span_in_prompt,
    value_at,
)
from edgejson.generators.mutations.operator import TargetRecord

_LABEL: JSONObject = {
    "name": "Oak shelf",
    "price": Decimal("12.50"),
    "items": [{"quantity": 4, "price": Decimal("3.50")}, {"quantity": 4, "price": Decimal("12.50")}],
    "tags": ["wood", "oak"],
}
_PROMPT = """An oak shelf, 4 of each

Name: Oak shelf
Price: 12.50
Items:
  1. Quantity: 4
     Price: 3.50
  2. Quantity: 4
     Price: 12.50
Tags:
  - wood
  - oak
"""


def target(label: JSONObject, prompt: str) -> TargetRecord:
    """Return a target of no schema, alone in its file."""
    record: JSONObject = {"id": "1", "schema_id": "shelf", "prompt": prompt, "expected_output": label}
    return TargetRecord(record=record, row=0, schema={}, others=[], peers={}, split=None, random=Random(0))


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("/price", "Price: 12.50"),
        ("/items/0/price", "     Price: 3.50"),
        ("/items/1/price", "     Price: 12.50"),
        ("/items/0/quantity", "  1. Quantity: 4"),
        ("/items/1/quantity", "  2. Quantity: 4"),
        ("/name", "Name: Oak shelf"),
        ("/tags/0", "  - wood"),
    ],
)
def test_a_value_is_stated_under_its_name_in_its_turn(pointer: str, line: str) -> None:
    place = span_in_prompt(_PROMPT, _LABEL, pointer)
    assert place is not None
    start, end = place
    assert _PROMPT.splitlines()[_PROMPT.count("\n", 0, start)] == line
    assert line.endswith(_PROMPT[start:end])


@pytest.mark.parametrize(
    ("prompt", "pointer"),
    [
        ("Two shelves at 12.50 and 12.50, one of 3.50 and 12.50, with 4 and 4.", "/price"),
        ("Nothing of it.", "/name"),
        ("It costs 112.50 or 12.505, or 12.50.1", "/items/1/price"),
    ],
)
def test_a_place_that_cannot_be_told_is_none(prompt: str, pointer: str) -> None:
    assert span_in_prompt(prompt, _LABEL, pointer) is None


def test_prose_states_values_in_the_order_of_the_label() -> None:
    label: JSONObject = {"adults": 2, "children": 2}
    assert span_in_prompt("For 2 adults, and 2 children.", label, "/children") == (18, 19)


def test_restating_changes_label_and_prompt_alike() -> None:
    shelf = target({"name": "Oak shelf", "price": Decimal("12.50")}, "Name: Oak shelf\nPrice: 12.50\n")
    assert replace_in_both(shelf, "/price", Decimal("13.00"))
    assert shelf.label == {"name": "Oak shelf", "price": Decimal("13.00")}
    assert shelf.prompt == "Name: Oak shelf\nPrice: 13.00\n"


@pytest.mark.parametrize(("pointer", "after"), [("/price", 1), ("/weight", 1), ("/name", "Oak shelf")])
def test_what_cannot_be_restated_is_left_alone(pointer: str, after: JSONValue) -> None:
    shelf = target({"name": "Oak shelf", "price": Decimal("12.50")}, "Name: Oak shelf\nPrice: twelve fifty\n")
    assert not replace_in_both(shelf, pointer, after)
    assert shelf.label == {"name": "Oak shelf", "price": Decimal("12.50")}


def test_a_path_leads_to_every_item() -> None:
    assert matching_pointers(_LABEL, "/items/*/price") == ["/items/0/price", "/items/1/price"]
    assert matching_pointers(_LABEL, "/items/1/price") == ["/items/1/price"]
    assert matching_pointers(_LABEL, "/tags/*") == ["/tags/0", "/tags/1"]
    assert (
        matching_pointers(_LABEL, "/items/*/weight")
        == matching_pointers(_LABEL, "/nothing/*")
        == matching_pointers(_LABEL, "/items/7")
        == []
    )


def test_values_are_put_read_and_removed() -> None:
    label: JSONObject = {"a": [{"b/c": 1}], "d": 2}
    set_value(label, "/a/0/b~1c", 3)
    set_value(label, "/e", 4)
    assert value_at(label, "/a/0/b~1c") == 3
    assert remove_value(label, "/d") == 2
    assert remove_value(label, "/a/0") == {"b/c": 3}
    assert label == {"a": [], "e": 4}
    with pytest.raises(KeyError):
        value_at(label, "/e/f")
