"""Several ``Name: value`` pairs in one line: each value counts under its own name."""

import pytest

from tests.edgejson.grounding.judging import flaws

LABEL = {"product_name": "Torch", "sku": "LMP-8", "price": 5.25, "quantity": 8}
RUN_ONS = {
    "commas": "Product name: Torch, price: 5.25, quantity: 8\nSKU: LMP-8",
    "semicolons": "Product name: Torch; price: 5.25; quantity: 8\nSKU: LMP-8",
    "stops": "Product name: Torch. Price: 5.25. Quantity: 8.\nSKU: LMP-8",
    "bars": "Product name: Torch | Price: 5.25 | Quantity: 8\nSKU: LMP-8",
    "bold": "**Product name:** Torch, **price:** 5.25, **quantity:** 8\n**SKU:** LMP-8",
    "second line": "SKU: LMP-8\nProduct name: Torch, price: 5.25, quantity: 8\n\nPlease return JSON.",
    "two lines": "SKU: LMP-8, product name: Torch\nPrice: 5.25. Quantity: 8.",
    "a remark before": "Keep 2 GB of space. Product name: Torch. Price: 5.25. Quantity: 8. SKU: LMP-8.",
    "a remark behind": "SKU: LMP-8\nPrice: 5.25, quantity: 8, product name: Torch. Many thanks!",
    "another name": "Product name: Torch, price: 5.25, stock: 8\nSKU: LMP-8",
}


@pytest.mark.parametrize("form", RUN_ONS)
def test_every_pair_of_a_line_is_read(form: str) -> None:
    assert flaws("product_info", RUN_ONS[form], LABEL) == []


@pytest.mark.parametrize("form", [form for form in RUN_ONS if form != "another name"])
def test_what_goes_wrong_with_a_pair(form: str) -> None:
    def found(**changes: object) -> list[tuple[str, str]]:
        return flaws("product_info", RUN_ONS[form], {**LABEL, **changes})

    assert found(price=5.75) == [("number", "/price")]
    assert found(quantity=2) == [("number", "/quantity")]
    assert found(price=8, quantity=5.25) == [("place", "/price")]
    assert found(product_name="Torches") == [("copy", "/product_name")]
    assert found(sku="LMP-9") == [("copy", "/sku")]


def test_a_pair_of_a_line_is_dropped() -> None:
    prompt = "Meeting title: Budget, date: 9 May 2024, 10:00 (UTC), location: Room 4, duration minutes: 60"
    prompt += "\n\nAttendees:\n- name: Li Na\n  email: li.na@corp.example\n"
    attendees = [{"name": "Li Na", "email": "li.na@corp.example"}]
    label = {
        "meeting_title": "Budget",
        "date": "2024-05-09T10:00:00Z",
        "location": "Room 4",
        "duration_minutes": 60,
    }
    assert flaws("meeting_notes", prompt, {**label, "attendees": attendees}) == []
    for key in ("location", "duration_minutes"):
        kept = {name: value for name, value in label.items() if name != key}
        assert flaws("meeting_notes", prompt, {**kept, "attendees": attendees}) == [("dropped", f"/{key}")]


def test_a_name_that_is_no_field_ends_a_number() -> None:
    swapped = {**LABEL, "price": 8, "quantity": 5}
    assert ("number", "/price") in flaws("product_info", RUN_ONS["another name"], swapped)


@pytest.mark.parametrize(
    "name",
    ["Torch, colour: red", "Torch: price on request, sold by the dozen", 'Torch, "price: low"', "Torch Inc."],
)
def test_a_value_keeps_its_own_colons_and_commas(name: str) -> None:
    prompt = f"Product name: {name}\nSKU: LMP-8\nPrice: 5.25\nQuantity: 8"
    assert flaws("product_info", prompt, {**LABEL, "product_name": name}) == []
    prompt = f"Product name: {name}, price: 5.25, quantity: 8\nSKU: LMP-8"
    assert flaws("product_info", prompt, {**LABEL, "product_name": name}) == []


def test_a_field_with_a_line_of_its_own_divides_no_other_line() -> None:
    name = "Torch, price: see below"
    prompt = f"Product name: {name}\nSKU: LMP-8\nPrice: 5.25\nQuantity: 8"
    label = {**LABEL, "product_name": name}
    assert flaws("product_info", prompt, label) == []
    assert flaws("product_info", prompt, {**label, "product_name": "Torch"}) == [("words", "/product_name")]
