"""Lists: items told apart or not, dropped, invented, repeated, out of order, joined."""

import pytest

from tests.edgejson.grounding.judging import flaws

ITEMS = [
    {"product_name": "Desk lamp", "quantity": 2, "price": 19.99},
    {"product_name": "Wall clock", "quantity": 1, "price": 12.25},
    {"product_name": "Oak shelf", "quantity": 4, "price": 80},
]
NUMBERED = """Items:
  1. Product Name: Desk lamp
     Quantity: 2
     Price: 19.99
  2. Product Name: Wall clock
     Quantity: 1
     Price: 12.25
  3. Product Name: Oak shelf
     Quantity: 4
     Price: 80
"""
BULLETED = (
    NUMBERED.replace("  1. ", "- ").replace("  2. ", "- ").replace("  3. ", "- ").replace("     ", "  ")
)
FLAT = NUMBERED.replace("  1. ", "  ").replace("  2. ", "  ").replace("  3. ", "  ").replace("     ", "  ")
BLANKS = FLAT.replace("  Product Name: W", "\n  Product Name: W").replace(
    "  Product Name: O", "\n  Product Name: O"
)
HEADED = """Items:
  Item 1:
    Product Name: Desk lamp
    Quantity: 2
    Price: 19.99
  Item 2:
    Product Name: Wall clock
    Quantity: 1
    Price: 12.25
  Item 3:
    Product Name: Oak shelf
    Quantity: 4
    Price: 80
"""
TABLE = """Items:

| Product name | Quantity | Price |
|---|---:|---:|
| Desk lamp | 2 | $19.99 |
| Wall clock | 1 | $12.25 |
| Oak shelf | 4 | $80.00 |

"""
NAMED = """Items 1 Product name: Desk lamp
Items 1 Quantity: 2
Items 1 Price: 19.99
Item 2 - product name: Wall clock
Item 2 - quantity: 1
Item 2 - price: 12.25
items[3].product_name: Oak shelf
items[3].quantity: 4
items[3].price: 80
"""
MARKDOWN = """## Items

- **Product Name:** Desk lamp
  **Quantity:** 2
  **Price:** 19.99
- **Product Name:** Wall clock
  **Quantity:** 1
  **Price:** 12.25
- **Product Name:** Oak shelf
  **Quantity:** 4
  **Price:** 80

## Rest
"""
FORMS = {
    "numbered": NUMBERED, "bulleted": BULLETED, "flat": FLAT, "blank lines": BLANKS, "headed": HEADED,
    "table": TABLE, "numbered names": NAMED, "markdown": MARKDOWN,
}  # fmt: skip


def order(items: object, form: str) -> list[tuple[str, str]]:
    head = "Order\n\nOrder Id: SO-1\nCustomer Name: Nina Petrova\n"
    foot = "Total Amount: 372.23\nStatus: shipped"
    prompt = head + FORMS[form] + foot
    label = {"order_id": "SO-1", "customer_name": "Nina Petrova", "items": items, "total_amount": 372.23}
    return flaws("order_details", prompt, {**label, "status": "shipped"})


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_list_is_read(form: str) -> None:
    assert order(ITEMS, form) == []


@pytest.mark.parametrize("form", FORMS)
def test_what_goes_wrong_with_items(form: str) -> None:
    first, second, third = ITEMS
    assert order([first, third], form) == [("dropped", "/items")]
    assert order([first, second, second, third], form) == [("repeated", "/items/2")]
    assert order([third, second, first], form) == [("order", "/items")]
    assert order([first, {**second, "quantity": 3}, third], form) == [("number", "/items/1/quantity")]
    misspelled = [first, {**second, "product_name": "Wall clocks"}, third]
    assert order(misspelled, form) == [("copy", "/items/1/product_name")]
    names = [{**first, "product_name": "Wall clock"}, {**second, "product_name": "Desk lamp"}, third]
    assert order(names, form) == [("place", "/items/0/product_name")]
    assert order([first, {}, third], form) == [("dropped", "/items/1")]
    invented = {"product_name": "Rug", "quantity": 9, "price": 7.5}
    assert order([first, second, third, invented], form) == [("invented", "/items/3")]


TAGS = "Tag List\n\nItem Id: recipe-5512\nTags:\n  soup\n  gluten-free\n  winter\nCreated By: Marta"
INLINE = "Tag List\n\nItem Id: recipe-5512\nTags: soup, gluten-free and winter\nCreated By: Marta"


