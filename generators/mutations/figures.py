"""Operators on figures that follow from others, and on parts of wholes, the prompt telling the same."""

from collections.abc import Callable
from decimal import Decimal
from math import ceil

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import Number, at, found, is_number, number_at, restate, step
from edgejson.generators.mutations.making import Change, Targets, in_both, shuffled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, rewritten

_CENT = Decimal("0.01")
_SALES = "/sales_metrics"
_CUSTOMERS = "/customer_metrics"
_PRODUCTS = "/product_performance/top_selling_products/*"
_CATEGORIES = "/product_performance/category_breakdown/*"
_CAMPAIGNS = "/marketing_metrics/campaign_performance/*"
_PARTIES = "/parties/*"
_FEES = ("processing_fee", "platform_fee")


def _shop(path: str, rule: str) -> Targets:
    return {"ecommerce_analytics": (path, f"ecommerce_analytics.{rule}")}


def _network(path: str, rule: str) -> Targets:
    return {"iot_device_network": (path, f"iot_device_network.{rule}")}


def _payment(path: str, rule: str) -> Targets:
    return {"multi_party_transaction": (path, f"multi_party_transaction.{rule}")}


def _company(path: str, rule: str) -> Targets:
    return {"nested_organization": (path, f"nested_organization.{rule}")}


def _by_units(units: int) -> Change:
    """Return the change of a number by units of its last digit."""

    def new(_: Victim, __: Pointer, value: JSONValue) -> JSONValue:
        return step(value, units) if is_number(value) else None

    return new


def _by_a_cent(_: Victim, __: Pointer, value: JSONValue) -> JSONValue:
    if not is_number(value):
        return None
    return value + (1 if isinstance(value, int) else _CENT)


def _with_all(*paths: str, new: Change) -> Change:
    """Return the change for labels that have all the `paths`; without them, nothing can be computed."""

    def change(victim: Victim, pointer: Pointer, value: JSONValue) -> JSONValue:
        has_all = all(found(victim.label, path) for path in paths)
        return new(victim, pointer, value) if has_all else None

    return change


def _above(*paths: str) -> Change:
    """Return the change of a part to one unit more than the first whole that is there."""

    def new(victim: Victim, _: Pointer, __: JSONValue) -> JSONValue:
        wholes = [whole for path in paths if (whole := number_at(victim.label, path)) is not None]
        return step(wholes[0], 1) if wholes else None

    return new


def _above_beside(name: str) -> Change:
    """Return the change of a figure to one more than the one under `name` beside it."""

    def new(victim: Victim, pointer: Pointer, _: JSONValue) -> JSONValue:
        beside = number_at(victim.label, f"{pointer.rpartition('/')[0]}/{name}")
        return None if beside is None else step(beside, 1)

    return new


def _below_count(counted: Callable[[Victim], int]) -> Change:
    return lambda victim, _, __: counted(victim) - 1


def _people(victim: Victim) -> int:
    """Return how many different people the organization lists."""
    paths = ("/departments/*/head", "/departments/*/teams/*/team_lead", "/departments/*/teams/*/members/*")
    ids = {str(at(victim.label, one)) for path in paths for one in found(victim.label, f"{path}/employee_id")}
    return len(ids)


def _of_role(role: str, new: Change) -> Change:
    """Return the change of what a party of some role is involved with, where money is of one currency."""

    def change(victim: Victim, pointer: Pointer, value: JSONValue) -> JSONValue:
        party = pointer.rpartition("/")[0]
        if at(victim.label, f"{party}/party_type") != role:
            return None
        peers = [
            one for one in found(victim.label, f"{_PARTIES}/party_type") if at(victim.label, one) == role
        ]
        complete = all(found(victim.label, f"{one.rpartition('/')[0]}/amount_involved") for one in peers)
        one_currency = victim.label.get("transaction_type") != "multi_currency"
        return new(victim, pointer, value) if complete and one_currency else None

    return change


def _beside_both_fees(new: Change) -> Change:
    def change(victim: Victim, pointer: Pointer, value: JSONValue) -> JSONValue:
        beside = pointer.rpartition("/")[0]
        has_both = all(found(victim.label, f"{beside}/{name}") for name in _FEES)
        return new(victim, pointer, value) if has_both else None

    return change


def _page_after_the_last(victim: Victim, _: Pointer, __: JSONValue) -> JSONValue:
    size, total = (number_at(victim.label, f"/pagination/{name}") for name in ("per_page", "total"))
    return None if size is None or total is None else max(1, ceil(total / size)) + 1


