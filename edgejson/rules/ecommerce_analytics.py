"""Shop reports: periods of their type, averages that follow, parts no larger than their wholes."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from edgejson.constraints.chronology import days_of, label_date, none_before, precedes
from edgejson.constraints.derived_numbers import (
    follows,
    not_above,
    outside,
    shares_within_whole,
    shown,
    sum_of,
)
from edgejson.constraints.label_paths import number, numbers, objects, text, values_at
from edgejson.constraints.wholes import Whole, parts_within
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check
from edgejson.suite.settings import Settings

_SCHEMAS = ("ecommerce_analytics",)

_DAYS = {"daily": (1, 1), "weekly": (7, 7), "monthly": (28, 31), "quarterly": (89, 92), "yearly": (365, 366)}

_SALES = "sales_metrics"
_REVENUE = f"{_SALES}/total_revenue"
_ORDERS = f"{_SALES}/total_orders"
_UNITS = f"{_SALES}/total_units_sold"
_AVERAGE = f"{_SALES}/average_order_value"
_CHANNELS = tuple(
    f"{_SALES}/revenue_by_channel/{name}"
    for name in ("website", "mobile_app", "marketplace", "physical_store")
)
_CUSTOMERS = "customer_metrics"
_ALL_CUSTOMERS = f"{_CUSTOMERS}/total_customers"
_NEW_AND_RETURNING = (f"{_CUSTOMERS}/new_customers", f"{_CUSTOMERS}/returning_customers")
_AGES = tuple(
    f"{_CUSTOMERS}/demographics/age_groups/{name}" for name in ("18_24", "25_34", "35_44", "45_54", "55_plus")
)
_REGIONS = f"{_CUSTOMERS}/demographics/top_regions/*"
_PRODUCTS = "product_performance/top_selling_products/*"
_CATEGORIES = "product_performance/category_breakdown/*"
_SPEND = "marketing_metrics/ad_spend"
_CAMPAIGNS = "marketing_metrics/campaign_performance/*"
_VISITS = tuple(
    f"marketing_metrics/traffic_sources/{name}"
    for name in ("organic", "paid_search", "social", "email", "direct")
)

_OF_REVENUE = Whole(
    _REVENUE,
    [
        [f"{_SALES}/gross_profit"],
        [f"{_REGIONS}/revenue"],
        [f"{_PRODUCTS}/revenue"],
        [f"{_CATEGORIES}/revenue"],
    ],
)
_OF_UNITS = Whole(_UNITS, [[f"{_PRODUCTS}/units_sold"], [f"{_CATEGORIES}/units_sold"]])
_OF_CUSTOMERS = Whole(
    _ALL_CUSTOMERS, [*([path] for path in _NEW_AND_RETURNING), _AGES, [f"{_REGIONS}/customer_count"]]
)


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def period_does_not_end_before_it_starts(record: Record) -> Iterator[Mismatch]:
    """The report period does not end before it starts."""
    return none_before(record.label, "report_period/end_date", anchor="report_period/start_date")


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def period_is_as_long_as_its_type(record: Record) -> Iterator[Mismatch]:
    """The report period has as many days as its type: 1, 7, 28 to 31, 89 to 92, 365 or 366."""
    first, last = (label_date(record.label, f"report_period/{name}") for name in ("start_date", "end_date"))
    kind = text(record.label, "report_period/period_type")
    if first is None or last is None or kind is None or kind.value not in _DAYS or precedes(last, first):
        return
    least, most = _DAYS[kind.value]
    days = days_of(first, last)
    if not least <= days <= most:
        length = f"{least}" if least == most else f"{least} to {most}"
        expected = f"a {kind.value} period: {length} days from {first.spelling}, both counted"
        yield Mismatch(pointer=last.pointer, expected=expected, actual=f"{last.spelling} ({days} days)")


@check(kind="plausibility", schemas=_SCHEMAS, needs=("sales_metrics",))
def average_order_value_follows(record: Record) -> Iterator[Mismatch]:
    """The average order value is the total revenue over the number of orders."""
    orders = number(record.label, _ORDERS)
    if orders is not None and orders.value > 0:
        yield from follows(
            number(record.label, _AVERAGE),
            *(revenue / Fraction(orders.value) for revenue in _revenues(record)),
        )


@check(kind="plausibility", schemas=_SCHEMAS, needs=("sales_metrics",))
def channels_sum_to_revenue(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The revenues of all four channels sum to the total revenue; those of fewer to no more."""
    revenue, channels = number(record.label, _REVENUE), numbers(record.label, *_CHANNELS)
    if revenue is None or not channels:
        return
    total = sum_of(channels)
    excess = total - Fraction(revenue.value)
    all_given = len(channels) == len(_CHANNELS)
    if excess > settings.tolerance or (all_given and -excess > settings.tolerance):
        expected = f"{shown(total, *channels)}{'' if all_given else ' or more'}, what the channels sum to"
        yield Mismatch(pointer=revenue.pointer, expected=expected, actual=revenue.value)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("sales_metrics",))
