"""Points in cities, whose address, coordinates and time zone agree."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import places
from edgejson.generators.world import World, require, without_empty


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    where = places.place_with_coordinates(draws)
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
    towns = [
        town
        for town in places.near(label["latitude"], label["longitude"])
        if label.get("timezone", town.zone) == town.zone
    ]
    require(bool(towns), "coordinates are near a town, in its time zone")
    if "address" in label:
        require(any(_is_in(label["address"], town) for town in towns), "the address is there")


def _is_in(address: str, town: places.Place) -> bool:
    region = f"{town.state} {town.postcode}" if town.state else town.country.name
    return address.endswith(f", {town.city}, {region}")


WORLD = World(
    build=build,
    check=check,
    subject="location",
    headings=("Location", "GPS Location", "Map Pin", "Saved Place", "Geocoding Result"),
)
