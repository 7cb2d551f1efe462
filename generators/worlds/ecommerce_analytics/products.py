"""The best-selling products of a shop's report, and the categories they are in."""

from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.goods import CATEGORIES, articles
from edgejson.generators.vocabulary.money import amount, cents, quotient, total
from edgejson.generators.world import require, without_empty
from edgejson.generators.worlds.ecommerce_analytics.quotients import require_quotient


def build_products(draws: Draws, revenue: int, units: int, size: int) -> JSONObject:
    """Return the product performance."""
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
            without_empty(
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
    return without_empty({"top_selling_products": selling, "category_breakdown": breakdown})


def _stock(draws: Draws) -> JSONObject:
    return {
        "current_stock": draws.between(0, 900),
        "reorder_point": draws.choice((20, 25, 40, 50, 75, 100, 150)),
        "pending_orders": draws.between(0, 60),
    }


def check_products(performance: Any, sales: Any) -> None:
    """Raise unless products and categories are within the sales."""
    products, shelves = performance.get("top_selling_products", []), performance.get("category_breakdown", [])
    revenue, units = sales["total_revenue"], sales.get("total_units_sold")
    for parts in (products, shelves):
        require(total(part["revenue"] for part in parts) <= revenue, "revenues are within the revenue")
        require(
            units is None or sum(part["units_sold"] for part in parts) <= units,
            "units are within the units sold",
        )
    for shelf in shelves:
        require_quotient(shelf, "percentage_of_total", shelf["revenue"] * 100, revenue)
        mine = [each for each in products if each.get("category") == shelf["category_name"]]
        require(
            total(each["revenue"] for each in mine) <= shelf["revenue"], "products are within their category"
        )
    shares = [shelf["percentage_of_total"] for shelf in shelves]
    require(sum(shares) <= 100 + Decimal("0.05") * len(shares), "shares sum to no more than 100")
