"""What the invariants of several schemas are worked out with."""

import re
from datetime import date, datetime
from fractions import Fraction
from importlib import resources
from typing import Any

MINOR = {"JPY": 0, "KRW": 0, "KWD": 3}
ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
ZIP3 = {
    "IL": "606", "MA": "021", "WA": "981", "CO": "802", "TX": "787", "OR": "972", "AZ": "850", "MN": "554",
    "TN": "372", "CA": "921", "NY": "112", "PA": "191", "OH": "432", "WI": "537", "NC": "276", "UT": "841",
    "NM": "871", "ID": "837", "FL": "336", "VA": "232", "NE": "681", "HI": "968", "AK": "995", "VT": "054",
    "IA": "503", "LA": "701", "SC": "294", "GA": "303",
}  # fmt: skip


def places(value: Any) -> int:
    return len(str(value).partition(".")[2])


def agrees(stated: Any, exact: Fraction) -> bool:
    """Whether `stated` is `exact` rounded to the digits that it is written with."""
    return abs(Fraction(stated) - exact) <= Fraction(1, 2 * 10 ** places(stated))


def day(text: str) -> date:
    return date.fromisoformat(text[:10])


def moment(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    assert read.utcoffset() is not None
    return read


def zones() -> set[str]:
    with resources.files("tzdata").joinpath("zones").open(encoding="utf-8") as lines:
        return {line.strip() for line in lines}