@pytest.mark.parametrize("prompt", [TAGS, TAGS.replace("  ", "  - "), INLINE])
@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["soup", "gluten-free", "winter"], []),
        (["soup", "winter"], [("dropped", "/tags")]),
        (["soup", "gluten-free", "winter", "soup"], [("repeated", "/tags/3")]),
        (["winter", "gluten-free", "soup"], [("order", "/tags")]),
        (["soup", "gluten-fre", "winter"], [("copy", "/tags/1")]),
        (["soup", "gluten-free", "winter", "quick"], [("invented", "/tags/3")]),
        (["Soup", "gluten-free", "winter"], [("case", "/tags/0")]),
    ],
)
def test_lists_of_texts(prompt: str, tags: list[str], found: list[tuple[str, str]]) -> None:
    assert flaws("tag_list", prompt, {"item_id": "recipe-5512", "tags": tags, "created_by": "Marta"}) == found


def api(errors: object, lines: str) -> list[tuple[str, str]]:
    prompt = f"Response\n\nStatus Code: 422\nMessage: Validation failed\nErrors:\n{lines}\n\nAnswer in JSON."
    label = {"status_code": 422, "message": "Validation failed", "errors": errors}
    return flaws("api_response", prompt, label)


def test_a_flattened_list_that_reads_as_the_label_is_clear() -> None:
    lines = "  Field: email\n  Message: is required\n  Field: age"
    assert api([{"field": "email", "message": "is required"}, {"field": "age"}], lines) == []


@pytest.mark.parametrize(
    ("errors", "lines"),
    [
        ([{"field": "email"}, {"message": "is required"}], "  Field: email\n  Message: is required"),
        ([{"message": "is required"}, {"field": "email"}], "  Message: is required\n  Field: email"),
        (
            [{"field": "a"}, {"message": "b"}, {"field": "c", "message": "d"}],
            "  Field: a\n  Message: b\n  Field: c\n  Message: d",
        ),
    ],
)
def test_a_flattened_list_with_another_reading_is_ambiguous(errors: object, lines: str) -> None:
    assert api(errors, lines) == [("ambiguous", "/errors")]
    marked = "\n".join(f"  1. {line.strip()}" for line in lines.split("\n")[:2])
    if len(lines.split("\n")) == 2:
        assert api(errors, marked) == []


def test_an_empty_item_has_no_trace() -> None:
    assert api([{}], "") == [("empty", "/errors/0")]
    assert api([{"field": "email"}, {}], "  Field: email") == [("empty", "/errors/1")]


def test_an_empty_list_or_object_without_a_trace_is_invented() -> None:
    prompt = "Response\n\nStatus Code: 200\nMessage: OK\nData:\n\nAnswer in JSON."
    assert flaws("api_response", prompt, {"status_code": 200, "message": "OK", "data": {}}) == []
    assert flaws("api_response", prompt, {"status_code": 200, "message": "OK", "data": {}, "errors": []}) == [
        ("invented", "/errors")
    ]


def test_an_object_invented_as_a_whole_is_one_flaw() -> None:
    items = "Items:\n  1. Product Name: Lamp\n     Quantity: 1\n     Price: 5\n"
    prompt = f"Order\n\nOrder Id: SO-1\nCustomer Name: Nina\n{items}Total Amount: 5"
    label = {
        "order_id": "SO-1",
        "customer_name": "Nina",
        "items": [{"product_name": "Lamp", "quantity": 1, "price": 5}],
        "total_amount": 5,
        "shipping_address": {"city": "Unknown", "state": "Unknown"},
    }
    assert flaws("order_details", prompt, label) == [("invented", "/shipping_address")]


def test_a_dropped_object_is_one_flaw() -> None:
    prompt = "Response\n\nStatus Code: 200\nMessage: OK\nPagination:\n  Page: 2\n  Per Page: 50\n  Total: 120"
    assert flaws("api_response", prompt, {"status_code": 200, "message": "OK"}) == [
        ("dropped", "/pagination")
    ]
    assert flaws("api_response", prompt, {"status_code": 200, "message": "OK", "pagination": {}}) == [
        ("dropped", "/pagination")
    ]


def test_free_objects_have_any_fields() -> None:
    prompt = (
        "Response\n\nStatus Code: 200\nMessage: OK\nData:\n  orderNumber: SO-9\n  Item Count: 3\n  gift: true"
    )
    good = {
        "status_code": 200,
        "message": "OK",
        "data": {"orderNumber": "SO-9", "itemCount": 3, "gift": True},
    }
    assert flaws("api_response", prompt, good) == []
    assert flaws("api_response", prompt, {**good, "data": {"orderNumber": "SO-9", "itemCount": 3}}) == [
        ("dropped", "/data/gift")
    ]
    assert flaws(
        "api_response", prompt, {**good, "data": {"orderNumber": "SO-9", "itemCount": 4, "gift": False}}
    ) == [
        ("number", "/data/itemCount"),
        ("choice", "/data/gift"),
    ]
