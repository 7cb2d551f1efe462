"""Wrong labels of prompts that no generator wrote, and the right ones."""

from copy import deepcopy
from typing import Any

import pytest

from tests.edgejson.alignment.judging import flaws

_SALE = """Ticket of Saturday

    code    article          pieces   each
    L-101   Reading lamp     2        15.00
    B-202   Bulb, warm       4        3.25

subtotal: 43.00
shipping: 4.60
tax: 8.08
total: 55.68
cart no. cx-41 of user 90017, coupon WINTER5
"""
_CART: dict[str, Any] = {
    "cart_id": "cx-41",
    "user_id": "90017",
    "items": [
        {"product_id": "L-101", "product_name": "Reading lamp", "quantity": 2, "price": 15.0},
        {"product_id": "B-202", "product_name": "Bulb, warm", "quantity": 4, "price": 3.25},
    ],
    "subtotal": 43.0,
    "shipping_cost": 4.6,
    "tax": 8.08,
    "total": 55.68,
    "coupon_code": "WINTER5",
}


def test_a_right_label_has_no_flaw() -> None:
    assert flaws("shopping_cart", _SALE, _CART) == []


@pytest.mark.parametrize(
    ("change", "truth"),
    [
        (lambda cart: cart.update(total=55.86), "number"),
        (lambda cart: cart.update(tax=-8.08), "sign"),
        (lambda cart: cart.update(tax=4.6, shipping_cost=8.08), "place"),
        (lambda cart: cart["items"][0].update(price=3.25) or cart["items"][1].update(price=15.0), "place"),
        (lambda cart: cart["items"][1].update(product_name="Bulb"), "words"),
        (lambda cart: cart["items"][0].update(product_name="Reading lmap"), "copy"),
        (lambda cart: cart.pop("tax"), "dropped"),
        (lambda cart: cart["items"].reverse(), "order"),
        (lambda cart: cart["items"].append(cart["items"][0]), "repeated"),
        (lambda cart: cart.update(last_updated="2025-01-02T10:00:00Z"), "invented"),
    ],
)
def test_a_wrong_label_has_its_flaw(change: Any, truth: str) -> None:
    label = deepcopy(_CART)
    change(label)
    assert truth in {found for found, _ in flaws("shopping_cart", _SALE, label)}


@pytest.mark.parametrize(
    ("prompt", "label"),
    [
        ("Ada Voss won again.", {"people": ["Ada Voss"], "places": []}),
        ("女作家林小雨昨天在青岛开了一家面包店。", {"人物": ["林小雨"], "地点": ["青岛"]}),
        ("Tom Reyl stayed home.", {"people": ["Tom Reyl"], "note": "", "extra": {}}),
        ("Speed limit 5 km per lap.", {"metres": 5000}),
        ("Kessel opens on July 29, 2022.", {"opens": "29-07-2022"}),
    ],
)
def test_what_needs_no_trace_or_is_one(prompt: str, label: Any) -> None:
    assert flaws("", prompt, label) == []


def test_a_value_from_another_row() -> None:
    prompt = "Point  Lat      Lon     Notes\nA      47.371   8.542   pump\nB      47.369   8.538   landing"
    assert flaws("location", prompt, {"latitude": 47.369, "longitude": 8.538}) == []
    assert flaws("location", prompt, {"latitude": 47.369, "longitude": 8.542}) != []


def test_a_lost_item_of_a_list() -> None:
    prompt = "username: kim_b, age: 31, city: Oslo\npreferences: chess, old maps and rowing"
    label = {"username": "kim_b", "age": 31, "city": "Oslo", "preferences": ["chess", "old maps", "rowing"]}
    assert flaws("user_profile", prompt, label) == []
    label["preferences"] = ["chess", "old maps"]
    assert [truth for truth, _ in flaws("user_profile", prompt, label)] == ["dropped"]


def test_boxes_that_are_not_ticked_state_nothing() -> None:
    prompt = "Message: pump off\nLevel: [ ] INFO [x] ERROR [ ] DEBUG\nTime: 2025-01-02 10:00 UTC"
    label = {"level": "ERROR", "message": "pump off", "timestamp": "2025-01-02T10:00:00Z"}
    assert flaws("log_entry", prompt, label) == []
    assert ("choice", "/level") in flaws("log_entry", prompt, label | {"level": "DEBUG"})
