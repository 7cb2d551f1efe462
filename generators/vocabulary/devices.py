"""Devices of buildings: what they are, who makes them, what they can do and measure."""

from typing import NamedTuple


class Model(NamedTuple):
    """A make of device; ``reading`` is what it measures: key, lowest and highest value as written."""

    kind: str
    name: str
    maker: str
    model: str
    capabilities: tuple[str, ...]
    reading: tuple[str, str, str] | None


MODELS = (
    Model(
        "sensor",
        "Temperature Sensor",
        "Thermia",
        "TX-200",
        ("temperature", "humidity", "battery report"),
        ("temperature_c", "16.0", "29.5"),
    ),
    Model(
        "sensor",
        "Motion Sensor",
        "Northlight",
        "M-Sense 3",
        ("motion", "illuminance"),
        ("illuminance_lux", "5", "900"),
    ),
    Model(
        "sensor",
        "Air Quality Sensor",
        "Breezeline",
        "AQ-11",
        ("co2", "particulates", "temperature"),
        ("co2_ppm", "410", "1450"),
    ),
    Model(
        "sensor",
        "Leak Detector",
        "Aquaguard",
        "LD-7",
        ("water detection", "siren"),
        ("moisture_percent", "2", "40"),
    ),
    Model(
        "actuator",
        "Radiator Valve",
        "Thermia",
        "RV-40",
        ("set temperature", "schedule"),
        ("valve_percent", "0", "100"),
    ),
    Model(
        "actuator",
        "Ceiling Light",
        "Lumora",
        "C-60",
        ("on/off", "dimming", "colour temperature"),
        ("brightness_percent", "5", "100"),
    ),
    Model("actuator", "Door Lock", "Keystone", "KL-2", ("lock", "unlock", "access log"), None),
    Model(
        "actuator",
        "Window Blind",
        "Shadeworks",
        "SB-9",
        ("raise", "lower", "tilt"),
        ("position_percent", "0", "100"),
    ),
    Model(
        "controller",
        "Climate Controller",
        "Thermia",
        "CC-500",
        ("zones", "schedule", "remote access"),
        ("setpoint_c", "17.0", "24.5"),
    ),
    Model("controller", "Lighting Controller", "Lumora", "LC-8", ("scenes", "groups"), None),
    Model(
        "gateway",
        "Main Gateway",
        "Meshpoint",
        "GW-1",
        ("bridge", "firmware updates", "local storage"),
        ("clients", "2", "60"),
    ),
    Model(
        "camera",
        "Entrance Camera",
        "Visora",
        "V-Cam 4",
        ("video", "night vision", "motion alerts"),
        ("frames_per_second", "10", "30"),
    ),
)
