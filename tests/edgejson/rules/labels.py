"""A good label of each schema that has rules of its own, with every figure that the rules compare."""

from copy import deepcopy
from typing import Any

from edgejson.core.pointers import split
from tests.edgejson.rules.complex_labels import COMPLEX_LABELS

JSONObject = dict[str, Any]

_PLAIN: dict[str, JSONObject] = {
    "location": {
        "latitude": 42.3601,
        "longitude": -71.0589,
        "address": "12 Beacon Street, Boston, MA 02108",
        "timezone": "America/New_York",
    },
    "product_info": {"product_name": "Oak desk", "sku": "DSK-4410", "price": 149.5, "quantity": 3},
    "sensor_reading": {
        "sensor_id": "TH-07",
        "temperature": 21.5,
        "humidity": 40,
        "timestamp": "2024-05-06T07:08:09Z",
    },
    "simple_config": {"theme": "dark", "language": "pt-BR"},
    "tag_list": {"item_id": "I-1", "tags": ["garden", "tools", "spring"], "created_by": "Ada"},
    "user_profile": {"username": "ada_b", "age": 36, "city": "London"},
    "api_response": {
        "status_code": 404,
        "message": "No such thing",
        "pagination": {"page": 3, "per_page": 20, "total": 41},
        "errors": [{"field": "id", "message": "unknown"}],
    },
    "email_metadata": {
        "message_id": "<1043.77@mail.example.org>",
        "from": "ada@example.org",
        "to": ["grace@example.org"],
        "subject": "Plans",
        "date": "2024-05-06T07:08:09+02:00",
        "attachments": [{"filename": "plan.pdf", "size": 10, "content_type": "application/pdf"}],
    },
    "event_registration": {
        "event_name": "Open Day",
        "event_date": "2024-05-06T23:30:00-05:00",
        "attendee_name": "Ada Byron",
        "attendee_email": "ada@example.org",
        "ticket_type": "vip",
        "registration_date": "2024-05-06",
    },
    "invoice": {
        "invoice_number": "INV-1",
        "invoice_date": "2024-03-01",
        "due_date": "2024-03-31",
        "customer_name": "Ada Byron",
        "line_items": [{"description": "Desk", "quantity": 2, "unit_price": 50.25, "total": 100.5}],
        "subtotal": 100.5,
        "tax": 8.04,
        "total_amount": 108.54,
    },
    "medical_record": {
        "patient_id": "P-1",
        "test_type": "blood count",
        "test_date": "2024-03-01",
        "results": [
            {"parameter": "Potassium", "value": 4.2, "unit": "mmol/L", "reference_range": "3.5 - 5.1"},
            {"parameter": "CRP", "value": 2, "unit": "mg/L", "reference_range": "< 5"},
            {"parameter": "Note", "value": 1, "unit": "-", "reference_range": "see report"},
        ],
        "status": "complete",
    },
    "meeting_notes": {
        "meeting_title": "Plans",
        "date": "2024-05-06T15:00:00Z",
        "attendees": [
            {"name": "Ada Byron", "email": "ada@example.org"},
            {"name": "Grace Hopper", "email": "grace@example.org"},
        ],
        "action_items": [
            {"task": "Write it down", "assigned_to": "Ada Byron", "due_date": "2024-05-06"},
            {"task": "Read it", "assigned_to": "Grace Hopper", "due_date": "2024-05-20"},
        ],
    },
    "order_details": {
        "order_id": "O-1",
        "customer_name": "Ada Byron",
        "items": [{"product_name": "Oak desk", "quantity": 2, "price": 50.25}],
        "total_amount": 100.5,
        "shipping_address": {"city": "Boston", "state": "Massachusetts", "zip_code": "02108-1234"},
    },
    "shopping_cart": {
        "cart_id": "C-1",
        "user_id": "U-1",
        "items": [{"product_id": "P-1", "product_name": "Oak desk", "quantity": 2, "price": 50.25}],
        "subtotal": 100.5,
        "shipping_cost": 7.5,
        "tax": 8.04,
        "total": 116.04,
    },
    "support_ticket": {
        "ticket_id": "T-1",
        "customer_name": "Ada Byron",
        "customer_email": "ada@example.org",
        "subject": "It is broken",
        "category": "bug",
        "priority": "low",
        "status": "open",
        "created_at": "2024-05-06T07:08:09Z",
        "updated_at": "2024-05-06T09:08:09+02:00",
    },
    "transaction_record": {
        "transaction_id": "T-1",
        "date": "2024-05-06T07:08:09Z",
        "amount": 12.5,
        "currency": "EUR",
        "type": "debit",
        "balance_after": 100.25,
    },
}

LABELS = {**_PLAIN, **COMPLEX_LABELS}


def edited(schema_id: str, edits: dict[str, Any]) -> JSONObject:
    """Return the good label with other values at some JSON Pointers; None takes one away."""
    label = deepcopy(LABELS[schema_id])
    for pointer, value in edits.items():
        *above, last = split(pointer)
        holder: Any = label
        for token in above:
            holder = holder[int(token) if isinstance(holder, list) else token]
        key: Any = int(last) if isinstance(holder, list) else last
        if value is None:
            del holder[key]
        else:
            holder[key] = value
    return label
