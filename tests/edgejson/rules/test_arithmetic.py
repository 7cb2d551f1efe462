"""The sums of carts, invoices and orders: what is wrong is accused once, at its own pointer."""

from decimal import Decimal

import pytest

from tests.conftest import (
    GOOD_RECORDS,
    JSONObject,
    MakeRecord,
    Project,
    changed,
    invoice,
    order_details,
    shopping_cart,
)
from tests.edgejson.conftest import ARITHMETIC, accused, examined

LINE, SUBTOTAL, TOTAL = (
    "line_total_is_quantity_times_price",
    "subtotal_is_sum_of_lines",
    "total_is_subtotal_plus_tax",
)
CART_SUBTOTAL, CART_TOTAL = "subtotal_is_sum_of_items", "total_is_subtotal_plus_shipping_plus_tax"


def line_items(*lines: tuple[object, object, object]) -> list[JSONObject]:
    """Return invoice lines of (quantity, unit price, total); a total of None is left out."""
    named = [{"description": "Desk lamp", "quantity": q, "unit_price": p, "total": t} for q, p, t in lines]
    return [{name: value for name, value in line.items() if value is not None} for line in named]


def small_invoice(**fields: object) -> JSONObject:
    """Return an invoice of 3 x 10.00 + 2 x 5.50 = 41.00, tax 4.00, total 45.00, with other fields."""
    lines = line_items((3, 10, 30), (2, 5.5, 11))
    return changed(invoice(), **{"line_items": lines, "subtotal": 41, "tax": 4, "total_amount": 45, **fields})


def cart(*items: tuple[object, object, object], **fields: object) -> JSONObject:
    """Return a cart of (quantity, price, discount) without tax and shipping, with other fields."""
    named = [
        {"product_id": "P", "product_name": "Desk lamp", "quantity": q, "price": p, "discount_percentage": d}
        for q, p, d in items
    ]
    listed = [{name: value for name, value in item.items() if value is not None} for item in named]
    return changed(shopping_cart(), **{"items": listed, "shipping_cost": None, "tax": None, **fields})


