"""Good labels of the complex schemas, with every figure that the rules compare (see `labels`)."""

from typing import Any

COMPLEX_LABELS: dict[str, dict[str, Any]] = {
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
