"""The states of the US postal system: names, ZIP prefixes, and the box that each lies in."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from edgejson.constraints.label_paths import Number

# Abbreviation; three-digit ZIP prefixes; south, north, west, east in degrees; name.
# Prefixes: USPS Publication 65 and labelling list L002 (3-digit ZIP Code prefix matrix), runs that lie
# within one state closed over unassigned numbers. Boxes: extents of the US Census Bureau's cartographic
# boundaries, rounded outwards to a tenth of a degree; the Aleutians beyond 180 degrees are left to Alaska's
# western edge. Armed forces addresses (AA, AE, AP) lie nowhere.
_STATES = """
AL 350-369               30.1 35.1 -88.6 -84.8 Alabama
AK 995-999               51.1 71.5 -180 -129.9 Alaska
AZ 850-865               31.3 37.1 -114.9 -109.0 Arizona
AR 716-729,755           33.0 36.6 -94.7 -89.6 Arkansas
CA 900-961               32.5 42.1 -124.5 -114.1 California
CO 800-816               36.9 41.1 -109.1 -102.0 Colorado
CT 060-069               40.9 42.1 -73.8 -71.7 Connecticut
DE 197-199               38.4 39.9 -75.8 -74.9 Delaware
DC 200,202-205,569       38.7 39.0 -77.2 -76.9 District of Columbia
FL 320-339,341-349       24.3 31.1 -87.7 -79.9 Florida
GA 300-319,398-399       30.3 35.1 -85.7 -80.7 Georgia
HI 967-968               18.8 28.5 -178.5 -154.7 Hawaii
ID 832-838               41.9 49.1 -117.3 -111.0 Idaho
IL 600-629               36.9 42.6 -91.6 -87.0 Illinois
IN 460-479               37.7 41.8 -88.1 -84.7 Indiana
IA 500-528               40.3 43.6 -96.7 -90.1 Iowa
KS 660-679               36.9 40.1 -102.1 -94.5 Kansas
KY 400-427               36.4 39.2 -89.6 -81.9 Kentucky
LA 700-714               28.8 33.1 -94.1 -88.7 Louisiana
ME 039-049               42.9 47.5 -71.1 -66.9 Maine
MD 206-219               37.8 39.8 -79.5 -74.9 Maryland
MA 010-027,055           41.1 42.9 -73.6 -69.8 Massachusetts
MI 480-499               41.6 48.4 -90.5 -82.0 Michigan
MN 550-567               43.4 49.4 -97.3 -89.4 Minnesota
MS 386-397               30.1 35.1 -91.7 -88.0 Mississippi
MO 630-658               35.9 40.7 -95.8 -89.0 Missouri
MT 590-599               44.3 49.1 -116.1 -104.0 Montana
NE 680-693               39.9 43.1 -104.1 -95.3 Nebraska
NV 889-898               35.0 42.1 -120.1 -114.0 Nevada
NH 030-038               42.6 45.4 -72.6 -70.5 New Hampshire
NJ 070-089               38.7 41.4 -75.6 -73.8 New Jersey
NM 870-884               31.3 37.1 -109.1 -103.0 New Mexico
NY 005,063,100-149       40.4 45.1 -79.8 -71.7 New York
NC 269-289               33.7 36.6 -84.4 -75.4 North Carolina
ND 580-588               45.9 49.1 -104.1 -96.5 North Dakota
OH 430-459               38.3 42.4 -84.9 -80.5 Ohio
OK 730-732,734-749       33.6 37.1 -103.1 -94.4 Oklahoma
OR 970-979               41.9 46.4 -124.8 -116.4 Oregon
PA 150-196               39.7 42.6 -80.6 -74.6 Pennsylvania
RI 028-029               41.0 42.1 -72.0 -71.0 Rhode Island
SC 290-299               32.0 35.3 -83.4 -78.4 South Carolina
SD 570-577               42.4 46.0 -104.1 -96.4 South Dakota
TN 370-385               34.9 36.7 -90.4 -81.6 Tennessee
TX 733,750-799,885       25.8 36.6 -106.7 -93.5 Texas
UT 840-847               36.9 42.1 -114.1 -109.0 Utah
VT 050-054,056-059       42.7 45.1 -73.5 -71.4 Vermont
VA 201,220-246           36.5 39.5 -83.7 -75.1 Virginia
WA 980-994               45.5 49.1 -124.9 -116.9 Washington
WV 247-268               37.1 40.7 -82.7 -77.7 West Virginia
WI 530-549               42.4 47.4 -92.9 -86.2 Wisconsin
WY 820-831,834           40.9 45.1 -111.1 -104.0 Wyoming
AS 967                   -14.7 -11.0 -171.2 -168.1 American Samoa
FM 969                   0.9 10.2 137.2 163.1 Federated States of Micronesia
GU 969                   13.1 13.8 144.5 145.1 Guam
MH 969                   4.5 14.8 160.7 172.2 Marshall Islands
MP 969                   14.0 20.7 144.8 146.2 Northern Mariana Islands
PW 969                   2.7 8.3 131.0 134.9 Palau
PR 006-007,009           17.8 18.6 -68.0 -65.1 Puerto Rico
VI 008                   17.6 18.5 -65.2 -64.5 Virgin Islands
AA 340                   - - - - Armed Forces Americas
AE 090-099               - - - - Armed Forces Europe
AP 962-966               - - - - Armed Forces Pacific
"""

_TAIL = re.compile(
    r"(?<![\w-])([A-Z]{2}),?\s+(\d{5})(?:-\d{4})?\s*"
    r"(?:,?\s*(?:USA|U\.S\.A\.|US|United States(?: of America)?))?\s*"
)
_ZIP = re.compile(r"(\d{5})(?:-?\d{4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state, district, territory or armed forces region; ``box`` is south, north, west, east in degrees."""

    code: str
    name: str
    prefixes: tuple[tuple[int, int], ...]
    box: tuple[Decimal, Decimal, Decimal, Decimal] | None

    def has_zip(self, code: str) -> bool:
        """Whether a five-digit ZIP code begins like those of the state."""
        return any(first <= int(code[:3]) <= last for first, last in self.prefixes)

    def has_point(self, latitude: Number, longitude: Number) -> bool:
        """Whether a point lies in the state's box; a state without one has every point."""
        if self.box is None:
            return True
        south, north, west, east = self.box
        return south <= latitude <= north and west <= longitude <= east

    def has_latitude(self, latitude: Number) -> bool:
        """Whether a latitude is one of the state's box; a state without one has every latitude."""
        return self.box is None or self.box[0] <= latitude <= self.box[1]

    @property
    def zips(self) -> str:
        """The prefixes, for people: ``060 to 069``."""
        runs = (
            f"{first:03}" if first == last else f"{first:03} to {last:03}" for first, last in self.prefixes
        )
        return ", ".join(runs)


