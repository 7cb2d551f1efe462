"""The invariants of the medium schemas, worked out anew: nothing here calls the worlds' checks."""

import re
from fractions import Fraction
from typing import Any

from tests.generators.invariants.figures import ADDRESS, MINOR, day, is_zip_of, moment, places


def api_response(label: Any) -> None:
    paging = label.get("pagination")
    if paging:
        pages = paging["total"] // paging["per_page"] + bool(paging["total"] % paging["per_page"])
        assert 1 <= paging["page"] <= max(1, pages)
    if "errors" in label:
        assert label["status_code"] // 100 in (4, 5)
    from http import HTTPStatus

    HTTPStatus(label["status_code"])


def email_metadata(label: Any) -> None:
    for address in [label["from"], *label["to"], *label.get("cc", [])]:
        assert ADDRESS.fullmatch(address)
    assert re.fullmatch(r"<[^<>@\s]+@[^<>@\s]+>", label["message_id"])
    for each in label.get("attachments", []):
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", each.get("content_type", "text/plain"))
    moment(label["date"])


def event_registration(label: Any) -> None:
    if {"event_date", "registration_date"} <= label.keys():
        assert day(label["registration_date"]) <= day(label["event_date"])


def invoice(label: Any) -> None:
    due = Fraction(0)
    for line in label["line_items"]:
        cost = Fraction(line["unit_price"]) * line["quantity"]
        assert Fraction(line.get("total", line["unit_price"] * line["quantity"])) == cost
        due += cost
    tax = Fraction(label.get("tax", 0))
    assert "subtotal" not in label or Fraction(label["subtotal"]) == due
    assert Fraction(label["total_amount"]) == due + tax
    assert tax == 0 or due / 100 <= tax <= due * 3 / 10
    assert places(label["total_amount"]) == 2
    assert day(label["invoice_date"]) <= day(label.get("due_date", "9999-01-01"))


def medical_record(label: Any) -> None:
    outside = False
    for each in label["results"]:
        if "reference_range" in each:
            low, high = each["reference_range"].split("-")
            outside |= not Fraction(low) <= Fraction(each["value"]) <= Fraction(high)
    if outside:
        assert label.get("status", "abnormal") == "abnormal"


def meeting_notes(label: Any) -> None:
    names = [each["name"] for each in label["attendees"]]
    assert len(names) == len(set(names))
    for action in label.get("action_items", []):
        assert action.get("assigned_to", names[0]) in names
        assert day(action.get("due_date", "9999-01-01")) >= day(label["date"])


def order_details(label: Any) -> None:
    assert sum(Fraction(i["price"]) * i["quantity"] for i in label["items"]) == Fraction(
        label["total_amount"]
    )
    address = label.get("shipping_address", {})
    if "zip_code" in address:
        assert is_zip_of(address["state"], address["zip_code"])


def shopping_cart(label: Any) -> None:
    def cost(item: Any) -> Fraction:
        exact = (
            Fraction(item["price"])
            * item["quantity"]
            * (100 - Fraction(item.get("discount_percentage", 0)))
            / 100
        )
        return Fraction(int(exact * 100 + Fraction(1, 2)), 100)

    due = sum(map(cost, label["items"]), Fraction(0))
    shipping, tax = Fraction(label.get("shipping_cost", 0)), Fraction(label.get("tax", 0))
    assert "subtotal" not in label or Fraction(label["subtotal"]) == due
    assert Fraction(label["total"]) == due + shipping + tax
    assert shipping < due
    assert tax == 0 or due / 100 <= tax <= due * 3 / 10


def support_ticket(label: Any) -> None:
    if {"created_at", "updated_at"} <= label.keys():
        assert moment(label["created_at"]) <= moment(label["updated_at"])


def transaction_record(label: Any) -> None:
    assert places(label["amount"]) == MINOR.get(label["currency"], 2)
    assert label["amount"] > 0
    assert "balance_after" not in label or places(label["balance_after"]) == MINOR.get(label["currency"], 2)
