"""What looks a little like a defect, and is none."""

from typing import Any

RIGHTS: dict[str, list[tuple[dict[str, Any], str]]] = {
    "location": [
        ({"/address": "Bahnhofstrasse 8, 8001 Zürich, Switzerland", "/latitude": 47.4}, ""),
        ({"/address": "Rua Augusta 12, São Paulo, SP 01310-100, Brazil"}, ""),
        ({"/timezone": "UTC"}, ""),
        ({"/address": None, "/timezone": None, "/latitude": 0}, ""),
    ],
    "product_info": [
        ({"/price": 149.505, "/sku": None}, "Price: BHD 149.505"),
        ({"/price": 149.505}, "Price (BHD): 149.505"),
        ({"/price": 149.505}, "Price: 149.505 Bahraini dinars"),
        ({"/price": 149.0}, "All amounts are in JPY. Price: 149.0"),
        ({"/sku": "RED", "/product_name": "Rose Gold"}, ""),
        ({"/sku": "lamp-red-s", "/product_name": "Michael Perry Oak Desk"}, ""),
    ],
    "sensor_reading": [
        ({"/temperature": 215}, "Temperature: 215 °F"),
        ({"/temperature": 650, "/humidity": None}, ""),
    ],
    "simple_config": [
        ({"/language": "zh-Hant-TW"}, ""),
        ({"/language": "es-419"}, ""),
    ],
    "api_response": [
        ({"/status_code": 200, "/errors": []}, ""),
        ({"/pagination": {"page": 1, "per_page": 20, "total": 0}}, ""),
        ({"/pagination/total": None, "/pagination/page": 99}, ""),
    ],
    "email_metadata": [
        ({"/message_id": "1043.77@mail.example.org"}, ""),
        ({"/message_id": "<a@b>"}, ""),
        ({"/attachments/0/content_type": "text/plain; charset=utf-8"}, ""),
    ],
    "event_registration": [
        ({"/event_date": None}, ""),
    ],
    "invoice": [
        ({"/tax": 0, "/total_amount": 100.5}, ""),
        ({"/tax": None, "/total_amount": 100.5}, ""),
    ],
    "medical_record": [
        ({"/results/0/value": 5.2, "/status": "abnormal"}, ""),
        ({"/results/0/value": 5.2, "/status": None}, ""),
        ({"/results/0/value": 5.1}, ""),
    ],
    "meeting_notes": [
        ({"/action_items/0/assigned_to": None}, ""),
    ],
    "order_details": [
        ({"/shipping_address/state": "Ontario"}, ""),
        ({"/shipping_address/zip_code": None}, ""),
    ],
    "shopping_cart": [
        ({"/items/0/price": 10, "/subtotal": 20, "/shipping_cost": 49.99, "/tax": 0, "/total": 69.99}, ""),
    ],
    "support_ticket": [
        ({"/created_at": None}, ""),
    ],
    "transaction_record": [
        ({"/currency": "JPY", "/amount": -1250, "/balance_after": 100}, ""),
        ({"/currency": "BHD", "/amount": 12.505}, ""),
    ],
    "ecommerce_analytics": [
        ({"/sales_metrics/average_order_value": 33.3}, ""),
        ({"/sales_metrics/average_order_value": 33}, ""),
        ({"/sales_metrics/revenue_by_channel/website": None}, ""),
        ({"/sales_metrics/total_orders": None, "/sales_metrics/total_revenue": None}, ""),
        ({"/marketing_metrics/campaign_performance/0/revenue_attributed": None}, ""),
        ({"/marketing_metrics/traffic_sources/email": None}, ""),
    ],
    "iot_device_network": [
        ({"/network_health": None, "/telemetry_summary": None}, ""),
        ({"/telemetry_summary/average_readings_per_device": 33}, ""),
    ],
    "medical_encounter": [
        ({"/vitals/temperature": 98.6}, ""),
        ({"/vitals/height_cm": None, "/vitals/bmi": 31}, ""),
        ({"/diagnoses/0/icd10_code": "C7A020", "/patient/date_of_birth": "2024-05-06"}, ""),
    ],
    "multi_party_transaction": [
        ({"/transaction_type": "multi_currency", "/parties/0/amount_involved": 7.125}, ""),
        ({"/parties/0/amount_involved": None}, ""),
        ({"/parties/2/fees/processing_fee": None, "/parties/2/fees/platform_fee": 4}, ""),
        ({"/status_history/1/timestamp": None}, ""),
    ],
    "nested_organization": [
        ({"/departments/0/teams/0/members": None}, ""),
        ({"/departments/0/teams/0/team_lead/employee_id": "e1"}, ""),
    ],
}
"""Edits of the good label that the rules must leave alone, and the prompt where it matters."""
