"""Points in cities, whose address, coordinates and time zone agree."""

import re
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import places
from edgejson.generators.world import World, require, without_empty

_ZONES = {place.zone for place in places.US + places.ABROAD}


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    where = places.place(draws)
    latitude, longitude = places.coordinates(draws, where, draws.choice((4, 5, 6)))
    return without_empty(
        {
            "latitude": latitude,
            "longitude": longitude,
            "address": draws.optional(75, lambda: places.address(draws, where)),
            "timezone": draws.optional(70, lambda: where.zone),
        }
    )


def check(label: Any) -> None:
    """Raise unless the coordinates are on the globe and near the address, in its zone."""
    require(-90 <= label["latitude"] <= 90, "latitude is in range")
    require(-180 <= label["longitude"] <= 180, "longitude is in range")
    require(label.get("timezone", "UTC") in {*_ZONES, "UTC"}, "timezone is an IANA zone")
    near = [
        place
        for place in places.US + places.ABROAD
        if abs(label["latitude"] - Decimal(place.latitude)) <= Decimal("0.02")
        and abs(label["longitude"] - Decimal(place.longitude)) <= Decimal("0.02")
    ]
    require(len(near) == 1, "coordinates are in one city")
    require(label.get("timezone", near[0].zone) == near[0].zone, "timezone is the city's")
    address = label.get("address")
    require(address is None or near[0].city in address, "address is in the city of the coordinates")
    if address is not None and near[0].state:
        found = re.search(r", ([A-Z]{2}) (\d{5})$", address)
        require(found is not None and found[1] == near[0].state, "state is the city's")
        require(found is not None and found[2] in near[0].codes, "ZIP code is the city's")


WORLD = World(
    build=build,
    check=check,
    subject="location",
    headings=("Location", "GPS Location", "Map Pin", "Saved Place", "Geocoding Result"),
)
