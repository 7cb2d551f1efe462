"""Time zones: the names of the IANA database, as the tzdata package ships them."""

from functools import cache
from importlib.resources import files


@cache
def zone_names() -> frozenset[str]:
    """Return the names of all zones and links of the IANA Time Zone Database.

    They are read from the package, not from the machine's own database, so that verdicts travel.
    """
    return frozenset((files("tzdata") / "zones").read_text("utf-8").split())
