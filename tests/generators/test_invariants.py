"""The invariants of the schemas, worked out anew from the labels: nothing here calls the worlds' checks."""

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction
from importlib import resources
from typing import Any

import pytest

from edgejson.generators import WORLDS, generate

SEEDS = range(150)
MINOR = {"JPY": 0, "KRW": 0, "KWD": 3}
ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
ZIP3 = {
    "IL": "606", "MA": "021", "WA": "981", "CO": "802", "TX": "787", "OR": "972", "AZ": "850", "MN": "554",
    "TN": "372", "CA": "921", "NY": "112", "PA": "191", "OH": "432", "WI": "537", "NC": "276", "UT": "841",
    "NM": "871", "ID": "837", "FL": "336", "VA": "232", "NE": "681", "HI": "968", "AK": "995", "VT": "054",
    "IA": "503", "LA": "701", "SC": "294", "GA": "303",
}  # fmt: skip


def places(value: Any) -> int:
    return len(str(value).partition(".")[2])


def agrees(stated: Any, exact: Fraction) -> bool:
    """Whether `stated` is `exact` rounded to the digits that it is written with."""
    return abs(Fraction(stated) - exact) <= Fraction(1, 2 * 10 ** places(stated))


def day(text: str) -> date:
    return date.fromisoformat(text[:10])


