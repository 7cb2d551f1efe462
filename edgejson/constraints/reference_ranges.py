"""Reference ranges of laboratory results, as reports print them: ``3.5 - 5.1``, ``< 5``, ``up to 40 U/L``."""

import re
from decimal import Decimal
from typing import NamedTuple

_NUMBER = r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
# A unit holds no further number but a power of ten: 10^9/L.
_UNIT = r"(?:\s*(?:[x×*]\s*)?10\s*(?:\^|\*{1,2}|[eE])?[\d⁰¹²³⁴-⁹]{1,2}[^\d,;]{0,20}|[^\d,;]{0,30}?)"
_BETWEEN = re.compile(rf"\(?\s*({_NUMBER})\s*(?:-|–|—|−|to)\s*({_NUMBER}){_UNIT}\s*\)?")
_BELOW = re.compile(rf"(?:<=?|≤|less than|below|under|up to|at most)\s*({_NUMBER}){_UNIT}", re.IGNORECASE)
_ABOVE = re.compile(
    rf"(?:>=?|≥|greater than|more than|above|over|at least)\s*({_NUMBER}){_UNIT}", re.IGNORECASE
)
_LONGEST = 60


class ReferenceRange(NamedTuple):
    """The bounds of what is normal; None where there is none."""

    low: Decimal | None
    high: Decimal | None

    def __contains__(self, value: object) -> bool:
        """Whether a number is within the bounds, which count as within."""
        assert isinstance(value, int | Decimal)
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def read_reference_range(text: str) -> ReferenceRange | None:
    """Return the range that `text` spells in numbers, None when it spells none or more than one."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if match := _BETWEEN.fullmatch(text):
        low, high = _decimal(match[1]), _decimal(match[2])
        return ReferenceRange(low, high) if low <= high else None
    if match := _BELOW.fullmatch(text):
        return ReferenceRange(None, _decimal(match[1]))
    if match := _ABOVE.fullmatch(text):
        return ReferenceRange(_decimal(match[1]), None)
    return None


def _decimal(spelling: str) -> Decimal:
    return Decimal(spelling.replace(",", "").replace("−", "-"))
