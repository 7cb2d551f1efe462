"""Reports of a web shop over one period: orders come first, every other figure follows from them."""

import calendar
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.goods import CATEGORIES, articles
from edgejson.generators.vocabulary.money import amount, cents, places_of, quotient, total
from edgejson.generators.world import World, require, stated

_CHANNELS = ("website", "mobile_app", "marketplace", "physical_store")
_AGES = ("18_24", "25_34", "35_44", "45_54", "55_plus")
_SOURCES = ("organic", "paid_search", "social", "email", "direct")
_REGIONS = (
    "Northeast",
    "Midwest",
    "South",
    "West Coast",
    "Mountain States",
    "Pacific Northwest",
    "Great Lakes",
    "Gulf Coast",
)
_CAMPAIGNS = (
    "Spring Refresh",
    "Back to School",
    "Holiday Gift Guide",
    "Summer Clearance",
    "New Customer Welcome",
    "Cart Reminder",
    "Loyalty Double Points",
    "Weekend Flash Sale",
    "Local Pickup Launch",
    "Influencer Collab",
)
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
        _marketing(draws, orders, revenue, traffic if shown_traffic else None, percent) if size else None
    )
    customers = orders * draws.between(55, 96) // 100
    return stated(
        {
            "report_id": draws.choice(("RPT-{y}-{n}", "ECOM-{n}", "report_{n}")).format(
                y=first.year, n=draws.digits(6)
            ),
            "report_period": stated(
                {
                    "start_date": first.isoformat(),
                    "end_date": last.isoformat(),
                    "period_type": draws.optional(85, lambda: kind),
                }
            ),
            "sales_metrics": _sales(draws, orders, revenue, units, traffic, percent),
            "customer_metrics": _customers(draws, customers, revenue, percent)
            if draws.chance(percent)
            else None,
            "product_performance": _products(draws, revenue, units, size) if draws.chance(percent) else None,
            "marketing_metrics": marketing,
            "trends": _trends(draws, revenue) if draws.chance(percent) else None,
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


def _sales(draws: Draws, orders: int, revenue: int, units: int, traffic: int, percent: int) -> JSONObject:
    channels = draws.split(revenue, len(_CHANNELS), least=100)
    by_channel = stated(
        {
            name: amount(share)
            for name, share in zip(_CHANNELS, channels, strict=True)
            if percent >= 60 or draws.chance(70)
        }
    )
    profit, refunds = revenue * draws.between(180, 520) // 1000, revenue * draws.between(4, 70) // 1000
    return stated(
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


def _customers(draws: Draws, customers: int, revenue: int, percent: int) -> JSONObject:
    new = customers * draws.between(12, 60) // 100
    value = draws.between(9000, 61000)
    ages = dict(zip(_AGES, draws.split(customers, len(_AGES)), strict=True))
    regions = draws.some(_REGIONS, 1, 4)
    heads = draws.split(customers * 9 // 10, len(regions))
    money = draws.split(revenue * 9 // 10, len(regions))
    top = [
        stated({"region": region, "customer_count": count, "revenue": amount(part)})
        for region, count, part in zip(regions, heads, money, strict=True)
    ]
    demographics = stated(
        {
            "age_groups": draws.optional(percent, lambda: stated(ages)),
            "top_regions": draws.optional(percent, lambda: top),
        }
    )
    return stated(
        {
            "total_customers": customers,
            "new_customers": draws.optional(85, lambda: new),
            "returning_customers": draws.optional(75, lambda: customers - new),
            "customer_lifetime_value": draws.optional(percent, lambda: amount(value)),
            "churn_rate": draws.optional(percent, lambda: draws.decimal("0.8", "14.5")),
            "demographics": demographics,
        }
    )


def _products(draws: Draws, revenue: int, units: int, size: int) -> JSONObject:
    best = articles(draws, draws.between(1, 1 + size))
    shelves = {goods.category: 0 for goods in best}
    counts = {goods.category: 0 for goods in best}
    selling: list[JSONObject] = []
    for goods, room in zip(best, draws.split(units * 6 // 10, len(best)), strict=True):
        price = cents(goods.price)
        sold = max(1, min(room, revenue // (2 * len(best)) // price))
        shelves[goods.category] += sold * price
        counts[goods.category] += sold
        selling.append(
            stated(
                {
                    "product_id": goods.sku,
                    "product_name": goods.name,
                    "category": goods.category if size else None,
                    "units_sold": sold,
                    "revenue": amount(sold * price),
                    "profit_margin": draws.optional(60, lambda: draws.decimal("8.0", "62.0")),
                    "inventory_status": _stock(draws) if size and draws.chance(60) else None,
                }
            )
        )
    rest = revenue - sum(shelves.values())
    spare_units = units - sum(counts.values())
    breakdown: list[JSONObject] = []
    if size and draws.chance(70):
        others = [name for name in CATEGORIES if name not in shelves]
        named = [*shelves, *draws.some(others, 0, 2)]
        for name in named:
            extra = rest * draws.between(0, 90) // (100 * len(named))
            takings = shelves.get(name, 0) + extra
            sold = counts.get(name, 0) + spare_units * extra // max(1, rest)
            if takings >= 100 and sold >= 1:
                breakdown.append(
                    {
                        "category_name": name,
                        "revenue": amount(takings),
                        "units_sold": sold,
                        "percentage_of_total": quotient(takings * 100, revenue, 1),
                    }
                )
    return stated({"top_selling_products": selling, "category_breakdown": breakdown})


def _stock(draws: Draws) -> JSONObject:
    return {
        "current_stock": draws.between(0, 900),
        "reorder_point": draws.choice((20, 25, 40, 50, 75, 100, 150)),
        "pending_orders": draws.between(0, 60),
    }


def _marketing(draws: Draws, orders: int, revenue: int, traffic: int | None, percent: int) -> JSONObject:
    names = draws.some(_CAMPAIGNS, 1, 3)
    campaigns: list[JSONObject] = []
    spent = earned = 0
    for name, won in zip(names, draws.split(max(len(names), orders * 3 // 10), len(names)), strict=True):
        clicks = won * draws.between(14, 60) + draws.between(0, 13)
        shown = clicks * draws.between(12, 80) + draws.between(0, 11)
        cost = clicks * draws.between(18, 140)
        attributed = won * (revenue // orders) * draws.between(70, 120) // 100
        spent, earned = spent + cost, earned + attributed
        campaigns.append(
            {
                "campaign_name": name,
                "impressions": shown,
                "clicks": clicks,
                "conversions": won,
                "cost": amount(cost),
                "revenue_attributed": amount(attributed),
            }
        )
    sources = dict(zip(_SOURCES, draws.split(traffic, len(_SOURCES)), strict=True)) if traffic else {}
    return stated(
        {
            "ad_spend": amount(spent),
            "roas": draws.optional(75, lambda: quotient(earned, spent)),
            "traffic_sources": stated(sources),
            "campaign_performance": campaigns if draws.chance(percent) else None,
        }
    )


def _trends(draws: Draws, revenue: int) -> JSONObject:
    coming = revenue * draws.between(880, 1190) // 1000
    predictions: JSONObject = {
        "next_period_revenue": amount(coming),
        "confidence_level": draws.choice((80, 75, 90, 95, 85, 70)),
    }
    return stated(
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
    revenue, orders = sales["total_revenue"], sales["total_orders"]
    _follows(sales, "average_order_value", revenue, orders)
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
    _check_customers(label.get("customer_metrics", {}), revenue)
    _check_products(label.get("product_performance", {}), sales)
    _check_marketing(label.get("marketing_metrics", {}), sales)


def _check_customers(metrics: Any, revenue: Decimal) -> None:
    whole = metrics.get("total_customers", 0)
    parts = [metrics[name] for name in ("new_customers", "returning_customers") if name in metrics]
    require(
        sum(parts) == whole if len(parts) == 2 else sum(parts) <= whole,
        "new and returning make up the customers",
    )
    people = metrics.get("demographics", {})
    require(sum(people.get("age_groups", {}).values()) <= whole, "age groups are within the customers")
    regions = people.get("top_regions", [])
    require(sum(region["customer_count"] for region in regions) <= whole, "regions are within the customers")
    require(total(region["revenue"] for region in regions) <= revenue, "regions are within the revenue")


def _check_products(performance: Any, sales: Any) -> None:
    products, shelves = performance.get("top_selling_products", []), performance.get("category_breakdown", [])
    revenue, units = sales["total_revenue"], sales.get("total_units_sold")
    for parts in (products, shelves):
        require(total(part["revenue"] for part in parts) <= revenue, "revenues are within the revenue")
        require(
            units is None or sum(part["units_sold"] for part in parts) <= units,
            "units are within the units sold",
        )
    for shelf in shelves:
        _follows(shelf, "percentage_of_total", shelf["revenue"] * 100, revenue)
        mine = [each for each in products if each.get("category") == shelf["category_name"]]
        require(
            total(each["revenue"] for each in mine) <= shelf["revenue"], "products are within their category"
        )
    shares = [shelf["percentage_of_total"] for shelf in shelves]
    require(sum(shares) <= 100 + Decimal("0.05") * len(shares), "shares sum to no more than 100")


def _check_marketing(metrics: Any, sales: Any) -> None:
    campaigns = metrics.get("campaign_performance", [])
    for each in campaigns:
        require(each["conversions"] <= each["clicks"] <= each["impressions"], "the funnel narrows")
    if campaigns:
        require(total(each["cost"] for each in campaigns) == metrics["ad_spend"], "costs sum to the ad spend")
        _follows(
            metrics, "roas", total(each["revenue_attributed"] for each in campaigns), metrics["ad_spend"]
        )
        require(
            sum(each["conversions"] for each in campaigns) <= sales["total_orders"], "conversions are orders"
        )
    sources = metrics.get("traffic_sources", {})
    if sources:
        _follows(sales, "conversion_rate", sales["total_orders"] * 100, sum(sources.values()))


def _follows(fields: Any, name: str, numerator: Decimal, denominator: Decimal) -> None:
    if name in fields:
        due = quotient(numerator, denominator, places_of(fields[name]))
        require(fields[name] == due, f"{name} follows")


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