@pytest.mark.parametrize("make", GOOD_RECORDS)
def test_good_records_have_no_findings(project: Project, make: MakeRecord) -> None:
    assert accused(project, *map(make, range(8))) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        # What is absent is computed: a subtotal and a line total from the lines, a tax is 0.
        ({"subtotal": None}, []),
        ({"tax": None, "total_amount": 41}, []),
        ({"tax": None}, [(TOTAL, "/total_amount")]),
        ({"subtotal": None, "tax": None, "total_amount": 41}, []),
        ({"subtotal": None, "total_amount": 46}, [(TOTAL, "/total_amount")]),
        ({"line_items": line_items((3, 10, None), (2, 5.5, None))}, []),
        ({"line_items": line_items((3, 10, None), (2, 5.5, 11))}, []),
        ({"line_items": line_items((41, 1, None)), "subtotal": 40}, [(SUBTOTAL, "/subtotal")]),
        # One cause, one finding.
        ({"total_amount": 44.99}, [(TOTAL, "/total_amount")]),
        ({"subtotal": 40}, [(SUBTOTAL, "/subtotal")]),
        ({"subtotal": 40, "total_amount": 44}, [(SUBTOTAL, "/subtotal")]),
        ({"subtotal": 40, "total_amount": 50}, [(SUBTOTAL, "/subtotal"), (TOTAL, "/total_amount")]),
        ({"line_items": line_items((3, 10, 31), (2, 5.5, 11))}, [(LINE, "/line_items/0/total")]),
        (
            {"line_items": line_items((3, 10, 31), (2, 5.5, 11)), "subtotal": 42, "total_amount": 46},
            [(LINE, "/line_items/0/total")],
        ),
        (
            {"line_items": line_items((3, 10, 31), (2, 5.5, 12))},
            [(LINE, "/line_items/0/total"), (LINE, "/line_items/1/total")],
        ),
        (
            {"line_items": line_items((3, 10, 31), (2, 5.5, 11)), "subtotal": 99, "total_amount": 103},
            [(LINE, "/line_items/0/total"), (SUBTOTAL, "/subtotal")],
        ),
        # The subtotal is right: a total that follows from anything else is accused.
        ({"line_items": line_items((3, 10, 31), (2, 5.5, 11)), "total_amount": 46}, [
            (LINE, "/line_items/0/total"), (TOTAL, "/total_amount"),
        ]),
        # Integers and decimals are one number.
        ({"total_amount": 45.0, "subtotal": 41.0}, []),
    ],
)  # fmt: skip
def test_invoice(project: Project, fields: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert accused(project, small_invoice(**fields)) == expected


@pytest.mark.parametrize(
    ("items", "fields", "expected"),
    [
        ([(2, 20.5, None), (1, 80, 10)], {"subtotal": 113, "total": 113}, []),
        ([(2, 20.5, None), (1, 80, 10)], {"subtotal": None, "total": 113}, []),
        ([(2, 20.5, None), (1, 80, 10)], {"subtotal": 121, "total": 121}, [(CART_SUBTOTAL, "/subtotal")]),
        ([(2, 20.5, None), (1, 80, 10)], {"subtotal": 113, "total": 121}, [(CART_TOTAL, "/total")]),
        ([(1, 80, 100)], {"subtotal": 0, "total": 0}, []),
        ([(1, 80, 0)], {"subtotal": 80, "total": 80}, []),
        ([(1, 80, 33.333)], {"subtotal": 53.33, "total": 53.33}, []),
        # A coupon code has no amount.
        ([(1, 80, None)], {"subtotal": 80, "total": 80, "coupon_code": "HALF50"}, []),
        (
            [(1, 80, None)],
            {"subtotal": 80, "total": 40, "coupon_code": "HALF50"},
            [(CART_TOTAL, "/total")],
        ),
        ([(1, 80, None)], {"subtotal": 80, "shipping_cost": 5, "tax": 6.4, "total": 91.4}, []),
        ([(1, 80, None)], {"subtotal": 80, "shipping_cost": 5, "total": 85}, []),
        ([(1, 80, None)], {"subtotal": 80, "shipping_cost": 5, "total": 80}, [(CART_TOTAL, "/total")]),
    ],
)
def test_cart(
    project: Project,
    items: list[tuple[object, object, object]],
    fields: dict[str, object],
    expected: list[tuple[str, str]],
) -> None:
    assert accused(project, cart(*items, **fields)) == expected


@pytest.mark.parametrize(("total", "right"), [(72.22, True), (72.2, False), (72, False), (72.23, False)])
def test_order(project: Project, total: float, right: bool) -> None:
    expected = [] if right else [("total_is_sum_of_items", "/total_amount")]
    assert accused(project, changed(order_details(), total_amount=total)) == expected


@pytest.mark.parametrize(
    ("subtotal", "right"),
    [
        (1.0, True),  # each of 2 x 0.495 rounded half up and half even alike: 0.50 + 0.50
        (0.99, True),  # the sum rounded
        (0.98, False),
        (1.01, False),
    ],
)
def test_rounding_each_line_and_rounding_the_sum_are_right(
    project: Project, subtotal: float, right: bool
) -> None:
    made = cart((1, 0.55, 10), (1, 0.55, 10), subtotal=subtotal, total=subtotal)
    assert accused(project, made) == ([] if right else [(CART_SUBTOTAL, "/subtotal")])


@pytest.mark.parametrize(("subtotal", "right"), [(0.12, True), (0.13, True), (0.11, False), (0.125, False)])
def test_ties_go_up_or_to_even_and_are_rounded(project: Project, subtotal: float, right: bool) -> None:
    made = cart((1, 0.25, 50), subtotal=subtotal, total=subtotal)
    assert accused(project, made) == ([] if right else [(CART_SUBTOTAL, "/subtotal")])


@pytest.mark.parametrize(
    ("total", "right"), [(10.83, True), (10.82, True), (10.81, False), (10.84, False), (10.825, False)]
)
def test_total_with_a_tax_of_parts_of_a_cent_is_rounded(project: Project, total: float, right: bool) -> None:
    lines = line_items((1, 10, 10))
    made = small_invoice(line_items=lines, subtotal=10, tax=0.825, total_amount=total)
    assert accused(project, made) == ([] if right else [(TOTAL, "/total_amount")])


def test_cart_total_with_a_tax_of_parts_of_a_cent_is_rounded(project: Project) -> None:
    made = cart((1, 30, None), subtotal=None, tax=2.475, total=32.48)
    finer = cart((1, 30, None), subtotal=None, tax=2.475, total=32.475)
    assert accused(project, made) == []
    assert accused(project, finer) == [(CART_TOTAL, "/total")]


def test_total_of_a_subtotal_in_parts_of_a_cent_is_no_second_finding(project: Project) -> None:
    made = cart((1, 0.25, 50), subtotal=0.125, tax=0.01, total=0.135)
    assert accused(project, made) == [(CART_SUBTOTAL, "/subtotal")]


@pytest.mark.parametrize(
    ("prompt", "subtotal", "right"),
    [
        ("Total: ¥84", 84, True),
        ("Total: ¥84", 84.15, False),
        ("Total: JPY 84", 84, True),
        ("All prices in yen", 84, True),
        ("All prices in yen", 84.15, False),
        ("All amounts in JPY", 84, True),
        ("All amounts in JPY", 84.15, False),
        ("ALL ITEMS FROM OUR TOP SHELF", 84.15, True),
        ("ALL ITEMS FROM OUR TOP SHELF", 84, False),
        ("Total: KWD 84.150", 84.15, True),
        ("Total: USD 84.15", 84.15, True),
        ("Total: USD 84.15", 84, False),
        ("Part CLP-1234", 84.15, True),
    ],
)
def test_amounts_are_counted_in_the_currency_that_the_prompt_names(
    project: Project, prompt: str, subtotal: float, right: bool
) -> None:
    made = cart((1, 99, 15), subtotal=subtotal, total=subtotal)
    made["prompt"] = prompt
    assert accused(project, made) == ([] if right else [(CART_SUBTOTAL, "/subtotal")])


@pytest.mark.parametrize(("total", "right"), [(45.02, True), (44.98, True), (45.03, False), (44.97, False)])
def test_tolerance_is_a_setting(project: Project, total: float, right: bool) -> None:
    project.settings("tolerance = 0.02")
    assert accused(project, small_invoice(total_amount=total)) == (
        [] if right else [(TOTAL, "/total_amount")]
    )


def test_tolerance_is_nothing_unless_it_is_set(project: Project) -> None:
    assert accused(project, small_invoice(total_amount=45.01)) == [(TOTAL, "/total_amount")]


def test_zero_quantity_is_the_schemas_finding_alone(project: Project) -> None:
    made = small_invoice(line_items=line_items((0, 10, 30), (2, 5.5, 11)), total_amount=99)
    assert accused(project, made) == [("label_matches_schema", "/line_items/0/quantity")]


def test_text_for_a_number_is_the_schemas_finding_alone(project: Project) -> None:
    assert accused(project, small_invoice(subtotal="41")) == [("label_matches_schema", "/subtotal")]


def test_violation_in_a_field_that_a_rule_does_not_read_hides_nothing(project: Project) -> None:
    found = accused(project, small_invoice(payment_status="maybe", total_amount=99))
    assert found == [("label_matches_schema", "/payment_status"), (TOTAL, "/total_amount")]


def test_numbers_of_more_than_28_digits_are_exact(project: Project) -> None:
    raw = (
        b'{"id":"a","schema_id":"order_details","complexity":"medium","source":"human","prompt":"p",'
        b'"expected_output":{"order_id":"o","customer_name":"c","items":[{"product_name":"p","quantity":3,'
        b'"price":111111111111111111111111111111111111.11}],"total_amount":333333333333333333333333333333333333.3%d}}'
    )
    assert accused(project, raw % 3) == []
    assert accused(project, raw % 4) == [("total_is_sum_of_items", "/total_amount")]


def test_discount_of_more_than_28_digits_is_exact(project: Project) -> None:
    raw = (
        b'{"id":"a","schema_id":"shopping_cart","complexity":"medium","source":"human","prompt":"p",'
        b'"expected_output":{"cart_id":"c","user_id":"u","items":[{"product_id":"p","product_name":"n",'
        b'"quantity":1,"price":1,"discount_percentage":99.4' + b"9" * 40 + b'}],"subtotal":0.0%d,"total":0}}'
    )
    assert accused(project, raw % 1) == [(CART_TOTAL, "/total")]
    assert accused(project, raw % 0) == [(CART_SUBTOTAL, "/subtotal")]


@pytest.mark.parametrize("number", ["1e300", "1.7e308", "5e-324", "9" * 308, "0." + "3" * 5_000, "1e-300"])
def test_numbers_of_any_size_are_judged_and_not_stumbled_over(project: Project, number: str) -> None:
    template = (
        '{"id":"a","schema_id":"%s","complexity":"medium","source":"human","prompt":"p","expected_output":%s}'
    )
    labels = {
        "invoice": '{"invoice_number":"1","invoice_date":"2024-01-01","customer_name":"c","line_items":'
        '[{"description":"d","quantity":1,"unit_price":N,"total":N}],"subtotal":N,"tax":N,"total_amount":N}',
        "shopping_cart": '{"cart_id":"c","user_id":"u","items":[{"product_id":"p","product_name":"n",'
        '"quantity":7,"price":N,"discount_percentage":5e-300}],"subtotal":N,"shipping_cost":N,"tax":N,"total":N}',
    }
    lines = [(template % (name, label.replace("N", number))).encode() for name, label in labels.items()]
    found = examined(project.data("data.jsonl", *lines), selected=ARITHMETIC).findings
    assert found
    assert not [one.message for one in found if "the rule itself failed" in one.message]


def test_finding_says_what_is_there_and_what_would_be_right(project: Project) -> None:
    (found,) = examined(
        project.data("data.jsonl", shopping_cart(), small_invoice(total_amount=9.5)), selected=ARITHMETIC
    ).findings
    assert (found.line, found.pointer) == (2, "/expected_output/total_amount")
    assert (found.expected, found.actual, found.kind) == ("45.00", Decimal("9.5"), "arithmetic")
    assert found.record_id == "edgejson_invoice_template_001"
