"""The least defects that each rule of a schema must find, each alone."""

from typing import Any

DEFECTS: dict[str, list[tuple[str, dict[str, Any], str]]] = {
    "location": [
        ("semantics.timezone_is_an_iana_zone", {"/timezone": "22:03:43"}, "/timezone"),
        ("semantics.timezone_is_an_iana_zone", {"/timezone": "america/new_york"}, "/timezone"),
        ("us_address_and_coordinates_agree", {"/address": "12 Beacon Street, Boston, MA 77057"}, "/address"),
        ("us_address_and_coordinates_agree", {"/address": "1 Elm St\nHuron, SD 02108, USA"}, "/address"),
        ("us_address_and_coordinates_agree", {"/latitude": -42.3601}, "/latitude"),
        ("us_address_and_coordinates_agree", {"/longitude": 71.0589}, "/longitude"),
    ],
    "product_info": [
        ("price_is_in_minor_units", {"/price": 149.505}, "/price"),
        ("sku_looks_like_a_code", {"/sku": "Conference"}, "/sku"),
        ("sku_looks_like_a_code", {"/sku": "Oak desk"}, "/sku"),
        ("semantics.product_is_not_a_person", {"/product_name": "Michael Perry PhD"}, "/product_name"),
    ],
    "sensor_reading": [
        ("temperature_can_be_read", {"/temperature": 215}, "/temperature"),
        ("temperature_can_be_read", {"/temperature": -274, "/humidity": None}, "/temperature"),
    ],
    "simple_config": [
        ("semantics.language_is_a_language_tag", {"/language": "Portuguese"}, "/language"),
        ("semantics.language_is_a_language_tag", {"/language": "pt_BR"}, "/language"),
        ("semantics.language_is_a_language_tag", {"/language": "To"}, "/language"),
        ("semantics.language_is_a_language_tag", {"/language": "xx"}, "/language"),
    ],
    "tag_list": [
        ("tags_are_not_empty", {"/tags/1": " "}, "/tags/1"),
        ("tags_are_unique", {"/tags/2": "garden"}, "/tags/2"),
    ],
    "user_profile": [
        ("username_has_no_blanks", {"/username": "Ada Byron"}, "/username"),
    ],
    "api_response": [
        ("status_code_is_registered", {"/status_code": 419}, "/status_code"),
        ("status_code_is_registered", {"/status_code": 418}, "/status_code"),
        ("errors_come_with_an_error_status", {"/status_code": 200}, "/errors"),
        ("page_is_one_that_exists", {"/pagination/page": 4}, "/pagination/page"),
        (
            "page_is_one_that_exists",
            {"/pagination": {"page": 2, "per_page": 9, "total": 0}},
            "/pagination/page",
        ),
    ],
    "email_metadata": [
        ("message_id_has_the_standard_form", {"/message_id": "Trip to the sea"}, "/message_id"),
        ("message_id_has_the_standard_form", {"/message_id": "<a@b"}, "/message_id"),
        (
            "content_types_are_media_types",
            {"/attachments/0/content_type": "pdf"},
            "/attachments/0/content_type",
        ),
    ],
    "event_registration": [
        ("registration_is_not_after_the_event", {"/registration_date": "2024-05-07"}, "/registration_date"),
    ],
    "invoice": [
        ("due_date_is_not_before_invoice_date", {"/due_date": "2024-02-29"}, "/due_date"),
        ("tax_is_plausible", {"/tax": 0.04, "/total_amount": 100.54}, "/tax"),
        ("tax_is_plausible", {"/tax": 31.04, "/total_amount": 131.54}, "/tax"),
    ],
    "medical_record": [
        ("results_outside_their_range_are_abnormal", {"/results/0/value": 5.2}, "/status"),
        (
            "results_outside_their_range_are_abnormal",
            {"/results/1/value": 5.5, "/status": "pending"},
            "/status",
        ),
    ],
    "meeting_notes": [
        (
            "actions_are_not_due_before_the_meeting",
            {"/action_items/0/due_date": "2024-05-05"},
            "/action_items/0/due_date",
        ),
        ("actions_are_not_due_before_the_meeting", {"/date": "2024-05-21T15:00:00Z"}, "/date"),
        (
            "actions_are_assigned_to_attendees",
            {"/action_items/1/assigned_to": "Grace"},
            "/action_items/1/assigned_to",
        ),
    ],
    "order_details": [
        ("zip_code_is_of_the_state", {"/shipping_address/zip_code": "77057"}, "/shipping_address/zip_code"),
        ("zip_code_is_of_the_state", {"/shipping_address/state": "TX"}, "/shipping_address/zip_code"),
        (
            "semantics.product_is_not_a_person",
            {"/items/0/product_name": "Austin Gentry"},
            "/items/0/product_name",
        ),
    ],
    "shopping_cart": [
        ("tax_is_plausible", {"/tax": 30.16, "/total": 138.16}, "/tax"),
        ("shipping_is_plausible", {"/shipping_cost": 100.51, "/total": 209.05}, "/shipping_cost"),
        (
            "semantics.product_is_not_a_person",
            {"/items/0/product_name": "Dr. Ann Bell"},
            "/items/0/product_name",
        ),
    ],
    "support_ticket": [
        ("update_is_not_before_creation", {"/updated_at": "2024-05-06T09:08:08+02:00"}, "/updated_at"),
    ],
    "transaction_record": [
        ("currency_is_iso_4217", {"/currency": "EUX"}, "/currency"),
        ("amounts_are_in_minor_units", {"/amount": 12.505}, "/amount"),
        ("amounts_are_in_minor_units", {"/currency": "JPY"}, "/amount"),
    ],
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
    "medical_encounter": [
        ("birth_is_not_after_the_visit", {"/patient/date_of_birth": "2024-05-07"}, "/patient/date_of_birth"),
        (
            "lab_orders_are_of_the_visit",
            {"/lab_orders/0/ordered_timestamp": "2024-05-05T22:30:00-05:00"},
            "/lab_orders/0/ordered_timestamp",
        ),
        (
            "lab_orders_are_of_the_visit",
            {"/lab_orders/1/ordered_timestamp": "2024-05-08T05:30:00Z"},
            "/lab_orders/1/ordered_timestamp",
        ),
        ("lab_orders_are_of_the_visit", {"/visit_date": "2024-05-16T22:00:00-05:00"}, "/visit_date"),
        ("vitals_are_survivable", {"/vitals/heart_rate": 700}, "/vitals/heart_rate"),
        ("vitals_are_survivable", {"/vitals/temperature": 50}, "/vitals/temperature"),
        ("vitals_are_survivable", {"/vitals/oxygen_saturation": 101}, "/vitals/oxygen_saturation"),
        ("vitals_are_survivable", {"/vitals/height_cm": 17}, "/vitals/height_cm"),
        ("vitals_are_survivable", {"/vitals/bmi": 500, "/vitals/height_cm": None}, "/vitals/bmi"),
        ("bmi_follows_from_height_and_weight", {"/vitals/bmi": 22.6}, "/vitals/bmi"),
        ("bmi_follows_from_height_and_weight", {"/vitals/weight_kg": 75}, "/vitals/bmi"),
        (
            "systolic_is_above_diastolic",
            {"/vitals/blood_pressure_systolic": 80},
            "/vitals/blood_pressure_systolic",
        ),
        (
            "one_diagnosis_is_primary",
            {"/diagnoses/1/diagnosis_type": "primary"},
            "/diagnoses/1/diagnosis_type",
        ),
        ("diagnoses_are_coded_in_icd10", {"/diagnoses/1/icd10_code": "Skill"}, "/diagnoses/1/icd10_code"),
    ],
    "multi_party_transaction": [
        (
            "completion_is_not_before_initiation",
            {"/completion_timestamp": "2024-05-05T07:00:00Z"},
            "/completion_timestamp",
        ),
        (
            "history_is_in_order",
            {"/status_history/1/timestamp": "2024-05-08T08:00:00Z"},
            "/status_history/1/timestamp",
        ),
        (
            "history_is_in_order",
            {"/status_history/0/timestamp": "2024-05-08T08:00:00Z"},
            "/status_history/0/timestamp",
        ),
        (
            "history_starts_with_initiated",
            {"/status_history/0/status": "processing"},
            "/status_history/0/status",
        ),
        ("history_starts_with_initiated", {"/status_history/0": None}, "/status_history/0/status"),
        ("currency_is_iso_4217", {"/currency": "dollars"}, "/currency"),
        ("amounts_are_in_minor_units", {"/currency": "JPY"}, "/parties/2/amount_involved"),
        ("total_fees_follow", {"/parties/2/fees/total_fees": 14.51}, "/parties/2/fees/total_fees"),
        (
            "total_fees_follow",
            {"/parties/2/fees/processing_fee": None, "/parties/2/fees/platform_fee": 15},
            "/parties/2/fees/total_fees",
        ),
        ("payment_methods_sum_to_total", {"/payment_methods/0/amount": 700.01}, "/payment_methods"),
        ("payment_methods_sum_to_total", {"/payment_methods/1": None}, "/payment_methods/0/amount"),
        ("payment_methods_sum_to_total", {"/total_amount": 1001}, "/total_amount"),
        (
            "there_is_a_sender_and_a_receiver",
            {
                "/parties/2": None,
                "/parties/0": {"party_id": "1", "party_type": "platform", "name": "Pay"},
                "/parties/1/amount_involved": 1000,
            },
            "/parties",
        ),
        ("senders_pay_the_total", {"/parties/0/amount_involved": 600.01}, "/parties"),
        ("senders_pay_the_total", {"/total_amount": 1001, "/payment_methods": None}, "/total_amount"),
        (
            "receivers_and_fees_make_the_total",
            {"/parties/2/amount_involved": 985},
            "/parties/2/amount_involved",
        ),
    ],
    "nested_organization": [
        (
            "allocations_of_a_member_are_within_100",
            {"/departments/0/teams/0/members/0/projects/1/allocation_percentage": 33.4},
            "/departments/0/teams/0/members/0/projects",
        ),
        (
            "nobody_started_before_the_founding",
            {"/departments/0/teams/0/members/1/start_date": "2001-02-02"},
            "/departments/0/teams/0/members/1/start_date",
        ),
        ("nobody_started_before_the_founding", {"/founded_date": "2020-02-03"}, "/founded_date"),
        ("employees_are_no_fewer_than_listed", {"/total_employees": 2}, "/total_employees"),
        (
            "team_leads_are_employees",
            {"/departments/0/teams/0/team_lead/employee_id": "e9"},
            "/departments/0/teams/0/team_lead/employee_id",
        ),
        (
            "semantics.headquarters_timezone_is_an_iana_zone",
            {"/headquarters/timezone": "09:30:50"},
            "/headquarters/timezone",
        ),
    ],
}
"""Rule (of the schema's family, where none is named), edits of the good label, where the one finding is."""
