"""ZIP prefixes and boxes of the US states, against their capitals."""

from collections import Counter
from decimal import Decimal

import pytest

from edgejson.constraints.us_states import state_and_zip, state_named, states, zip_of

# ZIP code, latitude and longitude of each capital, as atlases have them.
_CAPITALS = """
AL 36104 32.38 -86.30 | AK 99801 58.30 -134.42 | AZ 85007 33.45 -112.10 | AR 72201 34.75 -92.29
CA 95814 38.58 -121.49 | CO 80203 39.74 -104.98 | CT 06106 41.76 -72.68 | DE 19901 39.16 -75.52
DC 20500 38.90 -77.04 | FL 32301 30.44 -84.28 | GA 30334 33.75 -84.39 | HI 96813 21.31 -157.86
ID 83702 43.62 -116.20 | IL 62701 39.80 -89.65 | IN 46204 39.77 -86.16 | IA 50319 41.59 -93.60
KS 66612 39.05 -95.68 | KY 40601 38.19 -84.88 | LA 70802 30.46 -91.19 | ME 04330 44.31 -69.78
MD 21401 38.98 -76.49 | MA 02133 42.36 -71.06 | MI 48933 42.73 -84.56 | MN 55155 44.95 -93.10
MS 39201 32.30 -90.18 | MO 65101 38.58 -92.17 | MT 59601 46.59 -112.02 | NE 68508 40.81 -96.70
NV 89701 39.16 -119.77 | NH 03301 43.21 -71.54 | NJ 08608 40.22 -74.77 | NM 87501 35.68 -105.94
NY 12207 42.65 -73.76 | NC 27601 35.78 -78.64 | ND 58501 46.81 -100.78 | OH 43215 39.96 -83.00
OK 73105 35.49 -97.50 | OR 97301 44.94 -123.03 | PA 17101 40.26 -76.88 | RI 02903 41.83 -71.41
SC 29201 34.00 -81.03 | SD 57501 44.37 -100.35 | TN 37243 36.17 -86.78 | TX 78701 30.27 -97.74
UT 84103 40.78 -111.89 | VT 05602 44.26 -72.58 | VA 23219 37.54 -77.43 | WA 98501 47.04 -122.90
WV 25305 38.34 -81.61 | WI 53703 43.07 -89.38 | WY 82001 41.14 -104.82 | PR 00901 18.47 -66.11
GU 96910 13.47 144.75 | VI 00802 18.34 -64.93 | AS 96799 -14.28 -170.70 | MP 96950 15.19 145.75
PW 96940 7.50 134.62 | FM 96941 6.96 158.21 | MH 96960 7.09 171.38 | AE 09128 50.00 8.00
"""
_ROWS = [row.split() for line in _CAPITALS.split("\n") if line for row in line.split("|")]


@pytest.mark.parametrize(("code", "zip_code", "latitude", "longitude"), _ROWS, ids=[row[0] for row in _ROWS])
def test_a_capital_is_in_its_state(code: str, zip_code: str, latitude: str, longitude: str) -> None:
    state = states()[code]
    assert state.has_zip(zip_code)
    assert state.has_point(Decimal(latitude), Decimal(longitude))
    found = state_and_zip(f"1 Capitol Square, Some Town, {code} {zip_code}-0001, USA")
    assert found == (state, zip_code)
    assert state_named(f" {state.name.upper()} ") == state_named(code) == state


def test_a_prefix_is_of_one_state() -> None:
    every = {state.code: state for state in states().values()}
    count = Counter(
        prefix
        for state in every.values()
        for first, last in state.prefixes
        for prefix in range(first, last + 1)
    )
    # Fishers Island (NY) has a ZIP code of Connecticut, and Alta (WY) one of Idaho; Texarkana lies in two
    # states; Puerto Rico's and the Pacific's are shared out among islands.
    assert {prefix for prefix, states_with_it in count.items() if states_with_it > 1} == {
        63,
        755,
        834,
        967,
        969,
    }


@pytest.mark.parametrize(
    "address",
    [
        "Rua Augusta 12, São Paulo, SP 01310-100",
        "Av. Atlântica 3, Florianópolis, SC 88000-000",
        "1 Main Road, Perth WA 6000",
        "Via Roma 1, 00184 Roma, RM",
        "12 Beacon Street, Boston",
        "XX 02108",
        "MA 02108, Italy",
        "",
    ],
)
def test_addresses_that_are_not_in_the_us(address: str) -> None:
    assert state_and_zip(address) is None


@pytest.mark.parametrize(
    ("text", "digits"), [("02108", "02108"), ("02108-1234", "02108"), ("2108", None), ("M5V", None)]
)
def test_zip_codes(text: str, digits: str | None) -> None:
    assert zip_of(text) == digits
