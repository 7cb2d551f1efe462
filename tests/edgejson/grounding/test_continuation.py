"""Numbers right behind a name: a part of the name, or an amount of what it names."""

from decimal import Decimal

import pytest

from tests.edgejson.grounding.judging import flaws

NAME = "/items/0/product_name"


def record(text: str, *results: tuple[str, float, str]) -> list[tuple[str, str]]:
    found = [{"parameter": name, "value": value, "unit": unit} for name, value, unit in results]
    label = {"patient_id": "P-7", "test_type": "CBC", "test_date": "2024-08-15", "results": found}
    return flaws("medical_record", f"P-7, CBC on 2024-08-15: {text}", label)


def order(text: str, *items: tuple[str, int, int]) -> list[tuple[str, str]]:
    found = [{"product_name": name, "quantity": much, "price": price} for name, much, price in items]
    total = sum(Decimal(much * price) for _, much, price in items)
    label = {"order_id": "O-1", "customer_name": "Al Bo", "items": found, "total_amount": int(total)}
    return flaws("order_details", f"O-1 Al Bo: {text}, total {total}.00", label)


def test_a_measured_value_is_no_part_of_the_name() -> None:
    assert record("Glucose 90 mg/dL", ("Glucose", 90, "mg/dL")) == []
    assert record("Platelets 250 K/uL", ("Platelets", 250, "K/uL")) == []
    assert record("LDL 96 mg/dL, HDL 52 mg/dL", ("LDL", 96, "mg/dL"), ("HDL", 52, "mg/dL")) == []


def test_a_wrong_value_is_found_alone() -> None:
    assert record("Glucose 90 mg/dL", ("Glucose", 91, "mg/dL")) == [("number", "/results/0/value")]


@pytest.mark.parametrize("text", ["Desk 2 x 100.00, Lamp 1 x 20.00", "Desk 2 pcs at 100.00, Lamp 1 at 20.00"])
def test_a_quantity_is_no_part_of_the_name(text: str) -> None:
    assert order(text, ("Desk", 2, 100), ("Lamp", 1, 20)) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("one Model 7 at 100.00", [("Model", 1, 100)]),
        ("Model 7 x 2 at 100.00", [("Model", 2, 100)]),
        ("2 x Model 2 at 100.00", [("Model", 2, 100)]),
        ("one Model 7 at 100.00, 7 pcs of Lamp at 20.00", [("Model", 1, 100), ("Lamp", 7, 20)]),
    ],
)
def test_a_name_without_its_number_is_found(text: str, items: list[tuple[str, int, int]]) -> None:
    assert order(text, *items) == [("words", NAME)]
    whole = [(f"Model {text.split('Model ')[1][0]}", *items[0][1:]), *items[1:]]
    assert order(text, *whole) == []
