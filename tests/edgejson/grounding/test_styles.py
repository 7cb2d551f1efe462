"""What is wrong with labels of prompts in many styles, and how values are spelled in them."""

from typing import Any

import pytest

from tests.edgejson.grounding.judging import flaws
from tests.edgejson.grounding.test_prose import judged

LOG = "nested_organization-log-lines-of-items"
SLIP = "shopping_cart-printed-slip"
TABLES = "meeting_notes-tables-in-sections"
CALL = "simple_config-telephone-transcript"
CHAT = "order_details-chat-with-counted-items"
FORM = "event_registration-form-with-leaders"
SENTENCES = "medical_record-plain-sentences"
MEMBER = "/departments/0/teams/0/members/0"


@pytest.mark.parametrize(
    ("name", "pointer", "value", "truth"),
    [
        (LOG, f"{MEMBER}/start_date", None, "dropped"),
        (LOG, f"{MEMBER}/start_date", "2021-03-02", "date"),
        (LOG, f"{MEMBER}/skills/1", "Cold", "words"),
        (LOG, "/departments/0/teams/0/focus_areas/0", "long routes", "words"),
        (LOG, "/departments/0/budget", 1200001, "number"),
        (LOG, "/departments/0/budget", -1200000, "sign"),
        (LOG, "/departments/1/budget", 5, "invented"),
        (LOG, "/headquarters/timezone", None, "dropped"),
        (LOG, "/company_name", "Harrow & Pyke", "copy"),
        (SLIP, "/items/0/price", 12.51, "number"),
        (SLIP, "/items/1/product_name", "Wool", "words"),
        (SLIP, "/items/0/product_id", "MUG-2", "copy"),
        (SLIP, "/tax", None, "dropped"),
        (SLIP, "/coupon_code", "WELCOME", "invented"),
        (TABLES, "/date", "2025-03-03T14:05:00+01:00", "date"),
        (TABLES, "/date", "2025-03-03T15:05:00+02:00", "date"),
        (TABLES, "/attendees/0/role", None, "dropped"),
        (TABLES, "/attendees/1/role", "Chair", "invented"),
        (TABLES, "/action_items/1/due_date", "2025-03-20", "date"),
        (TABLES, "/action_items/0/task", "Order two crane", "copy"),
        (TABLES, "/duration_minutes", 60, "number"),
        (CALL, "/notifications_enabled", True, "choice"),
        (CALL, "/theme", "light", "choice"),
        (CALL, "/language", "de-DE", "invented"),
        (CHAT, "/items/0/quantity", 2, "number"),
        (CHAT, "/items/0/product_name", "Desk Lamp", "words"),
        (CHAT, "/items/1/price", 1094, "number"),
        (CHAT, "/order_date", None, "dropped"),
        (CHAT, "/status", "delivered", "choice"),
        (FORM, "/event_date", None, "dropped"),
        (FORM, "/dietary_requirements/1", None, "dropped"),
        (FORM, "/dietary_requirements/1", "no shellfish", "words"),
        (FORM, "/emergency_contact/phone", "+47 22 00 11 23", "copy"),
        (FORM, "/emergency_contact", None, "dropped"),
        (FORM, "/ticket_type", "student", "choice"),
        (SENTENCES, "/lab_name", None, "dropped"),
        (SENTENCES, "/lab_name", "Northside", "words"),
        (SENTENCES, "/test_date", "2025-03-13", "date"),
        (SENTENCES, "/results/0/reference_range", None, "dropped"),
        (SENTENCES, "/results/1/value", 4.9, "number"),
        (SENTENCES, "/ordering_physician", "Lev Aron", "words"),
        (SENTENCES, "/status", "pending", "choice"),
    ],
)
def test_one_thing_is_wrong(name: str, pointer: str, value: Any, truth: str) -> None:
    assert judged(name, pointer, value) == [(truth, _of_list(pointer, value))]


