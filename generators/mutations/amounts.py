"""Operators on the sums of carts, invoices and orders, wrong alike in the label and in the prompt."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import (
    Number,
    add_units,
    is_number,
    matching_pointers,
    number_at,
    set_value,
    value_at,
)
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant, value_mutant
from edgejson.generators.mutations.operator_factories import PathsAndRules, label_and_prompt_operator

_CENT = Decimal("0.01")
_TOTALS = {
    "shopping_cart": ("/total", "shopping_cart.total_is_subtotal_plus_shipping_plus_tax"),
    "invoice": ("/total_amount", "invoice.total_is_subtotal_plus_tax"),
    "order_details": ("/total_amount", "order_details.total_is_sum_of_items"),
}
_SUBTOTALS = {
    "shopping_cart": ("/subtotal", "shopping_cart.subtotal_is_sum_of_items"),
    "invoice": ("/subtotal", "invoice.subtotal_is_sum_of_lines"),
}
_LINE_TOTALS = {"invoice": ("/line_items/*/total", "invoice.line_total_is_quantity_times_price")}
_PRICES = {
    "shopping_cart": ("/items/*/price", "shopping_cart.subtotal_is_sum_of_items"),
    "invoice": ("/line_items/*/unit_price", "invoice.line_total_is_quantity_times_price"),
    "order_details": ("/items/*/price", "order_details.total_is_sum_of_items"),
}
_QUANTITIES = {
    "shopping_cart": ("/items/*/quantity", "shopping_cart.subtotal_is_sum_of_items"),
    "invoice": ("/line_items/*/quantity", "invoice.line_total_is_quantity_times_price"),
    "order_details": ("/items/*/quantity", "order_details.total_is_sum_of_items"),
}


def _number(target: TargetRecord, pointer: Pointer) -> Number | None:
    return number_at(target.label, pointer)


def _operator(
    name: str, targets: PathsAndRules, new: Callable[[TargetRecord, Number], Number | None], *companions: str
) -> Operator:
    """Return the operator that gives the amount of each schema another value, in the prompt too."""

    def amount(target: TargetRecord, _: Pointer, before: JSONValue) -> Number | None:
        after = new(target, before) if is_number(before) else None
        return after if after is not None and after >= 0 else None

    return label_and_prompt_operator(name, targets, amount, *companions)


def _in_label_only(
    name: str, label_values: PathsAndRules, new: Callable[[TargetRecord, Number], Number]
) -> Operator:
    def apply(target: TargetRecord) -> Mutant | None:
        pointer = label_values[target.schema_id][0]
        before = _number(target, pointer)
        if before is None:
            return None
        after = new(target, before)
        set_value(target.label, pointer, after)
        return value_mutant(target, pointer, before, after)

    # That the figure is not in the prompt is a second truth about it.
    return Operator(
        name=name,
        breaks="label",
        caught_by={schema_id: rule for schema_id, (_, rule) in label_values.items()},
        apply=apply,
        companions=frozenset({"grounding.*"}),
    )


def _cent_more(_: TargetRecord, value: Number) -> Number:
    return add_units(value, 1) if isinstance(value, int) else value + _CENT


def _one_more(_: TargetRecord, value: Number) -> Number:
    return value + 1


def _exactly(
    new: Callable[[TargetRecord, Number], Number | None],
) -> Callable[[TargetRecord, Number], Number | None]:
    """Leave carts whose sum has discounts in it alone: a cent more may be how it is rounded, and right."""

    def amount(target: TargetRecord, value: Number) -> Number | None:
        discounts = matching_pointers(target.label, "/items/*/discount_percentage")
        return None if discounts else new(target, value)

    return amount


def _from_subtotal(
    new: Callable[[TargetRecord, Number], Number | None],
) -> Callable[[TargetRecord, Number], Number | None]:
    """Leave carts alone whose total is that of discounted items, without a subtotal between."""
    exactly = _exactly(new)
    return lambda target, value: (new if "subtotal" in target.label else exactly)(target, value)


def _beside_its_sum(
    new: Callable[[TargetRecord, Number], Number | None],
) -> Callable[[TargetRecord, Number], Number | None]:
    """Leave carts without a subtotal, and invoices without line totals, alone: other sums would be wrong."""

    def amount(target: TargetRecord, value: Number) -> Number | None:
        lines, totals = (matching_pointers(target.label, f"/line_items/*{name}") for name in ("", "/total"))
        has_sums = target.schema_id != "shopping_cart" or "subtotal" in target.label
        return new(target, value) if has_sums and len(lines) == len(totals) else None

    return amount


def _cent_less(_: TargetRecord, value: Number) -> Number:
    return add_units(value, -1) if isinstance(value, int) else value - _CENT


def _digits_swapped(_: TargetRecord, value: Number) -> Number | None:
    """Return the number with its first two unlike neighbouring digits before the point exchanged."""
    text = str(value)
    for index, (one, other) in enumerate(pairwise(text)):
        if one.isdecimal() and other.isdecimal() and one != other and not (index == 0 and other == "0"):
            moved = Decimal(text[:index] + other + one + text[index + 2 :])
            return int(moved) if isinstance(value, int) else moved
    return None


def _independent(target: TargetRecord, value: Number) -> Number:
    cents = target.random.randrange(1_000, 90_000)
    return cents if isinstance(value, int) else Decimal(cents).scaleb(-2)


def _subtotal_without_discounts(target: TargetRecord, value: Number) -> Number | None:
    items = value_at(target.label, "/items")
    assert isinstance(items, list)
    full = sum((_cost(item) for item in items), Decimal(0))
    return full.quantize(Decimal(1) if isinstance(value, int) else _CENT) if full != value else None


def _cost(item: JSONValue) -> Decimal:
    quantity, price = value_at(item, "/quantity"), value_at(item, "/price")
    assert isinstance(quantity, int)
    assert isinstance(price, Decimal | int)
    return Decimal(quantity * price)


def _with_tax_again(target: TargetRecord, value: Number) -> Number | None:
    tax = _number(target, "/tax")
    return value + tax if tax else None


def _without_shipping(target: TargetRecord, value: Number) -> Number | None:
    shipping = _number(target, "/shipping_cost")
    return value - shipping if shipping else None


def _without_tax(target: TargetRecord, value: Number) -> Number | None:
    tax = _number(target, "/tax")
    return value - tax if tax else None


def _swap_subtotal_and_total(target: TargetRecord) -> Mutant | None:
    total, _ = _TOTALS[target.schema_id]
    first, second = _number(target, "/subtotal"), _number(target, total)
    if first is None or second is None or first == second:
        return None
    set_value(target.label, "/subtotal", second)
    set_value(target.label, total, first)
    return mutant(target, "subtotal and total exchanged")


_CART_TOTAL = {"shopping_cart": _TOTALS["shopping_cart"]}
_TAXED_TOTALS = {schema_id: _TOTALS[schema_id] for schema_id in ("shopping_cart", "invoice")}
_ARITHMETIC = ("shopping_cart.*", "invoice.*", "order_details.*")

AMOUNTS = (
    _operator("total_off_by_one_cent", _TOTALS, _from_subtotal(_cent_more)),
    _operator("total_short_by_one_cent", _TOTALS, _from_subtotal(_cent_less)),
    _operator("total_with_digits_swapped", _TOTALS, _digits_swapped),
    _operator("total_independent", _TOTALS, _independent),
    _operator("total_with_tax_twice", _TAXED_TOTALS, _with_tax_again),
    _operator("total_without_tax", _TAXED_TOTALS, _without_tax),
    _operator("total_without_shipping", _CART_TOTAL, _without_shipping),
    _operator("subtotal_off_by_one_cent", _SUBTOTALS, _exactly(_cent_more)),
    _operator("subtotal_independent", _SUBTOTALS, _independent, *_ARITHMETIC),
    _operator(
        "discounts_left_out_of_subtotal",
        {"shopping_cart": _SUBTOTALS["shopping_cart"]},
        _subtotal_without_discounts,
    ),
    _operator("line_total_off_by_one_cent", _LINE_TOTALS, _cent_more),
    _operator("price_off_by_one_cent", _PRICES, _beside_its_sum(_exactly(_cent_more)), *_ARITHMETIC),
    _operator("quantity_off_by_one", _QUANTITIES, _beside_its_sum(_one_more), *_ARITHMETIC),
    _in_label_only("total_off_in_label_only", _TOTALS, lambda _, value: add_units(value, 1)),
    _in_label_only("total_tenfold_in_label_only", _TOTALS, lambda _, value: value * 10),
    Operator(
        name="subtotal_and_total_swapped",
        breaks="label",
        caught_by={schema_id: rule for schema_id, (_, rule) in _SUBTOTALS.items()},
        apply=_swap_subtotal_and_total,
        companions=frozenset({"grounding.*", *_ARITHMETIC}),
    ),
)
"""The operators of this module."""
