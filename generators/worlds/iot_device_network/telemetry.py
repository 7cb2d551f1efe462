"""What a network has measured, and how well it is."""

from datetime import datetime

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.money import quotient
from edgejson.generators.world import without_empty

_ALERTS = (
    "low battery",
    "signal lost",
    "threshold exceeded",
    "firmware outdated",
    "tamper detected",
    "reboot loop",
)


def build_telemetry(draws: Draws, ids: list[str], checked: datetime, percent: int) -> JSONObject:
    """Return the telemetry summary."""
    hours = draws.choice((24, 1, 6, 12, 48, 168))
    points = len(ids) * hours * draws.between(4, 60) + draws.between(0, 7)
    anomalies = draws.between(1, 12)
    alerts = [
        without_empty(
            {
                "alert_id": f"alert-{draws.digits(4)}{number}",
                "device_id": draws.choice(ids),
                "alert_type": kind,
                "severity": draws.choice(("low", "medium", "high", "critical")),
                "timestamp": date_times.text(date_times.later(draws, checked, -3600 * hours, -60)),
                "resolved": draws.chance(60),
            }
        )
        for number, kind in enumerate(draws.some(_ALERTS, 1, 2))
    ]
    places = draws.choice((1, 2))
    return without_empty(
        {
            "reporting_period_hours": hours,
            "total_data_points": points + anomalies,
            "average_readings_per_device": draws.optional(
                75, lambda: quotient(points + anomalies, len(ids), places)
            ),
            "anomalies_detected": draws.optional(75, lambda: anomalies),
            "alerts_generated": alerts if draws.chance(percent) else None,
        }
    )


def build_health(draws: Draws, statuses: list[str], checked: datetime) -> JSONObject:
    """Return the network's health."""
    down = len(statuses) - statuses.count("online")
    overall = "healthy" if down == 0 else "critical" if 2 * down > len(statuses) else "degraded"
    return without_empty(
        {
            "overall_status": overall,
            "uptime_percentage": draws.optional(75, lambda: draws.decimal("91.00", "99.99")),
            "devices_online": statuses.count("online"),
            "devices_offline": statuses.count("offline"),
            "last_health_check": draws.optional(70, lambda: date_times.text(checked)),
        }
    )
