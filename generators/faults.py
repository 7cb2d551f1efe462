"""Faults that a data set once had, reproduced on purpose for the exhibit under ``data/v2``."""

from decimal import Decimal
from typing import Any, Literal, TypeAlias

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.money import amount, total

Fault: TypeAlias = Literal["independent-totals"]

DERIVED = {
    "invoice": ("subtotal", "tax", "total_amount"),
    "order_details": ("total_amount",),
    "shopping_cart": ("subtotal", "tax", "total"),
}
"""The fields that *independent-totals* draws on their own, by schema; the last is always wrong."""


def apply(fault: Fault, schema_id: str, label: JSONObject, draws: Draws) -> JSONObject:
    """Return `label` with the fault in it; schemas that the fault does not touch come back as they are.

    ``independent-totals``: subtotal, tax and total are random figures that follow from nothing.
    """
    if fault != "independent-totals":
        raise ValueError(f"{fault!r} is no known fault; there is independent-totals")
    broken = dict(label)
    for name in DERIVED.get(schema_id, ()):
        if name in broken:
            drawn = Decimal(amount(draws.between(500, 990_000)))
            broken[name] = drawn + Decimal("0.01") if drawn == _due(broken, name) else drawn
    return broken


def _due(label: Any, name: str) -> Decimal | None:
    """Return what a figure would have to be for the label to add up by accident."""
    if name == "total_amount" and "items" in label:
        return total(item["quantity"] * item["price"] for item in label["items"])
    if name in ("total", "total_amount"):
        parts = ("subtotal", "shipping_cost", "tax")
        return total(label[part] for part in parts if part in label) if "subtotal" in label else None
    return None