def _no_role_left(role: str) -> Callable[[Victim], Mutant | None]:
    """Return the change of every party of a role to a platform."""

    def apply(victim: Victim) -> Mutant | None:
        types = found(victim.label, f"{_PARTIES}/party_type")
        mine = [pointer for pointer in types if at(victim.label, pointer) == role]
        if not mine or not all(restate(victim, pointer, "platform") for pointer in mine):
            return None
        return rewritten(victim, f"every {role} made a platform")

    return apply


def _devices_online(victim: Victim) -> Mutant | None:
    """Have a device that is online be in maintenance; the counts stay."""
    counted = number_at(victim.label, "/network_health/devices_online")
    for pointer in shuffled(victim, found(victim.label, "/devices/*/status")):
        if counted and at(victim.label, pointer) == "online" and restate(victim, pointer, "maintenance"):
            return rewritten(victim, f"{pointer}: online -> maintenance")
    return None


def _allocations_over_100(victim: Victim, pointer: Pointer, value: JSONValue) -> JSONValue:
    """Give the last project so much that the member's shares sum to 101."""
    projects = pointer.split("/projects/")[0] + "/projects/*/allocation_percentage"
    after = 101 - _sum(victim, projects) + Decimal(str(value))
    return int(after) if 0 < after <= 100 and after == int(after) else None


def _share_over_100(victim: Victim, _: Pointer, value: JSONValue) -> JSONValue:
    return Decimal("101.0") - _sum(victim, f"{_CATEGORIES}/percentage_of_total") + Decimal(str(value))


def _fewer_than_orders(victim: Victim, _: Pointer, __: JSONValue) -> JSONValue:
    """Return fewer units than orders, where no products or categories have sold more than that."""
    orders = number_at(victim.label, _ORDERS)
    parts = max(_sum(victim, f"{_PRODUCTS}/units_sold"), _sum(victim, f"{_CATEGORIES}/units_sold"))
    return None if orders is None or orders <= parts else orders - 1


def _sum(victim: Victim, path: str) -> Decimal:
    stated = (number_at(victim.label, pointer) for pointer in found(victim.label, path))
    return sum((Decimal(number) for number in stated if number is not None), Decimal(0))


def _number_put(number: Number) -> Change:
    return lambda *_: number


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

