"""The least defects that each rule of a schema must find, each alone."""

from typing import Any

from tests.edgejson.rules.complex_defects import COMPLEX_DEFECTS

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
    **COMPLEX_DEFECTS,
}
"""Rule (of the schema's family, where none is named), edits of the good label, where the one finding is."""
