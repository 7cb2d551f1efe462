"""Operators on the figures of a shop's analytics report, changed in the label and in the prompt."""

from decimal import Decimal

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import (
    number_at,
)
from edgejson.generators.mutations.operator import TargetRecord
from edgejson.generators.mutations.operator_factories import (
    PathsAndRules,
    label_and_prompt_operator,
)
from edgejson.generators.mutations.value_changes import (
    by_one_cent,
    by_units,
    constant,
    if_all_present,
    one_above,
    one_above_sibling,
    total_of,
)

_SALES = "/sales_metrics"


_CUSTOMERS = "/customer_metrics"


_PRODUCTS = "/product_performance/top_selling_products/*"


_CATEGORIES = "/product_performance/category_breakdown/*"


_CAMPAIGNS = "/marketing_metrics/campaign_performance/*"


_REVENUE, _UNITS, _ORDERS = (
    f"{_SALES}/{name}" for name in ("total_revenue", "total_units_sold", "total_orders")
)


_AVERAGE = f"{_SALES}/average_order_value"


_CHANNELS = tuple(
    f"{_SALES}/revenue_by_channel/{name}"
    for name in ("website", "mobile_app", "marketplace", "physical_store")
)


_VISITS = tuple(
    f"/marketing_metrics/traffic_sources/{name}"
    for name in ("organic", "paid_search", "social", "email", "direct")
)


_ALL_CUSTOMERS = f"{_CUSTOMERS}/total_customers"


_WITHIN = "parts_are_within_their_wholes"


_NEW = f"{_CUSTOMERS}/new_customers"


def _shop(path: str, rule: str) -> PathsAndRules:
    return {"ecommerce_analytics": (path, f"ecommerce_analytics.{rule}")}


def _share_over_100(target: TargetRecord, _: Pointer, value: JSONValue) -> JSONValue:
    return Decimal("101.0") - total_of(target, f"{_CATEGORIES}/percentage_of_total") + Decimal(str(value))


def _fewer_than_orders(target: TargetRecord, _: Pointer, __: JSONValue) -> JSONValue:
    """Return fewer units than orders, where no products or categories have sold more than that."""
    orders = number_at(target.label, _ORDERS)
    parts = max(total_of(target, f"{_PRODUCTS}/units_sold"), total_of(target, f"{_CATEGORIES}/units_sold"))
    return None if orders is None or orders <= parts else orders - 1


ANALYTICS_FIGURES = (
    label_and_prompt_operator(
        "average_order_off", _shop(_AVERAGE, "average_order_value_follows"), by_units(2)
    ),
    label_and_prompt_operator(
        "channel_revenue_off",
        _shop(_CHANNELS[0], "channels_sum_to_revenue"),
        if_all_present(*_CHANNELS, new=by_one_cent),
    ),
    label_and_prompt_operator(
        "revenue_of_no_channel", _shop(_CHANNELS[1], "channels_sum_to_revenue"), one_above(_REVENUE)
    ),
    label_and_prompt_operator(
        "revenue_independent",
        _shop(_REVENUE, "channels_sum_to_revenue"),
        if_all_present(*_CHANNELS, new=by_units(-123_457)),
        # Its parts, and the refunds, may be more than what is left of it.
        "ecommerce_analytics.*",
    ),
    label_and_prompt_operator(
        "profit_above_revenue", _shop(f"{_SALES}/gross_profit", _WITHIN), one_above(_REVENUE)
    ),
    label_and_prompt_operator(
        "region_above_revenue",
        _shop(f"{_CUSTOMERS}/demographics/top_regions/*/revenue", _WITHIN),
        one_above(_REVENUE),
    ),
    label_and_prompt_operator(
        "product_above_revenue", _shop(f"{_PRODUCTS}/revenue", _WITHIN), one_above(_REVENUE)
    ),
    label_and_prompt_operator(
        "category_above_revenue", _shop(f"{_CATEGORIES}/revenue", _WITHIN), one_above(_REVENUE)
    ),
    label_and_prompt_operator(
        "product_above_units", _shop(f"{_PRODUCTS}/units_sold", _WITHIN), one_above(_UNITS)
    ),
    label_and_prompt_operator(
        "region_above_customers",
        _shop(f"{_CUSTOMERS}/demographics/top_regions/*/customer_count", _WITHIN),
        one_above(_ALL_CUSTOMERS),
    ),
    label_and_prompt_operator(
        "age_group_above_customers",
        _shop(f"{_CUSTOMERS}/demographics/age_groups/25_34", _WITHIN),
        one_above(_ALL_CUSTOMERS),
    ),
    label_and_prompt_operator(
        "refunds_above_revenue",
        _shop(f"{_SALES}/refunds_total", "refunds_are_within_revenue"),
        one_above(_REVENUE),
    ),
    label_and_prompt_operator(
        "new_customers_off",
        _shop(_NEW, "new_and_returning_customers_sum"),
        if_all_present(_ALL_CUSTOMERS, f"{_CUSTOMERS}/returning_customers", new=by_units(-1)),
    ),
    label_and_prompt_operator(
        "conversion_rate_off",
        _shop(f"{_SALES}/conversion_rate", "conversion_rate_follows"),
        if_all_present(*_VISITS, new=by_units(2)),
    ),
    label_and_prompt_operator(
        "clicks_above_impressions",
        _shop(f"{_CAMPAIGNS}/clicks", "campaigns_narrow_to_conversions"),
        one_above_sibling("impressions"),
    ),
    label_and_prompt_operator(
        "conversions_above_clicks",
        _shop(f"{_CAMPAIGNS}/conversions", "campaigns_narrow_to_conversions"),
        one_above_sibling("clicks"),
    ),
    label_and_prompt_operator(
        "category_shares_above_100",
        _shop(f"{_CATEGORIES}/percentage_of_total", "category_shares_are_within_100"),
        _share_over_100,
    ),
    label_and_prompt_operator(
        "roas_off",
        _shop("/marketing_metrics/roas", "roas_follows"),
        if_all_present(f"{_CAMPAIGNS}/revenue_attributed", new=by_units(2)),
    ),
    label_and_prompt_operator(
        "fewer_units_than_orders",
        _shop(_UNITS, "units_are_no_fewer_than_orders"),
        _fewer_than_orders,
    ),
    label_and_prompt_operator(
        "margin_above_100",
        _shop(f"{_PRODUCTS}/profit_margin", "profit_margins_are_percentages"),
        constant(Decimal("100.1")),
    ),
)
"""The operators of this module."""