def _of_list(pointer: str, value: Any) -> str:
    """Return where a flaw is told: a missing item of a list at the list."""
    above, _, last = pointer.rpartition("/")
    return above if value is None and last.isdigit() else pointer


def cart(*lines: str, **changed: Any) -> list[tuple[str, str]]:
    item = {"product_id": "P-1", "product_name": "Lamp", "quantity": 1, "price": 20}
    label = {"cart_id": "c-1", "user_id": "u-9", "items": [{**item, **changed}], "total": 20}
    return flaws("shopping_cart", "\n".join(lines), label)


def test_one_object_is_no_number() -> None:
    text = "For cart c-1 of user u-9: P-1, Lamp, {} at 20.00, total 20.00. As one JSON object, please."
    assert cart(text.format("three"), quantity=3) == []
    assert cart(text.format("three")) == [("number", "/items/0/quantity")]
    assert cart(text.format("one")) == []


def test_an_article_before_a_thing_is_a_one() -> None:
    assert cart("For cart c-1 of user u-9 take a small Lamp (P-1) at 20.00; total 20.00. Thanks!") == []
    assert cart("For a change: cart c-1 of user u-9 has Lamp (P-1) at 20.00; total 20.00. Thanks!") == [
        ("invented", "/items/0/quantity")
    ]


@pytest.mark.parametrize(
    ("spelled", "moment", "wrong"),
    [
        ("3 March 2025 at 14:05 -09:00", "2025-03-03T14:05:00-09:00", "2025-03-03T09:00:00-09:00"),
        ("2025-03-03 14:05 (UTC-09:00)", "2025-03-03T14:05:00-09:00", "2025-03-03T09:00:00-09:00"),
        ("March 3, 2025, 14:05 UTC", "2025-03-03T14:05:00Z", "2025-03-03T14:05:00+01:00"),
        ("3 Mar 2025 at 14:05:07 UTC+02:00", "2025-03-03T14:05:07+02:00", "2025-03-03T14:05:00+02:00"),
    ],
)
def test_offsets_are_no_times_of_day(spelled: str, moment: str, wrong: str) -> None:
    prompt = f"It came in from billing, {spelled}, with level error and the message Disk full. JSON?"
    label = {"timestamp": moment, "level": "error", "message": "Disk full", "source": "billing"}
    assert flaws("log_entry", prompt, label) == []
    assert flaws("log_entry", prompt, {**label, "timestamp": wrong}) == [("date", "/timestamp")]


@pytest.mark.parametrize("spelled", ["48000-52000.", "48,000-52,000 hours", "48000 - 52000."])
def test_both_ends_of_a_range_are_numbers(spelled: str) -> None:
    from decimal import Decimal

    from edgejson.grounding.figures import figures

    found = {value for figure in figures(f"It lasts {spelled}") for value in figure.values}
    assert {Decimal(48000), Decimal(52000)} <= found


@pytest.mark.parametrize("text", ["RN-48-52", "555-0188", "2025-0042", "pages 9-3"])
def test_parts_of_identifiers_are_no_ranges(text: str) -> None:
    from edgejson.grounding.figures import figures

    assert figures(text) == []


@pytest.mark.parametrize(
    ("spelled", "items"),
    [
        ("a; b c; d", ["a", "b c", "d"]),
        ("a, b c and d", ["a", "b c", "d"]),
        ('"on/off", b c, d', ["on/off", "b c", "d"]),
        ("rock and roll; d", ["rock and roll", "d"]),
    ],
)
def test_lists_in_one_line(spelled: str, items: list[str]) -> None:
    label = {"item_id": "x-1", "tags": items, "created_by": "Ada"}
    for form in (
        "Item ID: x-1\nTags: {}\nCreated By: Ada",
        "| Item ID | x-1 |\n| Tags | {} |\n| Created By | Ada |",
    ):
        prompt = form.format(spelled) + "\n\nPlease answer in JSON."
        assert flaws("tag_list", prompt, label) == []
        assert flaws("tag_list", prompt, {**label, "tags": items[:-1]}) == [("dropped", "/tags")]
        assert flaws("tag_list", prompt, {**label, "tags": [*items, "zebra"]}) == [
            ("invented", f"/tags/{len(items)}")
        ]