def moment(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    assert read.utcoffset() is not None
    return read


def zones() -> set[str]:
    with resources.files("tzdata").joinpath("zones").open(encoding="utf-8") as lines:
        return {line.strip() for line in lines}


def contact_info(label: Any) -> None:
    assert ADDRESS.fullmatch(label["email"])
    assert re.fullmatch(r"\+?[0-9\s()-]+", label["phone"])


def location(label: Any) -> None:
    assert -90 <= label["latitude"] <= 90
    assert -180 <= label["longitude"] <= 180
    assert "timezone" not in label or label["timezone"] in zones()
    american = re.search(r"([A-Z]{2}) (\d{5})$", label.get("address", ""))
    if american:
        assert american[2].startswith(ZIP3[american[1]])
        assert 18 < label["latitude"] < 72
        assert -170 < label["longitude"] < -66


def log_entry(label: Any) -> None:
    moment(label["timestamp"])


def notification(label: Any) -> None:
    moment(label.get("timestamp", "2025-01-01T00:00:00Z"))


def product_info(label: Any) -> None:
    assert places(label["price"]) == 2
    assert re.fullmatch(r"[A-Z0-9-]+", label.get("sku", "A1"))


def rating(label: Any) -> None:
    assert label["rating"] in (1, 2, 3, 4, 5)


def sensor_reading(label: Any) -> None:
    assert 0 <= label.get("humidity", 0) <= 100
    assert -55 <= label["temperature"] <= 125
    moment(label["timestamp"])


def simple_config(label: Any) -> None:
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?", label["language"])


def tag_list(label: Any) -> None:
    assert all(tag.strip() for tag in label["tags"])
    assert len(label["tags"]) == len(set(label["tags"]))


def user_profile(label: Any) -> None:
    assert 13 <= label["age"] <= 120
    assert not re.search(r"\s", label["username"])


def api_response(label: Any) -> None:
    paging = label.get("pagination")
    if paging:
        pages = paging["total"] // paging["per_page"] + bool(paging["total"] % paging["per_page"])
        assert 1 <= paging["page"] <= max(1, pages)
    if "errors" in label:
        assert label["status_code"] // 100 in (4, 5)
    from http import HTTPStatus

    HTTPStatus(label["status_code"])


def email_metadata(label: Any) -> None:
    for address in [label["from"], *label["to"], *label.get("cc", [])]:
        assert ADDRESS.fullmatch(address)
    assert re.fullmatch(r"<[^<>@\s]+@[^<>@\s]+>", label["message_id"])
    for each in label.get("attachments", []):
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", each.get("content_type", "text/plain"))
    moment(label["date"])


def event_registration(label: Any) -> None:
    if {"event_date", "registration_date"} <= label.keys():
        assert day(label["registration_date"]) <= day(label["event_date"])


def invoice(label: Any) -> None:
    due = Fraction(0)
    for line in label["line_items"]:
        cost = Fraction(line["unit_price"]) * line["quantity"]
        assert Fraction(line.get("total", line["unit_price"] * line["quantity"])) == cost
        due += cost
    tax = Fraction(label.get("tax", 0))
    assert "subtotal" not in label or Fraction(label["subtotal"]) == due
    assert Fraction(label["total_amount"]) == due + tax
    assert tax == 0 or due / 100 <= tax <= due * 3 / 10
    assert places(label["total_amount"]) == 2
    assert day(label["invoice_date"]) <= day(label.get("due_date", "9999-01-01"))


def medical_record(label: Any) -> None:
    outside = False
    for each in label["results"]:
        if "reference_range" in each:
            low, high = each["reference_range"].split("-")
            outside |= not Fraction(low) <= Fraction(each["value"]) <= Fraction(high)
    if outside:
        assert label.get("status", "abnormal") == "abnormal"


def meeting_notes(label: Any) -> None:
    names = [each["name"] for each in label["attendees"]]
    assert len(names) == len(set(names))
    for action in label.get("action_items", []):
        assert action.get("assigned_to", names[0]) in names
        assert day(action.get("due_date", "9999-01-01")) >= day(label["date"])


def order_details(label: Any) -> None:
    assert sum(Fraction(i["price"]) * i["quantity"] for i in label["items"]) == Fraction(
        label["total_amount"]
    )
    address = label.get("shipping_address", {})
    if "zip_code" in address:
        assert address["zip_code"].startswith(ZIP3[address["state"]])


def shopping_cart(label: Any) -> None:
    def cost(item: Any) -> Fraction:
        exact = (
            Fraction(item["price"])
            * item["quantity"]
            * (100 - Fraction(item.get("discount_percentage", 0)))
            / 100
        )
        return Fraction(int(exact * 100 + Fraction(1, 2)), 100)

    due = sum(map(cost, label["items"]), Fraction(0))
    shipping, tax = Fraction(label.get("shipping_cost", 0)), Fraction(label.get("tax", 0))
    assert "subtotal" not in label or Fraction(label["subtotal"]) == due
    assert Fraction(label["total"]) == due + shipping + tax
    assert shipping < due
    assert tax == 0 or due / 100 <= tax <= due * 3 / 10


def support_ticket(label: Any) -> None:
    if {"created_at", "updated_at"} <= label.keys():
        assert moment(label["created_at"]) <= moment(label["updated_at"])


def transaction_record(label: Any) -> None:
    assert places(label["amount"]) == MINOR.get(label["currency"], 2)
    assert label["amount"] > 0
    assert "balance_after" not in label or places(label["balance_after"]) == MINOR.get(label["currency"], 2)


def ecommerce_analytics(label: Any) -> None:
    period, sales = label["report_period"], label["sales_metrics"]
    first, last = day(period["start_date"]), day(period["end_date"])
    match period.get("period_type"):
        case "daily":
            assert first == last
        case "weekly":
            assert last - first == timedelta(days=6)
        case "monthly":
            assert last == first.replace(day=calendar.monthrange(first.year, first.month)[1])
        case "quarterly":
            assert 89 <= (last - first).days <= 91
        case "yearly":
            assert (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    revenue, orders = Fraction(sales["total_revenue"]), sales["total_orders"]
    if "average_order_value" in sales:
        assert agrees(sales["average_order_value"], revenue / orders)
    channels = [Fraction(part) for part in sales.get("revenue_by_channel", {}).values()]
    assert sum(channels) == revenue if len(channels) == 4 else sum(channels) <= revenue
    assert sales.get("gross_profit", 0) <= revenue
    assert sales.get("refunds_total", 0) <= revenue
    assert sales.get("total_units_sold", orders) >= orders
    customers = label.get("customer_metrics", {})
    whole = customers.get("total_customers", 0)
    if {"new_customers", "returning_customers"} <= customers.keys():
        assert customers["new_customers"] + customers["returning_customers"] == whole
    crowd = customers.get("demographics", {})
    assert sum(crowd.get("age_groups", {}).values()) <= whole
    assert sum(region["customer_count"] for region in crowd.get("top_regions", [])) <= whole
    assert sum(Fraction(region["revenue"]) for region in crowd.get("top_regions", [])) <= revenue
    performance = label.get("product_performance", {})
    for part in ("top_selling_products", "category_breakdown"):
        assert sum(Fraction(each["revenue"]) for each in performance.get(part, [])) <= revenue
        assert sum(each["units_sold"] for each in performance.get(part, [])) <= sales.get(
            "total_units_sold", 10**12
        )
    for each in performance.get("top_selling_products", []):
        assert -100 <= each.get("profit_margin", 0) <= 100
    shares = performance.get("category_breakdown", [])
    assert sum(Fraction(each["percentage_of_total"]) for each in shares) <= 100 + Fraction(len(shares), 20)
    for each in shares:
        assert agrees(each["percentage_of_total"], Fraction(each["revenue"]) * 100 / revenue)
    marketing = label.get("marketing_metrics", {})
    campaigns = marketing.get("campaign_performance", [])
    for each in campaigns:
        assert each["conversions"] <= each["clicks"] <= each["impressions"]
    if campaigns and "roas" in marketing:
        earned = sum(Fraction(each["revenue_attributed"]) for each in campaigns)
        assert agrees(marketing["roas"], earned / Fraction(marketing["ad_spend"]))
    traffic = marketing.get("traffic_sources", {})
    if len(traffic) == 5 and "conversion_rate" in sales:
        assert agrees(sales["conversion_rate"], Fraction(orders * 100, sum(traffic.values())))


def iot_device_network(label: Any) -> None:
    devices, summary = label["devices"], label.get("telemetry_summary", {})
    ids = [device["device_id"] for device in devices]
    assert len(ids) == len(set(ids))
    for device in devices:
        for link in device.get("connections", []):
            assert link["connected_device_id"] in ids
            assert link["connected_device_id"] != device["device_id"]
            assert 0 <= link.get("signal_quality", 0) <= 100
    for rule in label.get("automation_rules", []):
        assert {each["device_id"] for each in rule["triggers"]} <= set(ids)
        assert {each["target_device_id"] for each in rule["actions"]} <= set(ids)
    assert {each["device_id"] for each in summary.get("alerts_generated", [])} <= set(ids)
    health = label.get("network_health", {})
    for status in ("online", "offline"):
        count = sum(device["status"] == status for device in devices)
        assert health.get(f"devices_{status}", count) == count
    assert 0 <= health.get("uptime_percentage", 0) <= 100
    if "average_readings_per_device" in summary:
        assert agrees(
            summary["average_readings_per_device"], Fraction(summary["total_data_points"], len(ids))
        )
    assert summary.get("anomalies_detected", 0) <= summary.get("total_data_points", 0)


def medical_encounter(label: Any) -> None:
    visit = label["visit_date"]
    assert day(label["patient"]["date_of_birth"]) <= day(visit)
    for order in label.get("lab_orders", []):
        ordered = order.get("ordered_timestamp", visit)
        assert 0 <= (day(ordered) - day(visit)).days <= 1
        assert moment(ordered) >= moment(visit)
    vitals = label.get("vitals", {})
    if "bmi" in vitals:
        height = Fraction(vitals["height_cm"]) / 100
        assert agrees(vitals["bmi"], Fraction(vitals["weight_kg"]) / height**2)
        assert 12 < vitals["bmi"] < 60
    if vitals:
        assert 250 > vitals["blood_pressure_systolic"] > vitals["blood_pressure_diastolic"] > 30
        assert 30 < vitals["heart_rate"] < 220
        assert 34 < vitals.get("temperature", 37) < 42
    types = [each.get("diagnosis_type") for each in label["diagnoses"]]
    assert types.count("primary") <= 1
    for each in label["diagnoses"]:
        assert re.fullmatch(r"[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?", each["icd10_code"])
    address = label.get("facility", {}).get("address", {})
    if address:
        assert address["zip_code"].startswith(ZIP3[address["state"]])


def multi_party_transaction(label: Any) -> None:
    digits, whole = MINOR.get(label["currency"], 2), Fraction(label["total_amount"])
    assert places(label["total_amount"]) == digits
    sent: list[Fraction] = []
    got: list[Fraction] = []
    charged = Fraction(0)
    for party in label["parties"]:
        if "amount_involved" in party:
            assert places(party["amount_involved"]) == digits
            {"sender": sent, "receiver": got}[party["party_type"]].append(Fraction(party["amount_involved"]))
        fees = party.get("fees")
        if fees:
            assert fees["total_fees"] == fees["processing_fee"] + fees["platform_fee"]
            charged += Fraction(fees["total_fees"])
    assert {"sender", "receiver"} <= {party["party_type"] for party in label["parties"]}
    assert not sent or sum(sent) == whole
    assert not got or sum(got) + charged == whole
    methods = label.get("payment_methods", [])
    assert not methods or sum(Fraction(each["amount"]) for each in methods) == whole
    history = label.get("status_history", [])
    times = [moment(each["timestamp"]) for each in history]
    assert times == sorted(times)
    assert not history or history[0]["status"] == "initiated"
    if {"initiation_timestamp", "completion_timestamp"} <= label.keys():
        assert moment(label["initiation_timestamp"]) <= moment(label["completion_timestamp"])


def nested_organization(label: Any) -> None:
    people, founded = set(), day(label.get("founded_date", "0001-01-01"))
    for department in label["departments"]:
        people |= {department["head"]["employee_id"]} if "head" in department else set()
        for team in department["teams"]:
            members = {each["employee_id"] for each in team["members"]}
            assert team.get("team_lead", team["members"][0])["employee_id"] in members
            assert not members & people, "somebody is listed twice"
            people |= members
            for member in team["members"]:
                assert sum(each["allocation_percentage"] for each in member.get("projects", [])) <= 100
                assert day(member.get("start_date", "9999-01-01")) >= founded
    assert label.get("total_employees", len(people)) >= len(people)


INVARIANTS: dict[str, Callable[[Any], None]] = {
    name: function for name, function in list(globals().items()) if name in WORLDS and callable(function)
}


def test_every_schema_has_its_invariants_here() -> None:
    assert INVARIANTS.keys() == WORLDS.keys()


@pytest.mark.parametrize("schema_id", sorted(WORLDS))
def test_invariants_hold(schema_id: str) -> None:
    for seed in SEEDS:
        record = generate(schema_id, seed)
        try:
            INVARIANTS[schema_id](record.label)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {error}\n{record.prompt}") from error
