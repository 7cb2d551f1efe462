"""Each thing that can be untrue of a value in a listing is found, named, and found once."""

import pytest

from tests.edgejson.grounding.judging import flaws

PROMPT = """Support Ticket

Ticket Id: TCK-7741
Customer Name: Yusuf Demir
Customer Email: yusuf.demir@example.com
Subject: Export button missing
Description: Since the last update the export button is missing from the menu.
Category: feature request
Priority: high
Status: In progress
Assigned To: Carla Menendez
Created At: 2025-03-01T08:02:00Z

Please extract the support ticket as JSON.
"""
LABEL = {
    "ticket_id": "TCK-7741",
    "customer_name": "Yusuf Demir",
    "customer_email": "yusuf.demir@example.com",
    "subject": "Export button missing",
    "description": "Since the last update the export button is missing from the menu.",
    "category": "feature_request",
    "priority": "high",
    "status": "in_progress",
    "assigned_to": "Carla Menendez",
    "created_at": "2025-03-01T08:02:00Z",
}


def changed(**fields: object) -> dict[str, object]:
    return {name: value for name, value in {**LABEL, **fields}.items() if value is not None}


def test_the_good_label() -> None:
    assert flaws("support_ticket", PROMPT, LABEL) == []


@pytest.mark.parametrize(
    ("field", "value", "truth"),
    [
        ("ticket_id", "TCK-7742", "copy"),
        ("ticket_id", "TCK-774", "copy"),
        ("customer_email", "yusuf.demr@example.com", "copy"),
        ("description", "Since the last update the button is missing from the menu.", "words"),
        ("description", "Since the last update the export button is missing", "words"),
        ("subject", "Export button now missing", "words"),
        ("subject", "Payment refused", "text"),
        ("subject", "export button missing", "case"),
        ("subject", "EXPORT BUTTON MISSING", "case"),
        ("subject", "Export  button missing", "space"),
        ("subject", "Exportbutton missing", "space"),
        ("subject", "Export button missing ", "space"),
        ("subject", "", "dropped"),
        ("subject", "Carla Menendez", "place"),
        ("priority", "low", "choice"),
        ("category", "bug", "choice"),
        ("created_at", "2025-03-01T08:03:00Z", "date"),
        ("created_at", "2025-03-02T08:02:00Z", "date"),
        ("created_at", "2025-03-01T08:02:00+01:00", "date"),
        ("updated_at", "2025-03-01T08:02:00Z", "invented"),
        ("assigned_to", None, "dropped"),
    ],
)
def test_one_thing_is_wrong(field: str, value: object, truth: str) -> None:
    assert flaws("support_ticket", PROMPT, changed(**{field: value})) == [(truth, f"/{field}")]


def test_a_swap_of_two_values_is_one_flaw() -> None:
    swapped = changed(customer_name="Carla Menendez", assigned_to="Yusuf Demir")
    assert flaws("support_ticket", PROMPT, swapped) == [("place", "/customer_name")]


def test_three_defects_are_three_flaws() -> None:
    broken = changed(ticket_id="TCK-7714", priority="urgent", assigned_to=None)
    assert flaws("support_ticket", PROMPT, broken) == [
        ("copy", "/ticket_id"),
        ("choice", "/priority"),
        ("dropped", "/assigned_to"),
    ]


def test_a_value_moved_to_a_field_that_the_prompt_does_not_name_is_one_flaw() -> None:
    prompt = (
        "Log Entry\n\nLevel: ERROR\nMessage: disk full\nTimestamp: 2025-03-01T08:02:00Z\nSource: sda-monitor"
    )
    label = {"level": "ERROR", "message": "disk full", "timestamp": "2025-03-01T08:02:00Z"}
    assert flaws("log_entry", prompt, {**label, "source": "sda-monitor"}) == []
    profile = "User Profile\n\nUsername: skywalker\nAge: 34\nCity: Oslo"
    assert flaws("user_profile", profile, {"username": "skywalker", "age": 34, "city": "Oslo"}) == []
    moved = "Product\n\nProduct Name: Lamp\nPrice: 20\nQuantity: 3\nCategory: Lighting"
    wrong = {"product_name": "Lamp", "sku": "Lighting", "price": 20, "quantity": 3}
    assert flaws("product_info", moved, wrong) == [("place", "/sku")]


@pytest.mark.parametrize(
    ("stated", "value", "found"),
    [
        ("1796.0", 1796, []),
        ("1,796.50 EUR", 1796.5, []),
        ("$12.00 (incl. VAT)", 12, []),
        ("12 pieces", 12, []),
        ("twelve", 12, []),
        ("1658.16", -1658.16, [("sign", "/price")]),
        ("1658.16", 1658.61, [("number", "/price")]),
        ("1658.16", 16581.6, [("number", "/price")]),
        ("unknown", 5, [("number", "/price")]),
    ],
)
def test_numbers(stated: str, value: float, found: list[tuple[str, str]]) -> None:
    prompt = f"Product\n\nProduct Name: Lamp\nPrice: {stated}\nQuantity: 3"
    assert flaws("product_info", prompt, {"product_name": "Lamp", "price": value, "quantity": 3}) == found