@cache
def states() -> dict[str, State]:
    """Return the states by abbreviation, and by name in lower case."""
    found = {}
    for line in _STATES.split("\n"):
        if not line:
            continue
        code, runs, south, north, west, east, name = line.split(maxsplit=6)
        ends = [run.partition("-") for run in runs.split(",")]
        box = None if south == "-" else (Decimal(south), Decimal(north), Decimal(west), Decimal(east))
        prefixes = tuple((int(first), int(last or first)) for first, _, last in ends)
        found[code] = found[name.lower()] = State(code=code, name=name, prefixes=prefixes, box=box)
    return found


def state_named(text: str) -> State | None:
    """Return the state that is meant by an abbreviation or a name, None when it is none of them."""
    text = text.strip()
    return states().get(text) or states().get(text.lower())


def zip_of(text: str) -> str | None:
    """Return the five digits of a ZIP code (ZIP+4 is one), None when `text` has another form."""
    match = _ZIP.fullmatch(text.strip())
    return match[1] if match else None


def state_and_zip(address: str) -> tuple[State, str] | None:
    """Return the state and the five digits at the end of a US address, None when it does not end in them."""
    for match in _TAIL.finditer(address):
        if match.end() == len(address) and match[1] in states():
            return states()[match[1]], match[2]
    return None
