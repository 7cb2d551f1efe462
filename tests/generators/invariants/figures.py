"""What the invariants of several schemas are worked out with."""

import re
from datetime import date, datetime
from fractions import Fraction
from importlib import resources
from typing import Any

MINOR = {"JPY": 0, "KRW": 0, "KWD": 3}
ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_ZIP_PREFIXES = """
AL350-369 AK995-999 AZ850-865 AR716-729 CA900-961 CO800-816 CT060-069 DC200-205 DE197-199 FL320-349 GA300-319
HI967-968 IA500-528 ID832-838 IL600-629 IN460-479 KS660-679 KY400-427 LA700-714 MA010-027 MD206-219 ME039-049
MI480-499 MN550-567 MO630-658 MS386-397 MT590-599 NC269-289 ND580-588 NE680-693 NH030-038 NJ070-089 NM870-884
NV889-898 NY100-149 OH430-459 OK730-749 OR970-979 PA150-196 RI028-029 SC290-299 SD570-577 TN370-385 TX750-799
UT840-847 VA201-246 VT050-059 WA980-994 WI530-549 WV247-268 WY820-831
"""
"""The first three digits of the ZIP codes of the US states, from the postal service's L002."""


def is_zip_of(state: str, zip_code: str) -> bool:
    """Whether the ZIP code begins as those of the state do."""
    [(first, last)] = re.findall(rf"{state}(\d+)-(\d+)", _ZIP_PREFIXES)
    return len(zip_code) == 5 and first <= zip_code[:3] <= last


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
