"""The campaigns and visits of a shop's report."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.firms import slogan
from edgejson.generators.vocabulary.money import amount, quotient, total
from edgejson.generators.world import require, without_empty
from edgejson.generators.worlds.ecommerce_analytics.quotients import require_quotient

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


_SOURCES = ("organic", "paid_search", "social", "email", "direct")


def build_marketing(draws: Draws, orders: int, revenue: int, traffic: int | None, percent: int) -> JSONObject:
    """Return the marketing metrics."""
    names = draws.some(_CAMPAIGNS, 1, 3)
    if draws.chance(20):
        names[0] = slogan(draws)
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
    return without_empty(
        {
            "ad_spend": amount(spent),
            "roas": draws.optional(75, lambda: quotient(earned, spent)),
            "traffic_sources": without_empty(sources),
            "campaign_performance": campaigns if draws.chance(percent) else None,
        }
    )


def check_marketing(metrics: Any, sales: Any) -> None:
    """Raise unless campaigns narrow to conversions and their sums follow."""
    campaigns = metrics.get("campaign_performance", [])
    for each in campaigns:
        require(each["conversions"] <= each["clicks"] <= each["impressions"], "the funnel narrows")
    if campaigns:
        require(total(each["cost"] for each in campaigns) == metrics["ad_spend"], "costs sum to the ad spend")
        require_quotient(
            metrics, "roas", total(each["revenue_attributed"] for each in campaigns), metrics["ad_spend"]
        )
        require(
            sum(each["conversions"] for each in campaigns) <= sales["total_orders"], "conversions are orders"
        )
    sources = metrics.get("traffic_sources", {})
    if sources:
        require_quotient(sales, "conversion_rate", sales["total_orders"] * 100, sum(sources.values()))