def test_what_is_said_of_one_field_and_given_to_another() -> None:
    prompt = "The company ID is C-77. Over the door it says Holm Textiles. No departments yet. JSON?"
    label = {"company_id": "C-77", "company_name": "Holm Textiles", "departments": []}
    exchanged = {"company_id": "Holm Textiles", "company_name": "C-77"}
    assert ("place", "/company_id") in flaws("nested_organization", prompt, {**label, **exchanged})


def test_the_name_of_one_who_speaks_is_stated() -> None:
    prompt = "\n".join(
        f"Ada Byron: {text}"
        for text in ("my review", "Rating: 4", "Review Text: Superb lamp", "As JSON, please.")
    )
    label = {"rating": 4, "review_text": "Superb lamp", "reviewer_name": "Ada Byron"}
    assert flaws("rating", prompt, label) == []
    assert flaws("rating", prompt, {**label, "reviewer_name": "Eve Byron"}) == [
        ("invented", "/reviewer_name")
    ]


def test_log_lines_of_other_fields_are_prose() -> None:
    prompt = "2025-03-03T14:05:00Z ERROR db: pool exhausted size=20 waiting=7\n\nTurn this into JSON."
    label = {
        "timestamp": "2025-03-03T14:05:00Z",
        "level": "error",
        "message": "pool exhausted size=20 waiting=7",
        "source": "db",
    }
    assert flaws("log_entry", prompt, label) == []
    assert flaws("log_entry", prompt, {**label, "message": "pool emptied size=20 waiting=7"}) == [
        ("words", "/message")
    ]


def test_items_told_alike_are_paired_by_their_places() -> None:
    prompt = (
        "ops: here is the device network\n"
        "ops: The network ID is net-1 and its name is Hall.\n"
        "ops: device 1: Lobby Main Gateway, device ID gateway-100, type gateway, status online\n"
        'ops: rule 1: rule ID rule-100, rule name "Night", enabled: false\n'
        "ops: rule 1, action 1: target device gateway-100, action type set_level\n"
        'ops: rule 2: rule rule-201 called "Away"; enabled: false, priority 1\n'
        "ops: rule 2, action 1: device gateway-100 gets the action notify\n"
        'ops: rule 3: rule rule-302 called "Away"; enabled: false, priority 1\n'
        "ops: rule 3, action 1: action type notify with the target device gateway-100, delay 0 seconds\n"
        "ops: as JSON please"
    )
    action = {"target_device_id": "gateway-100", "action_type": "notify"}
    rules = [
        {"rule_id": "rule-100", "rule_name": "Night", "enabled": False,
         "actions": [{"target_device_id": "gateway-100", "action_type": "set_level"}]},
        {"rule_id": "rule-201", "rule_name": "Away", "enabled": False, "actions": [action], "priority": 1},
        {"rule_id": "rule-302", "rule_name": "Away", "enabled": False,
         "actions": [{**action, "delay_seconds": 0}], "priority": 1},
    ]  # fmt: skip
    label = {
        "network_id": "net-1",
        "network_name": "Hall",
        "devices": [
            {"device_id": "gateway-100", "device_name": "Lobby Main Gateway", "device_type": "gateway",
             "status": "online"}
        ],
        "automation_rules": rules,
    }  # fmt: skip
    assert flaws("iot_device_network", prompt, label) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Nothing to complain about, a superb lamp.", [("dropped", "/review_text")]),
        ("none given", []),
        ("nothing was said", []),
    ],
)
def test_a_text_that_begins_with_nothing_is_a_text(told: str, found: list[tuple[str, str]]) -> None:
    prompt = f"Review\n\nRating: 5\nReviewer Name: Kenji\nReview Text: {told}\n\nAnswer in JSON."
    assert flaws("rating", prompt, {"rating": 5, "reviewer_name": "Kenji"}) == found
