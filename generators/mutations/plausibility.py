"""Operators on taxes and shipping costs that add up and that no shop charges."""

from decimal import Decimal

from edgejson.generators.mutations.edit import (
    Number,
    number_at,
    replace_in_both,
)
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, value_mutant


def _tax(schema_id: str, name: str, total: str, share: Decimal, rule: str) -> Operator:
    """Return the operator that makes the tax another share of the subtotal, and the total that follows."""

    def apply(target: TargetRecord) -> Mutant | None:
        subtotal, tax, before = (number_at(target.label, one) for one in ("/subtotal", "/tax", total))
        if subtotal is None or not tax or before is None or subtotal < 50:
            return None
        after: Number = round(Decimal(subtotal) * share, 2)
        new_total = before - tax + after
        if (
            after in (0, tax)
            or not replace_in_both(target, "/tax", after)
            or not replace_in_both(target, total, new_total)
        ):
            return None
        return value_mutant(target, "/tax", tax, after)

    return Operator(name=name, breaks="label", caught_by={schema_id: f"{schema_id}.{rule}"}, apply=apply)


def _dear_shipping(target: TargetRecord) -> Mutant | None:
    """Have shipping cost twice the goods, and more than any parcel; the total follows."""
    subtotal, shipping, total = (
        number_at(target.label, one) for one in ("/subtotal", "/shipping_cost", "/total")
    )
    if subtotal is None or not shipping or total is None:
        return None
    after = max(subtotal * 2, Decimal(10_000))
    new_total = total - shipping + after
    if not replace_in_both(target, "/shipping_cost", after) or not replace_in_both(
        target, "/total", new_total
    ):
        return None
    return value_mutant(target, "/shipping_cost", shipping, after)


PLAUSIBILITY = (
    _tax("invoice", "invoice_taxed_at_45_per_cent", "/total_amount", Decimal("0.45"), "tax_is_plausible"),
    _tax("invoice", "invoice_with_dust_for_a_tax", "/total_amount", Decimal("0.001"), "tax_is_plausible"),
    _tax("shopping_cart", "cart_taxed_at_45_per_cent", "/total", Decimal("0.45"), "tax_is_plausible"),
    Operator(
        name="shipping_dearer_than_the_goods",
        breaks="label",
        caught_by={"shopping_cart": "shopping_cart.shipping_is_plausible"},
        apply=_dear_shipping,
    ),
)
"""The operators of this module."""