FIGURES = (
    in_both("average_order_off", _shop(_AVERAGE, "average_order_value_follows"), _by_units(2)),
    in_both(
        "channel_revenue_off",
        _shop(_CHANNELS[0], "channels_sum_to_revenue"),
        _with_all(*_CHANNELS, new=_by_a_cent),
    ),
    in_both("revenue_of_no_channel", _shop(_CHANNELS[1], "channels_sum_to_revenue"), _above(_REVENUE)),
    in_both(
        "revenue_independent",
        _shop(_REVENUE, "channels_sum_to_revenue"),
        _with_all(*_CHANNELS, new=_by_units(-123_457)),
        # Its parts, and the refunds, may be more than what is left of it.
        "ecommerce_analytics.*",
    ),
    in_both("profit_above_revenue", _shop(f"{_SALES}/gross_profit", _WITHIN), _above(_REVENUE)),
    in_both(
        "region_above_revenue",
        _shop(f"{_CUSTOMERS}/demographics/top_regions/*/revenue", _WITHIN),
        _above(_REVENUE),
    ),
    in_both("product_above_revenue", _shop(f"{_PRODUCTS}/revenue", _WITHIN), _above(_REVENUE)),
    in_both("category_above_revenue", _shop(f"{_CATEGORIES}/revenue", _WITHIN), _above(_REVENUE)),
    in_both("product_above_units", _shop(f"{_PRODUCTS}/units_sold", _WITHIN), _above(_UNITS)),
    in_both(
        "region_above_customers",
        _shop(f"{_CUSTOMERS}/demographics/top_regions/*/customer_count", _WITHIN),
        _above(_ALL_CUSTOMERS),
    ),
    in_both(
        "age_group_above_customers",
        _shop(f"{_CUSTOMERS}/demographics/age_groups/25_34", _WITHIN),
        _above(_ALL_CUSTOMERS),
    ),
    in_both(
        "refunds_above_revenue",
        _shop(f"{_SALES}/refunds_total", "refunds_are_within_revenue"),
        _above(_REVENUE),
    ),
    in_both(
        "new_customers_off",
        _shop(_NEW, "new_and_returning_customers_sum"),
        _with_all(_ALL_CUSTOMERS, f"{_CUSTOMERS}/returning_customers", new=_by_units(-1)),
    ),
    in_both(
        "conversion_rate_off",
        _shop(f"{_SALES}/conversion_rate", "conversion_rate_follows"),
        _with_all(*_VISITS, new=_by_units(2)),
    ),
    in_both(
        "clicks_above_impressions",
        _shop(f"{_CAMPAIGNS}/clicks", "campaigns_narrow_to_conversions"),
        _above_beside("impressions"),
    ),
    in_both(
        "conversions_above_clicks",
        _shop(f"{_CAMPAIGNS}/conversions", "campaigns_narrow_to_conversions"),
        _above_beside("clicks"),
    ),
    in_both(
        "category_shares_above_100",
        _shop(f"{_CATEGORIES}/percentage_of_total", "category_shares_are_within_100"),
        _share_over_100,
    ),
    in_both(
        "roas_off",
        _shop("/marketing_metrics/roas", "roas_follows"),
        _with_all(f"{_CAMPAIGNS}/revenue_attributed", new=_by_units(2)),
    ),
    in_both(
        "fewer_units_than_orders",
        _shop(_UNITS, "units_are_no_fewer_than_orders"),
        _fewer_than_orders,
    ),
    in_both(
        "margin_above_100",
        _shop(f"{_PRODUCTS}/profit_margin", "profit_margins_are_percentages"),
        _number_put(Decimal("100.1")),
    ),
    in_both(
        "average_readings_off",
        _network("/telemetry_summary/average_readings_per_device", "average_readings_follow"),
        _by_units(1),
    ),
    in_both(
        "online_count_off",
        _network("/network_health/devices_online", "devices_are_counted_by_status"),
        _by_units(1),
    ),
    in_both(
        "offline_count_off",
        _network("/network_health/devices_offline", "devices_are_counted_by_status"),
        _by_units(1),
    ),
    Operator(
        name="device_online_in_the_count_only",
        breaks="label",
        caught_by={"iot_device_network": "iot_device_network.devices_are_counted_by_status"},
        apply=_devices_online,
    ),
    in_both(
        "anomalies_above_data_points",
        _network("/telemetry_summary/anomalies_detected", "anomalies_are_data_points"),
        _above("/telemetry_summary/total_data_points"),
    ),
    in_both(
        "fees_off_by_one_cent",
        _payment(f"{_PARTIES}/fees/total_fees", "total_fees_follow"),
        _beside_both_fees(_by_a_cent),
        # Receivers' amounts and fees make the total: not with another fee.
        "multi_party_transaction.receivers_and_fees_make_the_total",
    ),
    in_both(
        "payment_method_off_by_one_cent",
        _payment("/payment_methods/*/amount", "payment_methods_sum_to_total"),
        _by_a_cent,
    ),
    in_both(
        "sender_off_by_one_cent",
        _payment(f"{_PARTIES}/amount_involved", "senders_pay_the_total"),
        _of_role("sender", _by_a_cent),
    ),
    in_both(
        "receiver_off_by_one_cent",
        _payment(f"{_PARTIES}/amount_involved", "receivers_and_fees_make_the_total"),
        _of_role("receiver", _by_a_cent),
    ),
    in_both(
        "payment_total_off_by_one_cent",
        _payment("/total_amount", "payment_methods_sum_to_total"),
        _with_all("/payment_methods/*/amount", new=_by_a_cent),
        # Against what senders pay or receivers get, too, unless that is the same as the payment methods'.
        "multi_party_transaction.senders_pay_the_total",
        "multi_party_transaction.receivers_and_fees_make_the_total",
    ),
    *(
        Operator(
            name=f"no_{role}",
            breaks="label",
            caught_by={"multi_party_transaction": "multi_party_transaction.there_is_a_sender_and_a_receiver"},
            apply=_no_role_left(role),
            # Without them, nothing sums to the total.
            companions=frozenset({"multi_party_transaction.*"}),
        )
        for role in ("sender", "receiver")
    ),
    in_both(
        "allocations_above_100",
        _company(
            "/departments/*/teams/*/members/*/projects/*/allocation_percentage",
            "allocations_of_a_member_are_within_100",
        ),
        _allocations_over_100,
    ),
    in_both(
        "fewer_employees_than_listed",
        _company("/total_employees", "employees_are_no_fewer_than_listed"),
        _below_count(_people),
    ),
    in_both(
        "bmi_off",
        {"medical_encounter": ("/vitals/bmi", "medical_encounter.bmi_follows_from_height_and_weight")},
        _with_all("/vitals/height_cm", "/vitals/weight_kg", new=_by_units(1)),
    ),
    in_both(
        "weight_off",
        {"medical_encounter": ("/vitals/weight_kg", "medical_encounter.bmi_follows_from_height_and_weight")},
        _with_all("/vitals/height_cm", "/vitals/bmi", new=_by_units(30)),
    ),
    in_both(
        "page_after_the_last",
        {"api_response": ("/pagination/page", "api_response.page_is_one_that_exists")},
        _page_after_the_last,
    ),
)
"""The operators of this module."""