@pytest.mark.parametrize(
    ("stated", "value", "found"),
    [
        ("True", True, []),
        ("yes", True, []),
        ("switched off", False, []),
        ("True", False, [("choice", "/notifications_enabled")]),
        ("disabled", True, [("choice", "/notifications_enabled")]),
    ],
)
def test_flags(stated: str, value: bool, found: list[tuple[str, str]]) -> None:
    prompt = f"Settings\n\nTheme: dark\nLanguage: de-AT\nNotifications Enabled: {stated}"
    label = {"theme": "dark", "language": "de-AT", "notifications_enabled": value}
    assert flaws("simple_config", prompt, label) == found


@pytest.mark.parametrize(
    ("stated", "value", "found"),
    [
        ("German", "de", []),
        ("Deutsch", "de", []),
        ("Brazilian Portuguese", "pt-BR", []),
        ("English (United Kingdom)", "en-GB", []),
        ("French", "de", [("text", "/language")]),
        ("Laugh", "la", [("text", "/language")]),
        ("President", "en", [("text", "/language")]),
    ],
)
def test_languages(stated: str, value: str, found: list[tuple[str, str]]) -> None:
    prompt = f"Settings\n\nTheme: dark\nLanguage: {stated}\nFont Size: small"
    assert flaws("simple_config", prompt, {"theme": "dark", "language": value, "font_size": "small"}) == found


def test_a_value_counts_under_its_own_field_only() -> None:
    """A default is invented though another field's text holds the word."""
    prompt = (
        "Push Notification\n\nTitle: Business as normal\nBody: high tide, low prices, urgent normal stuff"
    )
    label = {"title": "Business as normal", "body": "high tide, low prices, urgent normal stuff"}
    for priority in ("low", "normal", "high", "urgent"):
        assert flaws("notification", prompt, {**label, "priority": priority}) == [("invented", "/priority")]


def test_what_the_schema_refuses_is_its_business() -> None:
    assert flaws("support_ticket", PROMPT, changed(priority="highest")) == []
    assert flaws("support_ticket", PROMPT, changed(subject=12)) == []
    assert flaws("support_ticket", PROMPT, changed(customer_name=None)) == []
    assert flaws("support_ticket", PROMPT, changed(unknown_field="x")) == []


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("316 Rivera Mountain\nBrownchester, MS 77057", []),
        ("316 Rivera Mountain, Brownchester, MS 77057", [("space", "/address")]),
        ("316 Rivera Mountain Brownchester, MS 77057", [("space", "/address")]),
        ("316 Rivera Mountain", [("words", "/address")]),
        ("316 Rivera Mountain\nBrownchester, MS 77058", [("copy", "/address")]),
    ],
)
def test_a_value_of_two_lines(address: str, found: list[tuple[str, str]]) -> None:
    prompt = (
        "GPS Location\n\nLatitude: -47.38728\nLongitude: -121.499364\nAddress: 316 Rivera Mountain\n"
        "Brownchester, MS 77057\nTimezone: America/Boise\n\nPlease extract the location as JSON."
    )
    label = {"latitude": -47.38728, "longitude": -121.499364, "address": address, "timezone": "America/Boise"}
    assert flaws("location", prompt, label) == found


@pytest.mark.parametrize(
    ("stated", "identifier", "truths"),
    [
        ("2024/0007", "2024/0007", []),
        ("2024/0007", "20240007", ["copy"]),
        ("2024/0007", "2024-0007", ["copy"]),
        ("1234/5678", "12345678", ["copy"]),
        ("1234567.89", "123456789", ["copy"]),
    ],
)
def test_an_identifier_keeps_its_marks(stated: str, identifier: str, truths: list[str]) -> None:
    prompt = PROMPT.replace("TCK-7741", stated)
    assert flaws("support_ticket", prompt, changed(ticket_id=identifier)) == [
        (truth, "/ticket_id") for truth in truths
    ]


@pytest.mark.parametrize(
    ("stated", "phone", "is_right"),
    [
        ("+49.2024.0018", "+49 2024 0018", True),
        ("555.010.1234", "(555) 010-1234", True),
        ("555/0100 1234", "555-0100-1234", True),
        ("555/0100 1234", "5550100 1234", False),
        ("+49 2024/0018", "+49 20240018", False),
        ("+49.2024.0018", "49 2024 0018", False),
        ("555.010.1234", "555-010-1235", False),
    ],
)
def test_a_telephone_number_has_other_marks_but_the_same_groups(
    stated: str, phone: str, is_right: bool
) -> None:
    """The schema knows neither dots nor slashes in telephone numbers."""
    prompt = f"Name: Jo Heep\nEmail: jo@heep.example\nPhone: {stated}\n\nAs JSON, please."
    found = flaws("contact_info", prompt, {"name": "Jo Heep", "email": "jo@heep.example", "phone": phone})
    assert [pointer for _, pointer in found] == ([] if is_right else ["/phone"])
