"""What a label's schema refuses is accused by the schema alone, whatever else would follow from it."""

from typing import Any

import pytest

from tests.edgejson.rules.conftest import Judge
from tests.edgejson.rules.labels import edited

_REFUSED: list[tuple[str, str, Any]] = [
    ("location", "/latitude", 142.3601),
    ("product_info", "/price", -1.505),
    ("sensor_reading", "/humidity", 140),
    ("tag_list", "/tags", []),
    ("user_profile", "/username", "A"),
    ("api_response", "/status_code", 700),
    ("api_response", "/pagination/per_page", 0),
    ("event_registration", "/registration_date", 7),
    ("invoice", "/tax", -8.04),
    ("medical_record", "/status", "normal"),
    ("meeting_notes", "/attendees", []),
    ("shopping_cart", "/shipping_cost", "7.5"),
    ("transaction_record", "/currency", "EURO"),
    ("ecommerce_analytics", "/report_period/period_type", "decade"),
    ("ecommerce_analytics", "/sales_metrics/total_revenue", -1),
    ("ecommerce_analytics", "/sales_metrics/total_orders", -300),
    ("ecommerce_analytics", "/sales_metrics/total_orders", "300"),
    ("ecommerce_analytics", "/sales_metrics/conversion_rate", 300),
    ("ecommerce_analytics", "/marketing_metrics/campaign_performance/0", "Spring"),
    ("iot_device_network", "/devices", []),
    ("iot_device_network", "/devices/1", "d2"),
    ("iot_device_network", "/devices/1/status", "asleep"),
    ("iot_device_network", "/devices/1/device_id", 2),
    ("medical_encounter", "/vitals/weight_kg", "65"),
    ("medical_encounter", "/diagnoses", []),
    ("multi_party_transaction", "/transaction_type", "gift"),
    ("multi_party_transaction", "/parties", []),
    ("multi_party_transaction", "/parties/0/party_type", "payer"),
    ("multi_party_transaction", "/parties/0/amount_involved", "600"),
    ("multi_party_transaction", "/parties/2/fees/total_fees", True),
    ("multi_party_transaction", "/payment_methods/0/amount", "700"),
    ("multi_party_transaction", "/status_history/0/status", "begun"),
    ("multi_party_transaction", "/status_history/0", ["initiated"]),
    ("nested_organization", "/total_employees", -1),
    ("nested_organization", "/departments/0/teams/0/members/0/employee_id", 2),
]


@pytest.mark.parametrize(("schema_id", "pointer", "value"), _REFUSED)
def test_a_refused_value_is_one_finding(judge: Judge, schema_id: str, pointer: str, value: object) -> None:
    assert judge(schema_id, edited(schema_id, {pointer: value})) == [
        ("structure.label_matches_schema", pointer)
    ]


@pytest.mark.parametrize(
    ("schema_id", "edits", "rule"),
    [
        (
            "support_ticket",
            {"/created_at": "2024-05-06T10:00:00", "/updated_at": "2024-05-06T09:00:00"},
            "support_ticket.update_is_not_before_creation",
        ),
        (
            "iot_device_network",
            {
                "/devices/0/last_seen": "2024-05-06T10:00:00",
                "/devices/0/connections/0/connected_device_id": "d9",
            },
            "iot_device_network.devices_referred_to_exist",
        ),
        (
            "ecommerce_analytics",
            {"/customer_metrics/demographics/top_regions/0": {}, "/sales_metrics/gross_profit": 10001},
            "ecommerce_analytics.parts_are_within_their_wholes",
        ),
    ],
)
def test_a_missing_offset_or_an_empty_item_hides_nothing_else(
    judge: Judge, schema_id: str, edits: dict[str, Any], rule: str
) -> None:
    assert rule in [name for name, _ in judge(schema_id, edited(schema_id, edits))]
