"""Averages, shares and rates that must follow from their parts."""

from decimal import Decimal
from typing import Any

from edgejson.generators.vocabulary.money import places_of, quotient
from edgejson.generators.world import require


def require_quotient(fields: Any, name: str, numerator: Decimal, denominator: Decimal) -> None:
    """Raise unless ``fields[name]``, if it is there, is numerator / denominator, rounded."""
    if name in fields:
        due = quotient(numerator, denominator, places_of(fields[name]))
        require(fields[name] == due, f"{name} follows")
