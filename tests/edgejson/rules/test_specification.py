"""Every invariant of the 25 schemas has a rule, of the severity that the specification gives it."""

from edgejson.suite.schema_registry import registry
from edgejson.suite.suite import built_in_rules

_SCHEMA = "structure.label_matches_schema"
_FORMATS = "structure.formats_are_kept"

# Severity, the invariant in short, the rules that find its violations. Line by line as they are specified.
INVARIANTS: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {
    "contact_info": [("E", "email and phone have their forms", (_FORMATS, _SCHEMA))],
    "location": [
        ("E", "latitude and longitude in range", (_SCHEMA,)),
        ("E", "timezone is an IANA zone", ("semantics.timezone_is_an_iana_zone",)),
        ("W", "state, ZIP and coordinates agree", ("location.us_address_and_coordinates_agree",)),
    ],
    "log_entry": [("E", "timestamp has an offset", (_FORMATS,))],
    "notification": [
        ("E", "timestamp has an offset", (_FORMATS,)),
        ("E", "optional only if stated", ("grounding.values_are_stated_in_the_prompt",)),
    ],
    "product_info": [
        ("E", "price in minor units", ("product_info.price_is_in_minor_units",)),
        ("W", "sku is a code", ("product_info.sku_looks_like_a_code",)),
        ("W", "name is a product", ("semantics.product_is_not_a_person",)),
    ],
    "rating": [("E", "rating 1..5", (_SCHEMA,))],
    "sensor_reading": [
        ("E", "humidity 0..100, timestamp has an offset", (_SCHEMA, _FORMATS)),
        ("W", "temperature readable", ("sensor_reading.temperature_can_be_read",)),
    ],
    "simple_config": [("E", "language is a tag", ("semantics.language_is_a_language_tag",))],
    "tag_list": [
        ("E", "order, no empty", ("grounding.list_items_keep_their_order", "tag_list.tags_are_not_empty")),
        ("W", "unique", ("tag_list.tags_are_unique",)),
    ],
    "user_profile": [
        ("E", "age 13..120", (_SCHEMA,)),
        ("W", "username without blanks", ("user_profile.username_has_no_blanks",)),
    ],
    "api_response": [
        ("E", "page exists", ("api_response.page_is_one_that_exists",)),
        ("E", "errors with 4xx and 5xx only", ("api_response.errors_come_with_an_error_status",)),
        ("E", "status registered", ("api_response.status_code_is_registered",)),
    ],
    "email_metadata": [
        (
            "E",
            "addresses, content types, message id",
            (
                _FORMATS,
                "email_metadata.content_types_are_media_types",
                "email_metadata.message_id_has_the_standard_form",
            ),
        )
    ],
    "event_registration": [
        ("E", "registered before", ("event_registration.registration_is_not_after_the_event",))
    ],
    "invoice": [
        ("E", "line totals", ("invoice.line_total_is_quantity_times_price",)),
        ("E", "subtotal", ("invoice.subtotal_is_sum_of_lines",)),
        ("E", "total", ("invoice.total_is_subtotal_plus_tax",)),
        ("E", "due after invoice", ("invoice.due_date_is_not_before_invoice_date",)),
        ("W", "tax", ("invoice.tax_is_plausible",)),
    ],
    "medical_record": [("W", "abnormal", ("medical_record.results_outside_their_range_are_abnormal",))],
    "meeting_notes": [
        ("E", "due after meeting", ("meeting_notes.actions_are_not_due_before_the_meeting",)),
        ("E", "assigned to attendees", ("meeting_notes.actions_are_assigned_to_attendees",)),
    ],
    "order_details": [
        ("E", "total", ("order_details.total_is_sum_of_items",)),
        ("W", "ZIP", ("order_details.zip_code_is_of_the_state",)),
    ],
    "shopping_cart": [
        ("E", "subtotal", ("shopping_cart.subtotal_is_sum_of_items",)),
        ("E", "total", ("shopping_cart.total_is_subtotal_plus_shipping_plus_tax",)),
        ("W", "tax, shipping", ("shopping_cart.tax_is_plausible", "shopping_cart.shipping_is_plausible")),
    ],
    "support_ticket": [("E", "created before updated", ("support_ticket.update_is_not_before_creation",))],
    "transaction_record": [
        (
            "E",
            "currency, minor units",
            ("transaction_record.currency_is_iso_4217", "transaction_record.amounts_are_in_minor_units"),
        ),
        ("W", "one sign by type", ("conventions.amounts_of_a_type_have_one_sign",)),
    ],
    "ecommerce_analytics": [
        (
            "E",
            "period",
            (
                "ecommerce_analytics.period_does_not_end_before_it_starts",
                "ecommerce_analytics.period_is_as_long_as_its_type",
            ),
        ),
        ("E", "average order value", ("ecommerce_analytics.average_order_value_follows",)),
        ("E", "channels", ("ecommerce_analytics.channels_sum_to_revenue",)),
        ("E", "parts", ("ecommerce_analytics.parts_are_within_their_wholes",)),
        (
            "W",
            "refunds, new and returning",
            (
                "ecommerce_analytics.refunds_are_within_revenue",
                "ecommerce_analytics.new_and_returning_customers_sum",
            ),
        ),
        ("W", "conversion rate", ("ecommerce_analytics.conversion_rate_follows",)),
        ("E", "funnel", ("ecommerce_analytics.campaigns_narrow_to_conversions",)),
        ("E", "shares", ("ecommerce_analytics.category_shares_are_within_100",)),
        ("E", "roas", ("ecommerce_analytics.roas_follows",)),
        (
            "W",
            "units, margins",
            (
                "ecommerce_analytics.units_are_no_fewer_than_orders",
                "ecommerce_analytics.profit_margins_are_percentages",
            ),
        ),
    ],
    "iot_device_network": [
        ("E", "references", ("iot_device_network.devices_referred_to_exist",)),
        ("E", "counts", ("iot_device_network.devices_are_counted_by_status",)),
        ("E", "average readings", ("iot_device_network.average_readings_follow",)),
        (
            "E",
            "anomalies, uptime",
            ("iot_device_network.anomalies_are_data_points", "iot_device_network.uptime_is_a_percentage"),
        ),
        ("W", "signal quality", ("iot_device_network.signal_quality_is_a_percentage",)),
    ],
    "medical_encounter": [
        (
            "E",
            "birth, lab orders",
            (
                "medical_encounter.birth_is_not_after_the_visit",
                "medical_encounter.lab_orders_are_of_the_visit",
            ),
        ),
        ("E", "bmi", ("medical_encounter.bmi_follows_from_height_and_weight",)),
        (
            "E",
            "pressures, vitals",
            ("medical_encounter.systolic_is_above_diastolic", "medical_encounter.vitals_are_survivable"),
        ),
        (
            "E",
            "primary, ICD-10",
            ("medical_encounter.one_diagnosis_is_primary", "medical_encounter.diagnoses_are_coded_in_icd10"),
        ),
    ],
    "multi_party_transaction": [
        (
            "E",
            "order in time",
            (
                "multi_party_transaction.completion_is_not_before_initiation",
                "multi_party_transaction.history_is_in_order",
                "multi_party_transaction.history_starts_with_initiated",
            ),
        ),
        (
            "E",
            "currency, minor units",
            (
                "multi_party_transaction.currency_is_iso_4217",
                "multi_party_transaction.amounts_are_in_minor_units",
            ),
        ),
        ("E", "fees", ("multi_party_transaction.total_fees_follow",)),
        ("E", "payment methods", ("multi_party_transaction.payment_methods_sum_to_total",)),
        (
            "E",
            "senders, receivers",
            (
                "multi_party_transaction.there_is_a_sender_and_a_receiver",
                "multi_party_transaction.senders_pay_the_total",
            ),
        ),
        ("W", "received", ("multi_party_transaction.receivers_and_fees_make_the_total",)),
    ],
    "nested_organization": [
        ("E", "allocations", ("nested_organization.allocations_of_a_member_are_within_100",)),
        ("E", "founding", ("nested_organization.nobody_started_before_the_founding",)),
        ("E", "number of employees", ("nested_organization.employees_are_no_fewer_than_listed",)),
        ("E", "team leads", ("nested_organization.team_leads_are_employees",)),
    ],
}


def test_every_invariant_has_rules_of_its_severity() -> None:
    rules = {rule.id: rule for rule in built_in_rules()}
    levels = {"E": "error", "W": "warning"}
    wrong = [
        (schema_id, text, name)
        for schema_id, lines in INVARIANTS.items()
        for level, text, names in lines
        for name in names
        if name not in rules
        or rules[name].severity != levels[level]
        or schema_id not in (rules[name].schemas or [schema_id])
    ]
    assert wrong == []
    assert sorted(INVARIANTS) == list(registry().schema_ids)


def test_no_rule_of_a_schema_is_without_an_invariant() -> None:
    named = {name for lines in INVARIANTS.values() for _, _, names in lines for name in names}
    ours = {rule.id for rule in built_in_rules() if rule.family in INVARIANTS or rule.family == "semantics"}
    assert ours - named == {"semantics.headquarters_timezone_is_an_iana_zone"}


def test_arithmetic_is_kept_for_exact_sums_of_carts_invoices_and_orders() -> None:
    families = {rule.family for rule in built_in_rules() if rule.kind == "arithmetic"}
    assert families == {"invoice", "order_details", "shopping_cart"}
