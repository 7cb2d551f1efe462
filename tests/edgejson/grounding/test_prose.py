"""What is wrong with labels of prompts that are no listings."""

import copy
import json
from typing import Any

import pytest

from tests.edgejson.grounding.judging import flaws, read
from tests.edgejson.grounding.prompts import good_prompts

GOOD = {name: (schema_id, prompt, label) for name, schema_id, prompt, label in good_prompts()}


def judged(name: str, pointer: str, value: Any) -> list[tuple[str, str]]:
    """Return the flaws of a good label in which the value at `pointer` is another; None takes it away."""
    schema_id, prompt, label = GOOD[name]
    whole = copy.deepcopy(read(label))
    *above, last = pointer.strip("/").split("/")
    place = whole
    for token in above:
        place = place[int(token)] if isinstance(place, list) else place[token]
    key = int(last) if isinstance(place, list) else last
    if value is None:
        del place[key]
    else:
        place[key] = read(json.dumps(value))
    from edgejson.grounding import judge, shape_of
    from tests.edgejson.grounding.judging import SETTINGS

    found = judge(prompt, whole, shape_of(schema_id, SETTINGS))
    return [(flaw.truth, flaw.pointer.removeprefix("/expected_output")) for flaw in found]


RECEIPT, CHAT, MAIL, INVOICE = (
    "shopping_cart-receipt",
    "notification-chat",
    "support_ticket-e-mail",
    "invoice-text-of-an-invoice",
)
CLINIC, NETWORK, MEETING, TABLE = (
    "medical_encounter-clinic-letter",
    "iot_device_network-prose",
    "meeting_notes-mixed-prose-and-bullets",
    "medical_record-markdown-table",
)


@pytest.mark.parametrize(
    ("name", "pointer", "value", "truth"),
    [
        (RECEIPT, "/cart_id", "cart_9f31c0d3", "copy"),
        (RECEIPT, "/subtotal", 92.16, "number"),
        (RECEIPT, "/total", -104.97, "sign"),
        (RECEIPT, "/coupon_code", None, "dropped"),
        (RECEIPT, "/coupon_code", "spring25", "case"),
        (CHAT, "/body", "The pump in building C reports no flow. Please look before 10 o'clock.", "words"),
        (CHAT, "/title", "Basement pump", "words"),
        (CHAT, "/priority", "low", "choice"),
        (CHAT, "/timestamp", "2026-01-09T09:16:00Z", "date"),
        (CHAT, "/timestamp", "2026-01-09T09:15:00+01:00", "date"),
        (MAIL, "/customer_name", "Yusuf", "words"),
        (MAIL, "/created_at", "2025-03-02T08:02:00Z", "date"),
        (MAIL, "/priority", "urgent", "choice"),
        (MAIL, "/subject", "Export  button missing", "space"),
        (INVOICE, "/invoice_number", "2025/0041", "copy"),
        (INVOICE, "/subtotal", None, "dropped"),
        (CLINIC, "/vitals/bmi", 26.8, "number"),
        (CLINIC, "/patient/date_of_birth", "1979-05-03", "date"),
        (CLINIC, "/vitals/respiratory_rate", 16, "number"),
        (CLINIC, "/medications/0/instructions", "Take with food", "invented"),
        (NETWORK, "/devices/0/current_state/power", False, "choice"),
        (NETWORK, "/devices/1/device_name", "Yard Cam", "words"),
        (NETWORK, "/devices/1/manufacturer", "Visora", "invented"),
        (MEETING, "/duration_minutes", 60, "invented"),
        (TABLE, "/results/1/value", 193, "number"),
        (TABLE, "/results/1/reference_range", None, "dropped"),
    ],
)
def test_one_thing_is_wrong(name: str, pointer: str, value: Any, truth: str) -> None:
    assert judged(name, pointer, value) == [(truth, pointer)]


def tags(
    labels: list[str],
    prompt: str = "For recipe-5512 Marta picked the tags soup, gluten-free, winter and kids.",
) -> list[tuple[str, str]]:
    return flaws("tag_list", prompt, {"item_id": "recipe-5512", "tags": labels, "created_by": "Marta"})


