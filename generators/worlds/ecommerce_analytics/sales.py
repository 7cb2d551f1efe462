"""The sales of a shop's report."""

from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.money import amount, quotient, total
from edgejson.generators.world import require, without_empty
from edgejson.generators.worlds.ecommerce_analytics.quotients import require_quotient

_CHANNELS = ("website", "mobile_app", "marketplace", "physical_store")


def build_sales(
    draws: Draws, orders: int, revenue: int, units: int, traffic: int, percent: int
) -> JSONObject:
    """Return the sales metrics."""
    channels = draws.split(revenue, len(_CHANNELS), least=100)
    by_channel = without_empty(
        {
            name: amount(share)
            for name, share in zip(_CHANNELS, channels, strict=True)
            if percent >= 60 or draws.chance(70)
        }
    )
    profit, refunds = revenue * draws.between(180, 520) // 1000, revenue * draws.between(4, 70) // 1000
    return without_empty(
        {
            "total_revenue": amount(revenue),
            "total_orders": orders,
            "average_order_value": draws.optional(80, lambda: quotient(Decimal(amount(revenue)), orders)),
            "total_units_sold": draws.optional(60 + percent // 3, lambda: units),
            "gross_profit": draws.optional(percent, lambda: amount(profit)),
            "refunds_total": draws.optional(percent, lambda: amount(refunds)),
            "revenue_by_channel": draws.optional(percent, lambda: by_channel),
            "conversion_rate": draws.optional(percent, lambda: quotient(orders * 100, traffic)),
        }
    )


def check_sales(sales: Any) -> None:
    """Raise unless parts are within the revenue and the averages follow."""
    revenue, orders = sales["total_revenue"], sales["total_orders"]
    require_quotient(sales, "average_order_value", revenue, orders)
    channels = sales.get("revenue_by_channel", {})
    require(total(channels.values()) <= revenue, "channels are within the revenue")
    require(
        len(channels) < len(_CHANNELS) or total(channels.values()) == revenue,
        "all channels sum to the revenue",
    )
    require(
        max(sales.get("gross_profit", 0), sales.get("refunds_total", 0)) <= revenue,
        "profit and refunds are within the revenue",
    )
    require(sales.get("total_units_sold", orders) >= orders, "every order has a unit")
    require(0 <= sales.get("conversion_rate", 0) <= 100, "conversion rate is a percentage")
