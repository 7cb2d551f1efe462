"""Hypothesis' profile `thorough`, which `make fuzz` runs."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "thorough",
    max_examples=1_000,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