def test_enumerations() -> None:
    assert tags(["soup", "gluten-free", "winter", "kids"]) == []
    assert tags(["soup", "winter", "kids"]) == [("dropped", "/tags")]
    assert tags(["soup", "gluten-free", "winter"]) == [("dropped", "/tags")]
    assert tags(["soup", "gluten-free", "winter", "kids", "kids"]) == [("repeated", "/tags/4")]
    assert tags(["kids", "winter", "gluten-free", "soup"]) == [("order", "/tags")]
    assert tags(["soup", "gluten-free", "winter", "children"]) == [("invented", "/tags/3")]
    games = "For recipe-5512 Marta picked the tags soup, board games and kids."
    assert tags(["soup", "board", "kids"], games) == [("words", "/tags/1")]


ORDER = (
    "Customer: where is my order SO-448120?\n"
    "Bot: two times Trail Mug at EUR 12.50 and three times Wool Blanket at EUR 74.00, EUR 247.00 in total, "
    "for Nina Petrova. Status: shipped."
)


def order(*items: dict[str, Any]) -> list[tuple[str, str]]:
    label = {
        "order_id": "SO-448120",
        "customer_name": "Nina Petrova",
        "items": list(items),
        "total_amount": 247,
    }
    return flaws("order_details", ORDER, {**label, "status": "shipped"})


def test_items_told_by_their_places() -> None:
    mug = {"product_name": "Trail Mug", "quantity": 2, "price": 12.5}
    blanket = {"product_name": "Wool Blanket", "quantity": 3, "price": 74}
    assert order(mug, blanket) == []
    assert order(blanket, mug) == [("order", "/items")]
    assert order(mug, mug, blanket) == [("repeated", "/items/1")]
    assert order({**mug, "product_name": "Wool Blanket"}, {**blanket, "product_name": "Trail Mug"}) == [
        ("place", "/items/0/product_name")
    ]


def test_values_beside_each_others_names() -> None:
    prompt = (
        "Cart c-1 of user u-9: one Lamp (P-1) at 20.00. Shipping cost: 4.95, tax 1.60, total 26.55. Thanks!"
    )
    item = {"product_id": "P-1", "product_name": "Lamp", "quantity": 1, "price": 20}
    label = {
        "cart_id": "c-1",
        "user_id": "u-9",
        "items": [item],
        "shipping_cost": 4.95,
        "tax": 1.6,
        "total": 26.55,
    }
    assert flaws("shopping_cart", prompt, label) == []
    assert flaws("shopping_cart", prompt, {**label, "shipping_cost": 1.6, "tax": 4.95}) == [
        ("place", "/shipping_cost")
    ]
    del label["tax"]
    assert flaws("shopping_cart", prompt, label) == [("dropped", "/tax")]


def test_a_line_break_that_wraps_prose_is_a_blank() -> None:
    text = "Since the last update I cannot find the export button anywhere in the menu of reports."
    prompt = (
        "Review by Ana, three stars, word for word:\n"
        "Since the last update I cannot find the export button anywhere in the menu of\nreports."
    )
    assert flaws("rating", prompt, {"rating": 3, "review_text": text, "reviewer_name": "Ana"}) == []
    address = "The station stands at 10.5, 20.25 in\n5 Elm Street\nBrownchester\n\nThanks."
    label = {"latitude": 10.5, "longitude": 20.25}
    assert flaws("location", address, {**label, "address": "5 Elm Street\nBrownchester"}) == []
    assert flaws("location", address, {**label, "address": "5 Elm Street Brownchester"}) == [
        ("space", "/address")
    ]


def test_other_records_words_are_invented_as_a_whole() -> None:
    schema_id, prompt, label = GOOD[MEETING]
    wrong = {
        **read(label),
        "attendees": [*read(label)["attendees"], {"name": "Zoe Quill", "email": "z@q.example"}],
    }
    from edgejson.grounding import judge, shape_of
    from tests.edgejson.grounding.judging import SETTINGS

    found = judge(prompt, wrong, shape_of(schema_id, SETTINGS))
    assert [(flaw.truth, flaw.pointer) for flaw in found] == [("invented", "/expected_output/attendees/2")]
