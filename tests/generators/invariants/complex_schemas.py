"""The invariants of the complex schemas, worked out anew: nothing here calls the worlds' checks."""

import calendar
import re
from datetime import timedelta
from fractions import Fraction
from typing import Any

from tests.generators.invariants.figures import MINOR, agrees, day, is_zip_of, moment, places


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
        assert is_zip_of(address["state"], address["zip_code"])


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
