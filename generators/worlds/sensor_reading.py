"""Measurements by sensors in places whose temperatures are known."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.world import World, require, without_empty

_SITES = (
    ("ROOM", "18.0", "26.5", "30.0", "60.0"),
    ("FREEZER", "-25.0", "-16.0", "35.0", "70.0"),
    ("OUTDOOR", "-15.0", "38.0", "20.0", "99.0"),
    ("SERVER", "17.0", "31.0", "30.0", "55.0"),
    ("GREENHOUSE", "14.0", "36.0", "45.0", "95.0"),
    ("COLDSTORE", "1.0", "8.0", "50.0", "90.0"),
    ("ATTIC", "-5.0", "45.0", "25.0", "75.0"),
    ("BASEMENT", "8.0", "19.0", "45.0", "85.0"),
)
_FORMS = ("{site}-{n:03}", "TH-{site}-{n:03}", "{site}_{n:03}", "sensor-{n:03}-{low}")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    site, coldest, hottest, driest, wettest = draws.choice(_SITES)
    form = draws.choice(_FORMS)
    return without_empty(
        {
            "sensor_id": form.format(site=site, low=site.lower(), n=draws.between(1, 480)),
            "temperature": draws.decimal(coldest, hottest),
            "humidity": draws.optional(75, lambda: draws.decimal(driest, wettest)),
            "timestamp": date_times.text(date_times.moment(draws, date_times.zone(draws))),
        }
    )


def check(label: Any) -> None:
    """Raise unless the figures are what such a sensor can read (degrees Celsius, per cent)."""
    require(-40 <= label["temperature"] <= 85, "temperature is within what the sensor can read")
    require(0 <= label.get("humidity", 0) <= 100, "humidity is a percentage")
    date_times.read(label["timestamp"])


WORLD = World(
    build=build,
    check=check,
    subject="sensor reading",
    headings=("Sensor Reading", "Climate Sensor", "Telemetry Sample", "Measurement", "Environmental Reading"),
)
