"""The built-in rules, a module a family; `FAMILIES` is the order in which reports show them."""

FAMILIES = (
    "structure",
    "envelope",
    "location",
    "product_info",
    "sensor_reading",
    "tag_list",
    "user_profile",
    "api_response",
    "email_metadata",
    "event_registration",
    "invoice",
    "medical_record",
    "meeting_notes",
    "order_details",
    "shopping_cart",
    "support_ticket",
    "transaction_record",
    "ecommerce_analytics",
    "iot_device_network",
    "medical_encounter",
    "multi_party_transaction",
    "nested_organization",
    "semantics",
    "grounding",
    "conventions",
    "duplicates",
    "contradictions",
    "balance",
    "leakage",
)

ACCOUNT = "account"
"""The family that comes last and that no setting changes: it says what no other rule has judged."""

__all__ = ["ACCOUNT", "FAMILIES"]
