"""The least defects of shop reports and device networks, the schemas with the most rules (see `defects`)."""

from typing import Any

COMPLEX_DEFECTS: dict[str, list[tuple[str, dict[str, Any], str]]] = {
    "ecommerce_analytics": [
        (
            "period_does_not_end_before_it_starts",
            {"/report_period/end_date": "2024-01-29"},
            "/report_period/end_date",
        ),
        (
            "period_is_as_long_as_its_type",
            {"/report_period/end_date": "2024-03-29"},
            "/report_period/end_date",
        ),
        (
            "period_is_as_long_as_its_type",
            {"/report_period/period_type": "weekly"},
            "/report_period/end_date",
        ),
        (
            "average_order_value_follows",
            {"/sales_metrics/average_order_value": 33.34},
            "/sales_metrics/average_order_value",
        ),
        (
            "average_order_value_follows",
            {"/sales_metrics/total_orders": 900},
            "/sales_metrics/average_order_value",
        ),
        (
            "channels_sum_to_revenue",
            {"/sales_metrics/revenue_by_channel/website": 4000.51},
            "/sales_metrics/total_revenue",
        ),
        ("channels_sum_to_revenue", {"/sales_metrics/total_revenue": 2000}, "/sales_metrics/total_revenue"),
        (
            "parts_are_within_their_wholes",
            {"/sales_metrics/gross_profit": 10000.01},
            "/sales_metrics/gross_profit",
        ),
        (
            # 310 orders at the rounded average of 32.26 are 10000.60, which is no other reading.
            "parts_are_within_their_wholes",
            {
                "/sales_metrics/total_orders": 310,
                "/sales_metrics/average_order_value": 32.26,
                "/sales_metrics/conversion_rate": 3.1,
                "/sales_metrics/gross_profit": 10000.01,
            },
            "/sales_metrics/gross_profit",
        ),
        (
            "parts_are_within_their_wholes",
            {"/product_performance/top_selling_products/1/revenue": 5000.01},
            "/product_performance/top_selling_products",
        ),
        (
            "parts_are_within_their_wholes",
            {"/product_performance/top_selling_products/1/units_sold": 351},
            "/product_performance/top_selling_products",
        ),
        (
            "parts_are_within_their_wholes",
            {"/product_performance/category_breakdown/0/revenue": 6000.01},
            "/product_performance/category_breakdown",
        ),
        (
            "parts_are_within_their_wholes",
            {"/customer_metrics/demographics/age_groups/18_24": 51},
            "/customer_metrics/demographics/age_groups",
        ),
        (
            "parts_are_within_their_wholes",
            {"/customer_metrics/demographics/top_regions/0/customer_count": 181},
            "/customer_metrics/demographics/top_regions",
        ),
        (
            "parts_are_within_their_wholes",
            {"/customer_metrics/demographics/top_regions/1/revenue": 4001},
            "/customer_metrics/demographics/top_regions",
        ),
        (
            "parts_are_within_their_wholes",
            {"/customer_metrics/new_customers": 281},
            "/customer_metrics/new_customers",
        ),
        (
            "parts_are_within_their_wholes",
            {"/customer_metrics/total_customers": 90},
            "/customer_metrics/total_customers",
        ),
        (
            "parts_are_within_their_wholes",
            {"/sales_metrics/total_units_sold": 150},
            "/sales_metrics/total_units_sold",
        ),
        (
            "refunds_are_within_revenue",
            {"/sales_metrics/refunds_total": 10000.01},
            "/sales_metrics/refunds_total",
        ),
        (
            "new_and_returning_customers_sum",
            {"/customer_metrics/new_customers": 101},
            "/customer_metrics/total_customers",
        ),
        (
            "conversion_rate_follows",
            {"/sales_metrics/conversion_rate": 3.1},
            "/sales_metrics/conversion_rate",
        ),
        (
            "campaigns_narrow_to_conversions",
            {"/marketing_metrics/campaign_performance/0/clicks": 9001},
            "/marketing_metrics/campaign_performance/0/clicks",
        ),
        (
            "campaigns_narrow_to_conversions",
            {"/marketing_metrics/campaign_performance/1/conversions": 301},
            "/marketing_metrics/campaign_performance/1/conversions",
        ),
        (
            "category_shares_are_within_100",
            {"/product_performance/category_breakdown/0/percentage_of_total": 60.6},
            "/product_performance/category_breakdown",
        ),
        ("roas_follows", {"/marketing_metrics/roas": 2.46}, "/marketing_metrics/roas"),
        ("roas_follows", {"/marketing_metrics/ad_spend": 1400}, "/marketing_metrics/roas"),
        (
            "units_are_no_fewer_than_orders",
            {"/sales_metrics/total_units_sold": 299, "/product_performance": None},
            "/sales_metrics/total_units_sold",
        ),
        (
            "profit_margins_are_percentages",
            {"/product_performance/top_selling_products/0/profit_margin": 100.5},
            "/product_performance/top_selling_products/0/profit_margin",
        ),
        (
            "semantics.product_is_not_a_person",
            {"/product_performance/top_selling_products/0/product_name": "Smith, Jane"},
            "/product_performance/top_selling_products/0/product_name",
        ),
    ],
    "iot_device_network": [
        (
            "devices_referred_to_exist",
            {"/devices/0/connections/1/connected_device_id": "d9"},
            "/devices/0/connections/1/connected_device_id",
        ),
        (
            "devices_referred_to_exist",
            {"/automation_rules/0/triggers/0/device_id": "d9"},
            "/automation_rules/0/triggers/0/device_id",
        ),
        (
            "devices_referred_to_exist",
            {"/automation_rules/0/actions/0/target_device_id": "d9"},
            "/automation_rules/0/actions/0/target_device_id",
        ),
        (
            "devices_referred_to_exist",
            {"/telemetry_summary/alerts_generated/0/device_id": "d9"},
            "/telemetry_summary/alerts_generated/0/device_id",
        ),
        (
            "devices_referred_to_exist",
            {"/devices/2/device_id": "d9"},
            "/devices/0/connections/1/connected_device_id",
        ),
        (
            "devices_are_counted_by_status",
            {"/network_health/devices_online": 3},
            "/network_health/devices_online",
        ),
        (
            "devices_are_counted_by_status",
            {"/network_health/devices_offline": 2},
            "/network_health/devices_offline",
        ),
        ("devices_are_counted_by_status", {"/devices/1/status": "offline"}, "/network_health/devices_online"),
        ("devices_are_counted_by_status", {"/devices/1/status": "error"}, "/network_health/devices_online"),
        (
            "average_readings_follow",
            {"/telemetry_summary/average_readings_per_device": 33.34},
            "/telemetry_summary/average_readings_per_device",
        ),
        (
            "average_readings_follow",
            {"/telemetry_summary/total_data_points": 200},
            "/telemetry_summary/average_readings_per_device",
        ),
        (
            "anomalies_are_data_points",
            {"/telemetry_summary/anomalies_detected": 101},
            "/telemetry_summary/anomalies_detected",
        ),
        (
            "uptime_is_a_percentage",
            {"/network_health/uptime_percentage": 100.5},
            "/network_health/uptime_percentage",
        ),
        (
            "signal_quality_is_a_percentage",
            {"/devices/0/connections/0/signal_quality": 101},
            "/devices/0/connections/0/signal_quality",
        ),
    ],
}