def parts_are_within_their_wholes(record: Record) -> Iterator[Mismatch]:
    """Profit, regions, products, categories, age groups: no part is larger than its whole."""
    yield from parts_within(record.label, _OF_REVENUE, *_revenue_elsewhere(record))
    yield from parts_within(record.label, _OF_UNITS)
    yield from parts_within(record.label, _OF_CUSTOMERS)


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=("sales_metrics",))
def refunds_are_within_revenue(record: Record) -> Iterator[Mismatch]:
    """The refunds are no more than the revenue."""
    refunds = Whole(_REVENUE, [[f"{_SALES}/refunds_total"]])
    others = any(parts_within(record.label, _OF_REVENUE, *_revenue_elsewhere(record)))
    if not others:
        yield from parts_within(record.label, refunds, *_revenue_elsewhere(record))


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=())
def new_and_returning_customers_sum(record: Record) -> Iterator[Mismatch]:
    """New and returning customers together are all customers, where all three numbers are given."""
    total, both = number(record.label, _ALL_CUSTOMERS), numbers(record.label, *_NEW_AND_RETURNING)
    if total is None or len(both) < 2 or any(parts_within(record.label, _OF_CUSTOMERS)):
        return
    if sum_of(both) != total.value:
        expected = f"{shown(sum_of(both))}, new and returning customers"
        yield Mismatch(pointer=total.pointer, expected=expected, actual=total.value)


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=("sales_metrics",))
def conversion_rate_follows(record: Record) -> Iterator[Mismatch]:
    """The conversion rate is the number of orders as a percentage of the visits from all sources."""
    rate, visits = number(record.label, f"{_SALES}/conversion_rate"), numbers(record.label, *_VISITS)
    if rate is not None and 0 <= rate.value <= 100 and len(visits) == len(_VISITS) and sum_of(visits) > 0:
        yield from follows(rate, *(100 * orders / sum_of(visits) for orders in _orders(record)))


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def campaigns_narrow_to_conversions(record: Record) -> Iterator[Mismatch]:
    """A campaign has no more clicks than impressions, and no more conversions than clicks."""
    for pointer, campaign in objects(record.label, _CAMPAIGNS):
        steps = ("impressions", "clicks", "conversions")
        given = [step for name in steps if (step := number(campaign, name, at=pointer)) is not None]
        for wider, narrower in pairwise(given):
            yield from not_above(narrower, wider)


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def category_shares_are_within_100(record: Record) -> Iterator[Mismatch]:
    """The categories' percentages of the total sum to no more than 100, allowing for rounding."""
    shares = numbers(record.label, f"{_CATEGORIES}/percentage_of_total")
    pointer = "/expected_output/product_performance/category_breakdown"
    return shares_within_whole(shares, shares[0].pointer if len(shares) == 1 else pointer)


@check(kind="plausibility", schemas=_SCHEMAS, needs=())
def roas_follows(record: Record) -> Iterator[Mismatch]:
    """The return on ad spend is the revenue attributed to all campaigns over the ad spend."""
    spend, campaigns = number(record.label, _SPEND), values_at(record.label, _CAMPAIGNS)
    attributed = numbers(record.label, f"{_CAMPAIGNS}/revenue_attributed")
    if spend is not None and spend.value > 0 and campaigns and len(attributed) == len(campaigns):
        yield from follows(
            number(record.label, "marketing_metrics/roas"), sum_of(attributed) / Fraction(spend.value)
        )


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=("sales_metrics",))
def units_are_no_fewer_than_orders(record: Record) -> Iterator[Mismatch]:
    """At least as many units are sold as there are orders."""
    units, orders = number(record.label, _UNITS), _orders(record)
    if units is None or not orders or any(parts_within(record.label, _OF_UNITS)):
        return
    if units.value < min(orders):
        expected = f"{shown(orders[0])} or more, the number of orders"
        yield Mismatch(pointer=units.pointer, expected=expected, actual=units.value)


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=())
def profit_margins_are_percentages(record: Record) -> Iterator[Mismatch]:
    """Profit margins are from -100 to 100 %."""
    return outside(numbers(record.label, f"{_PRODUCTS}/profit_margin"), -100, 100)


def _revenues(record: Record) -> list[Fraction]:
    """Return the stated revenue and, where all channels are given, their sum: a wrong total is one cause."""
    stated, channels = number(record.label, _REVENUE), numbers(record.label, *_CHANNELS)
    if stated is None:
        return []
    found = [Fraction(stated.value)]
    return [*found, sum_of(channels)] if len(channels) == len(_CHANNELS) else found


def _revenue_elsewhere(record: Record) -> list[Fraction]:
    """Return what channels, and orders at their average, make of the revenue where they are to blame for it.

    Orders at an average that follows from the revenue, but for its rounding, are no other reading of it.
    """
    found = [sum_of(numbers(record.label, *_CHANNELS))]
    orders, average = number(record.label, _ORDERS), number(record.label, _AVERAGE)
    if orders is not None and average is not None and any(average_order_value_follows(record)):
        found.append(Fraction(orders.value) * Fraction(average.value))
    return found


def _orders(record: Record) -> list[Fraction]:
    """Return the number of orders and, where the average does not follow from it, that which it follows from.

    So a wrong number of orders is one cause, and reported as a wrong average.
    """
    stated, average = number(record.label, _ORDERS), number(record.label, _AVERAGE)
    if stated is None:
        return []
    found = [Fraction(stated.value)]
    if average is not None and average.value > 0 and any(average_order_value_follows(record)):
        found += [Fraction(round(revenue / Fraction(average.value))) for revenue in _revenues(record)]
    return found
