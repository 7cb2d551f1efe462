"""Shares: the amounts of several holders that together make one stated total."""

from fractions import Fraction
from typing import NamedTuple

from edgejson._typing import JSONObject, Pointer
from edgejson.constraints.derived_numbers import shown, sum_of
from edgejson.constraints.label_paths import LABEL, LabelNumber, number
from edgejson.core.finding import Mismatch
from edgejson.suite.settings import Settings


class Share(NamedTuple):
    """Amounts that make the total: ``is_complete`` unless one of them is absent; ``place`` holds them all."""

    amounts: list[LabelNumber]
    is_complete: bool
    place: Pointer

    @property
    def sum(self) -> Fraction:
        """The exact sum of the amounts that are there."""
        return sum_of(self.amounts)

    def equals(self, other: "Share") -> bool:
        """Whether both are complete and sum to the same."""
        return self.is_complete and other.is_complete and self.sum == other.sum

    def is_off(self, total: LabelNumber, settings: Settings) -> bool:
        """Whether the sum is not the total or, where an amount is absent, more than the total."""
        if not self.amounts or (not self.is_complete and self.sum <= total.value):
            return False
        return not near(total, self.sum, settings)

    def mismatch(self, total: LabelNumber, what: str = "amounts") -> Mismatch:
        """Return the mismatch of amounts that do not make the total."""
        expected = f"{what} that sum to {shown(Fraction(total.value), total)}, the total"
        if len(self.amounts) == 1:
            return Mismatch(pointer=self.amounts[0].pointer, expected=expected, actual=self.amounts[0].value)
        return Mismatch(
            pointer=self.place, expected=expected, actual=f"a sum of {shown(self.sum, *self.amounts)}"
        )

    def total_mismatch(self, total: LabelNumber) -> Mismatch:
        """Return the mismatch of a total that is not what the amounts make."""
        expected = f"{shown(self.sum, *self.amounts)}, what {self.place.removeprefix(LABEL)} sums to"
        return Mismatch(pointer=total.pointer, expected=expected, actual=total.value)


def share(holders: list[tuple[Pointer, JSONObject]], name: str, place: Pointer) -> Share:
    """Return the share that the amounts under `name` of the objects `holders` are; `place` holds them all."""
    found = [number(holder, name, at=pointer) for pointer, holder in holders]
    amounts = [amount for amount in found if amount is not None]
    return Share(amounts, bool(found) and len(amounts) == len(found), place)


def near(total: LabelNumber, sum_of_parts: Fraction, settings: Settings) -> bool:
    """Whether a sum is the total, up to the tolerance of the settings."""
    return abs(Fraction(total.value) - sum_of_parts) <= Fraction(settings.tolerance)
