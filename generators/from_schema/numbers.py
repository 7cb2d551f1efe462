"""Numbers that satisfy a JSON Schema: type, limits and ``multipleOf``."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from edgejson.generators.draws import Draws
from edgejson.generators.errors import GenerationError
from edgejson.generators.schema_resolution import Schema, kind_of

_MONEY = {"price", "amount", "cost", "fee", "total", "rate", "salary", "budget", "balance", "fare", "rent"}
_SPAN = 500
"""How far numbers reach where the schema sets one limit or none."""


def number(schema: Schema, name_words: tuple[str, ...], draws: Draws) -> Decimal | int:
    """Return a number of `schema`; the words of the field's name say how it is written.

    Raises GenerationError when there is no such number.
    """
    unit = _unit(schema, name_words)
    low, high = _limits(schema, unit)
    first = (low / unit).to_integral_value(ROUND_CEILING)
    last = (high / unit).to_integral_value(ROUND_FLOOR)
    if first > last:
        raise GenerationError(f"there is no number from {low} to {high} in steps of {unit}; widen the limits")
    value = draws.between(int(first), int(last)) * unit
    return int(value) if value == value.to_integral_value() and unit == unit.to_integral_value() else value


def _unit(schema: Schema, name_words: tuple[str, ...]) -> Decimal:
    """Return the step between two possible numbers."""
    if "multipleOf" in schema:
        return Decimal(str(schema["multipleOf"]))
    if kind_of(schema) == "integer":
        return Decimal(1)
    return Decimal("0.01") if _MONEY.intersection(name_words) else Decimal("0.1")


def _limits(schema: Schema, unit: Decimal) -> tuple[Decimal, Decimal]:
    low = _limit(schema, "minimum", "exclusiveMinimum", unit)
    high = _limit(schema, "maximum", "exclusiveMaximum", -unit)
    if low is None and high is None:
        return unit, max(Decimal(_SPAN), unit * 100)
    reach = max(Decimal(_SPAN), unit * 100)
    if low is None:
        assert high is not None
        return (min(unit, high) if high >= 0 else high - reach), high
    return low, low + reach if high is None else high


def _limit(schema: Schema, inclusive: str, exclusive: str, step: Decimal) -> Decimal | None:
    """Return the limit that the two keywords set, None where they set none."""
    found = []
    if inclusive in schema:
        found.append(Decimal(str(schema[inclusive])))
    if isinstance(schema.get(exclusive), bool):  # Draft 4: whether the limit itself is excluded
        if schema[exclusive] and found:
            found[0] += step
    elif exclusive in schema:
        # One step beyond the limit: on the grid of steps itself where the limit is on it.
        limit = Decimal(str(schema[exclusive]))
        on_grid = limit % abs(step) == 0
        found.append(limit + step if on_grid else limit)
    return None if not found else max(found) if step > 0 else min(found)
