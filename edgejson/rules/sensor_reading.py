"""Sensor readings: temperatures that a sensor can read."""

import re
from collections.abc import Iterator

from edgejson.constraints.derived_numbers import outside
from edgejson.constraints.label_paths import number, numbers
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

# Degrees Celsius. A sensor that measures humidity too works from -40 to 125 (Sensirion SHT3x, Bosch BME280:
# -40 to 85); platinum resistance thermometers are standardised from -200 to 850 (IEC 60751).
_WITH_HUMIDITY = (-40, 125)
_ALONE = (-200, 850)
_FAHRENHEIT = re.compile(r"°\s?F\b|℉|\bFahrenheit\b", re.IGNORECASE)
_KELVIN = re.compile(r"\d\s?K\b|\bkelvins?\b", re.IGNORECASE)


@check(
    kind="plausibility", severity="warning", schemas=("sensor_reading",), needs=("temperature", "humidity")
)
def temperature_can_be_read(record: Record) -> Iterator[Mismatch]:
    """The temperature is one that such a sensor can read."""
    if _KELVIN.search(record.prompt):
        return
    low, high = _ALONE if number(record.label, "humidity") is None else _WITH_HUMIDITY
    if _FAHRENHEIT.search(record.prompt):
        low, high = low * 9 // 5 + 32, high * 9 // 5 + 32
    yield from outside(numbers(record.label, "temperature"), low, high)
