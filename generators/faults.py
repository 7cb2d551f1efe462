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
"""The fields that *independent-totals* draws on their own, by schema; the last is there in every label."""

_CENT = Decimal("0.01")


def apply(fault: Fault, schema_id: str, label: JSONObject, draws: Draws) -> JSONObject:
    """Return a right `label` with the fault in it; schemas that it does not touch come back as they are.

    ``independent-totals``: subtotal, tax and total are random figures; neither subtotal nor total is right
    by accident, whether judged by what is stated or by what would be right.
    """
    if fault != "independent-totals":
        raise ValueError(f"{fault!r} is no known fault; there is independent-totals")
    fields = DERIVED.get(schema_id, ())
    broken: dict[str, Any] = dict(label)
    for name in fields:
        if name not in broken:
            continue
        drawn = Decimal(amount(draws.between(500, 990_000)))
        while name != "tax" and drawn in _right(dict(label), broken, name, is_total=name == fields[-1]):
            drawn += _CENT
        broken[name] = drawn
    return broken


def _right(label: dict[str, Any], broken: dict[str, Any], name: str, *, is_total: bool) -> set[Decimal]:
    """Return what a figure would be if it added up, given the figures that are broken already."""
    if not is_total:
        return {label[name]}
    follows = label[name] - label.get("tax", 0) + broken.get("tax", 0)
    if "subtotal" not in broken:
        return {label[name], follows}
    parts = (broken[part] for part in ("subtotal", "shipping_cost", "tax") if part in broken)
    return {label[name], follows, total(parts)}
