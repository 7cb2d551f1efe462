"""The customers of a shop's report."""

from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.money import amount, total
from edgejson.generators.world import require, without_empty

_AGES = ("18_24", "25_34", "35_44", "45_54", "55_plus")


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


def build_customers(draws: Draws, customers: int, revenue: int, percent: int) -> JSONObject:
    """Return the customer metrics."""
    new = customers * draws.between(12, 60) // 100
    value = draws.between(9000, 61000)
    ages = dict(zip(_AGES, draws.split(customers, len(_AGES)), strict=True))
    regions = draws.some(_REGIONS, 1, 4)
    heads = draws.split(customers * 9 // 10, len(regions))
    money = draws.split(revenue * 9 // 10, len(regions))
    top = [
        without_empty({"region": region, "customer_count": count, "revenue": amount(part)})
        for region, count, part in zip(regions, heads, money, strict=True)
    ]
    demographics = without_empty(
        {
            "age_groups": draws.optional(percent, lambda: without_empty(ages)),
            "top_regions": draws.optional(percent, lambda: top),
        }
    )
    return without_empty(
        {
            "total_customers": customers,
            "new_customers": draws.optional(85, lambda: new),
            "returning_customers": draws.optional(75, lambda: customers - new),
            "customer_lifetime_value": draws.optional(percent, lambda: amount(value)),
            "churn_rate": draws.optional(percent, lambda: draws.decimal("0.8", "14.5")),
            "demographics": demographics,
        }
    )


def check_customers(metrics: Any, revenue: Decimal) -> None:
    """Raise unless every group is within the customers."""
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
