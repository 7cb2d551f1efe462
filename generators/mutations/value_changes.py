"""Ways to change one value of a label, which operators on figures share."""

from decimal import Decimal

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import (
    add_units,
    is_number,
    matching_pointers,
    number_at,
)
from edgejson.generators.mutations.operator import TargetRecord
from edgejson.generators.mutations.operator_factories import (
    ValueChange,
)

_CENT = Decimal("0.01")


def by_units(units: int) -> ValueChange:
    """Return the change of a number by units of its last digit."""

    def new(_: TargetRecord, __: Pointer, value: JSONValue) -> JSONValue:
        return add_units(value, units) if is_number(value) else None

    return new


def by_one_cent(_: TargetRecord, __: Pointer, value: JSONValue) -> JSONValue:
    """Return an amount that is one cent more, or one unit where it has no cents."""
    if not is_number(value):
        return None
    return value + (1 if isinstance(value, int) else _CENT)


def if_all_present(*paths: str, new: ValueChange) -> ValueChange:
    """Return the change for labels that have all the `paths`; without them, nothing can be computed."""

    def change(target: TargetRecord, pointer: Pointer, value: JSONValue) -> JSONValue:
        has_all = all(matching_pointers(target.label, path) for path in paths)
        return new(target, pointer, value) if has_all else None

    return change


def one_above(*paths: str) -> ValueChange:
    """Return the change of a part to one unit more than the first whole that is there."""

    def new(target: TargetRecord, _: Pointer, __: JSONValue) -> JSONValue:
        wholes = [whole for path in paths if (whole := number_at(target.label, path)) is not None]
        return add_units(wholes[0], 1) if wholes else None

    return new


def one_above_sibling(name: str) -> ValueChange:
    """Return the change of a figure to one more than the one under `name` beside it."""

    def new(target: TargetRecord, pointer: Pointer, _: JSONValue) -> JSONValue:
        beside = number_at(target.label, f"{pointer.rpartition('/')[0]}/{name}")
        return None if beside is None else add_units(beside, 1)

    return new


def total_of(target: TargetRecord, path: str) -> Decimal:
    """Return the sum of the numbers at `path`."""
    stated = (number_at(target.label, pointer) for pointer in matching_pointers(target.label, path))
    return sum((Decimal(number) for number in stated if number is not None), Decimal(0))


def constant(value: JSONValue) -> ValueChange:
    """Return the change of any value to this one."""
    return lambda *_: value
