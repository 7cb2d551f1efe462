"""Markdown tables: where one begins, and the forms of its lines."""

from typing import Any

import pytest

from tests.edgejson.grounding.judging import flaws

CART = """| cart_id | user_id | total |
|---|---|---|
| c-71 | u-71 | 13.00 |
"""
ITEMS = """| product_id | product_name | quantity | price |
|---|---|---|---|
| p1 | Yarn | 2 | 3.50 |
| p2 | Hook | 1 | 6.00 |
"""
LABEL: dict[str, Any] = {
    "cart_id": "c-71",
    "user_id": "u-71",
    "items": [
        {"product_id": "p1", "product_name": "Yarn", "quantity": 2, "price": 3.5},
        {"product_id": "p2", "product_name": "Hook", "quantity": 1, "price": 6},
    ],
    "total": 13,
}
BLANK = f"{CART}\n{ITEMS}"
FORMS = {
    "blank line between": BLANK,
    "no line between": CART + ITEMS,
    "items first": f"{ITEMS}\n{CART}",
    "no rules": BLANK.replace("|---|---|---|---|\n", "").replace("|---|---|---|\n", ""),
    "blank line within": BLANK.replace("| p2", "\n| p2"),
}


@pytest.mark.parametrize("form", FORMS)
def test_tables_that_follow_each_other(form: str) -> None:
    first, second = LABEL["items"]

    def found(**changes: object) -> list[tuple[str, str]]:
        return flaws("shopping_cart", FORMS[form], {**LABEL, **changes})

    assert found() == []
    assert found(total=31) == [("number", "/total")]
    assert found(user_id="u-72") == [("copy", "/user_id")]
    assert found(items=[first]) == [("dropped", "/items")]
    assert found(items=[{**first, "price": 3.75}, second]) == [("number", "/items/0/price")]
    swapped = [{**first, "quantity": 3.5, "price": 2}, second]
    assert found(items=swapped) == [("place", "/items/0/quantity")]


def test_a_list_may_have_several_tables() -> None:
    head, second = ITEMS.split("| p2")
    more = ITEMS.split("| p1")[0] + f"| p2{second}"
    prompt = f"Cart ID: c-71\nUser ID: u-71\n\n## Items\n\n{head}\n{more}\n## Sum\n\nTotal: 13.00"
    assert flaws("shopping_cart", prompt, LABEL) == []
    assert flaws("shopping_cart", prompt, {**LABEL, "items": LABEL["items"][:1]}) == [("dropped", "/items")]


BARE = """Sensor ID | Temperature | Humidity | Timestamp
--- | --- | --- | ---
TMP-1001 | 21.0 | 45.5 | 2024-06-30T12:00:00-07:00"""
READING = {
    "sensor_id": "TMP-1001", "temperature": 21, "humidity": 45.5, "timestamp": "2024-06-30T12:00:00-07:00"
}  # fmt: skip


def test_a_table_without_bars_at_its_edges() -> None:
    assert flaws("sensor_reading", BARE, READING) == []
    swapped = {**READING, "temperature": 45.5, "humidity": 21}
    assert flaws("sensor_reading", BARE, swapped) == [("place", "/temperature")]
    assert flaws("sensor_reading", BARE, {**READING, "sensor_id": "TMP-1002"}) == [("copy", "/sensor_id")]
    prompt = "item_id | tags | created_by\n:-- | --- | --:\nr-1 | soup, winter, spicy | Marta"
    label = {"item_id": "r-1", "tags": ["soup", "winter", "spicy"], "created_by": "Marta"}
    assert flaws("tag_list", prompt, label) == []
    for tags in (["winter", "spicy"], ["soup", "winter"]):
        assert flaws("tag_list", prompt, {**label, "tags": tags}) == [("dropped", "/tags")]


def bare(table: str) -> str:
    return "\n".join(line.strip("| ") for line in table.split("\n"))


def test_tables_of_a_list_without_bars_at_their_edges() -> None:
    prompt = f"{bare(CART)}\n{bare(ITEMS)}"
    first, second = LABEL["items"]
    assert "\n---|---|---\n" in prompt
    assert flaws("shopping_cart", prompt, LABEL) == []
    assert flaws("shopping_cart", prompt, {**LABEL, "items": [second]}) == [("dropped", "/items")]
    swapped = {**LABEL, "items": [{**first, "product_id": "p2"}, {**second, "product_id": "p1"}]}
    assert [truth for truth, _ in flaws("shopping_cart", prompt, swapped)] == ["place"]


@pytest.mark.parametrize("below", ["", "---\n"])
def test_bars_in_lines_make_no_table_without_its_rule(below: str) -> None:
    prompt = f"Product name: Lamp | desk\n{below}Price: 3.00\nQuantity: 5"
    label = {"product_name": "Lamp | desk", "price": 3, "quantity": 5}
    assert flaws("product_info", prompt, label) == []
