"""A good label of each schema that has rules of its own, with every figure that the rules compare."""

from copy import deepcopy
from typing import Any

from edgejson.core.pointers import split

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

_COMPLEX: dict[str, JSONObject] = {
    "ecommerce_analytics": {
        "report_id": "R-1",
        "report_period": {"start_date": "2024-02-01", "end_date": "2024-02-29", "period_type": "monthly"},
        "sales_metrics": {
            "total_revenue": 10000,
            "total_orders": 300,
            "average_order_value": 33.33,
            "total_units_sold": 450,
            "gross_profit": 4000,
            "refunds_total": 120.5,
            "revenue_by_channel": {
                "website": 4000.5,
                "mobile_app": 3000,
                "marketplace": 2000,
                "physical_store": 999.5,
            },
            "conversion_rate": 3.0,
        },
        "customer_metrics": {
            "total_customers": 280,
            "new_customers": 100,
            "returning_customers": 180,
            "demographics": {
                "age_groups": {"18_24": 50, "25_34": 100, "35_44": 80, "45_54": 30, "55_plus": 20},
                "top_regions": [
                    {"region": "North", "customer_count": 150, "revenue": 6000},
                    {"region": "South", "customer_count": 100, "revenue": 3500},
                ],
            },
        },
        "product_performance": {
            "top_selling_products": [
                {
                    "product_id": "P-1",
                    "product_name": "Oak desk",
                    "units_sold": 100,
                    "revenue": 5000,
                    "profit_margin": 40,
                },
                {
                    "product_id": "P-2",
                    "product_name": "Desk lamp",
                    "units_sold": 200,
                    "revenue": 3000,
                    "profit_margin": -5,
                },
            ],
            "category_breakdown": [
                {"category_name": "Desks", "revenue": 6000, "units_sold": 200, "percentage_of_total": 60.1},
                {"category_name": "Lamps", "revenue": 4000, "units_sold": 250, "percentage_of_total": 40},
            ],
        },
        "marketing_metrics": {
            "ad_spend": 1500,
            "roas": 2.47,
            "traffic_sources": {
                "organic": 4000,
                "paid_search": 3000,
                "social": 1500,
                "email": 1000,
                "direct": 500,
            },
            "campaign_performance": [
                {
                    "campaign_name": "Spring",
                    "impressions": 9000,
                    "clicks": 400,
                    "conversions": 40,
                    "revenue_attributed": 2200,
                },
                {
                    "campaign_name": "Lamps",
                    "impressions": 5000,
                    "clicks": 300,
                    "conversions": 30,
                    "revenue_attributed": 1500,
                },
            ],
        },
    },
    "iot_device_network": {
        "network_id": "N-1",
        "network_name": "Harbor House",
        "devices": [
            {
                "device_id": "d1",
                "device_name": "Hub",
                "device_type": "gateway",
                "status": "online",
                "connections": [
                    {"connected_device_id": "d2", "signal_quality": 100},
                    {"connected_device_id": "d3", "signal_quality": 0},
                ],
            },
            {"device_id": "d2", "device_name": "Door", "device_type": "sensor", "status": "online"},
            {"device_id": "d3", "device_name": "Yard", "device_type": "camera", "status": "offline"},
        ],
        "automation_rules": [
            {"rule_id": "r1", "triggers": [{"device_id": "d2"}], "actions": [{"target_device_id": "d3"}]}
        ],
        "telemetry_summary": {
            "total_data_points": 100,
            "average_readings_per_device": 33.33,
            "anomalies_detected": 4,
            "alerts_generated": [{"alert_id": "a1", "device_id": "d3"}],
        },
        "network_health": {"uptime_percentage": 99.5, "devices_online": 2, "devices_offline": 1},
    },
    "medical_encounter": {
        "encounter_id": "E-1",
        "visit_date": "2024-05-06T22:00:00-05:00",
        "patient": {"patient_id": "P-1", "name": "Ada Byron", "date_of_birth": "1990-02-03"},
        "provider": {"provider_id": "D-1", "name": "Dr. Grace Hopper"},
        "chief_complaint": "Cough",
        "vitals": {
            "blood_pressure_systolic": 120,
            "blood_pressure_diastolic": 80,
            "heart_rate": 70,
            "temperature": 37.2,
            "respiratory_rate": 14,
            "oxygen_saturation": 98,
            "height_cm": 170,
            "weight_kg": 65,
            "bmi": 22.5,
        },
        "lab_orders": [
            {"test_name": "Blood count", "ordered_timestamp": "2024-05-06T22:30:00-05:00"},
            {"test_name": "CRP", "ordered_timestamp": "2024-05-08T04:30:00Z"},
        ],
        "diagnoses": [
            {"icd10_code": "J45.909", "diagnosis_name": "Asthma", "diagnosis_type": "primary"},
            {"icd10_code": "R05", "diagnosis_name": "Cough", "diagnosis_type": "secondary"},
        ],
    },
    "multi_party_transaction": {
        "transaction_id": "T-1",
        "transaction_type": "escrow",
        "initiation_timestamp": "2024-05-06T07:00:00Z",
        "completion_timestamp": "2024-05-07T07:00:00Z",
        "total_amount": 1000,
        "currency": "USD",
        "parties": [
            {"party_id": "1", "party_type": "sender", "name": "Ada Byron", "amount_involved": 600},
            {"party_id": "2", "party_type": "sender", "name": "Lise Meitner", "amount_involved": 400},
            {
                "party_id": "3",
                "party_type": "receiver",
                "name": "Grace Hopper",
                "amount_involved": 985.5,
                "fees": {"processing_fee": 10, "platform_fee": 4.5, "total_fees": 14.5},
            },
        ],
        "payment_methods": [
            {"method_type": "wire", "amount": 700},
            {"method_type": "credit_card", "amount": 300},
        ],
        "status_history": [
            {"status": "initiated", "timestamp": "2024-05-06T07:00:00Z"},
            {"status": "processing", "timestamp": "2024-05-06T08:00:00Z"},
            {"status": "completed", "timestamp": "2024-05-07T07:00:00Z"},
        ],
    },
    "nested_organization": {
        "company_id": "C-1",
        "company_name": "Byron Engines",
        "founded_date": "2001-02-03",
        "headquarters": {"timezone": "Europe/London"},
        "departments": [
            {
                "department_id": "D-1",
                "department_name": "Engines",
                "head": {"employee_id": "e1", "name": "Ada Byron"},
                "teams": [
                    {
                        "team_id": "T-1",
                        "team_lead": {"employee_id": "e2", "name": "Grace Hopper"},
                        "members": [
                            {
                                "employee_id": "e2",
                                "name": "Grace Hopper",
                                "email": "grace@example.org",
                                "role": "Engineer",
                                "start_date": "2001-02-03",
                                "projects": [
                                    {"project_id": "p1", "allocation_percentage": 33.4},
                                    {"project_id": "p2", "allocation_percentage": 33.3},
                                    {"project_id": "p3", "allocation_percentage": 33.3},
                                ],
                            },
                            {
                                "employee_id": "e3",
                                "name": "Lise Meitner",
                                "email": "lise@example.org",
                                "role": "Engineer",
                                "start_date": "2012-02-03",
                            },
                        ],
                    }
                ],
            }
        ],
        "total_employees": 3,
    },
}

LABELS = {**_PLAIN, **_COMPLEX}


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
