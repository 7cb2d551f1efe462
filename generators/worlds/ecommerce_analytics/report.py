"""Reports of a web shop over one period: orders come first, every other figure follows from them."""

import calendar
from datetime import date, timedelta
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.money import amount
from edgejson.generators.world import World, require, without_empty
from edgejson.generators.worlds.ecommerce_analytics.customers import build_customers, check_customers
from edgejson.generators.worlds.ecommerce_analytics.marketing import build_marketing, check_marketing
from edgejson.generators.worlds.ecommerce_analytics.products import build_products, check_products
from edgejson.generators.worlds.ecommerce_analytics.sales import build_sales, check_sales

_DAYS = {"daily": 1, "weekly": 7, "monthly": 30, "quarterly": 91, "yearly": 365}


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    kind = draws.choice(tuple(_DAYS))
    first, last = _span(draws, kind)
    size = draws.choice((0, 0, 1, 1, 2))  # how much a report goes into: figures only, some sections, all
    percent = (25, 60, 90)[size]
    orders = draws.between(45, 260) * max(1, _DAYS[kind] // 3)
    revenue = orders * draws.between(2400, 14500) + draws.between(0, 99)
    units = orders * draws.between(11, 29) // 10
    traffic = orders * draws.between(22, 90) + draws.between(0, 21)
    shown_traffic = size > 0 and draws.chance(percent)
    marketing = (
        build_marketing(draws, orders, revenue, traffic if shown_traffic else None, percent) if size else None
    )
    customers = orders * draws.between(55, 96) // 100
    return without_empty(
        {
            "report_id": draws.choice(("RPT-{y}-{n}", "ECOM-{n}", "report_{n}")).format(
                y=first.year, n=draws.digits(6)
            ),
            "report_period": without_empty(
                {
                    "start_date": first.isoformat(),
                    "end_date": last.isoformat(),
                    "period_type": draws.optional(85, lambda: kind),
                }
            ),
            "sales_metrics": build_sales(draws, orders, revenue, units, traffic, percent),
            "customer_metrics": draws.optional(
                percent, lambda: build_customers(draws, customers, revenue, percent)
            ),
            "product_performance": build_products(draws, revenue, units, size)
            if draws.chance(percent)
            else None,
            "marketing_metrics": marketing,
            "trends": draws.optional(percent, lambda: _trends(draws, revenue)),
        }
    )


def _span(draws: Draws, kind: str) -> tuple[date, date]:
    day = date_times.day(draws)
    if kind == "daily":
        return day, day
    if kind == "weekly":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if kind == "monthly":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if kind == "quarterly":
        month = (day.month - 1) // 3 * 3 + 3
        return date(day.year, month - 2, 1), date(day.year, month, calendar.monthrange(day.year, month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _trends(draws: Draws, revenue: int) -> JSONObject:
    coming = revenue * draws.between(880, 1190) // 1000
    predictions: JSONObject = {
        "next_period_revenue": amount(coming),
        "confidence_level": draws.choice((80, 75, 90, 95, 85, 70)),
    }
    return without_empty(
        {
            "revenue_growth_percentage": draws.decimal("-9.5", "24.0"),
            "customer_growth_percentage": draws.optional(75, lambda: draws.decimal("-6.0", "19.0")),
            "predictions": draws.optional(60, lambda: predictions),
        }
    )


def check(label: Any) -> None:
    """Raise unless every part is within its whole and every average, share and rate follows."""
    sales, period = label["sales_metrics"], label["report_period"]
    span = (date.fromisoformat(period["end_date"]) - date.fromisoformat(period["start_date"])).days + 1
    fits = {
        "daily": (1, 1),
        "weekly": (7, 7),
        "monthly": (28, 31),
        "quarterly": (90, 92),
        "yearly": (365, 366),
    }
    low, high = fits.get(period.get("period_type", ""), (1, 366))
    require(low <= span <= high, "the span fits the period type")
    check_sales(sales)
    check_customers(label.get("customer_metrics", {}), sales["total_revenue"])
    check_products(label.get("product_performance", {}), sales)
    check_marketing(label.get("marketing_metrics", {}), sales)


WORLD = World(
    build=build,
    check=check,
    subject="analytics report",
    headings=(
        "E-commerce Analytics",
        "Shop Performance Report",
        "Sales Analytics Report",
        "Store Report",
        "Business Report",
    ),
)
