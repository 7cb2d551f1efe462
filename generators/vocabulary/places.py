"""Places whose city, state, postal code, coordinates and time zone agree."""

from dataclasses import dataclass
from decimal import Decimal

from edgejson.generators.draws import Draws


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city; ``state`` is a US state abbreviation or empty, ``latitude``/``longitude`` its centre.

    ``offset`` is the standard time's distance from UTC in minutes (0 where nothing needs it).
    """

    city: str
    state: str
    country: str
    codes: tuple[str, ...]
    latitude: str
    longitude: str
    zone: str
    offset: int = 0


_OFFSETS = {
    "America/New_York": -300, "America/Chicago": -360, "America/Denver": -420, "America/Boise": -420,
    "America/Phoenix": -420, "America/Los_Angeles": -480, "America/Anchorage": -540, "Pacific/Honolulu": -600,
}  # fmt: skip


def _us(city: str, state: str, codes: str, latitude: str, longitude: str, zone: str) -> Place:
    return Place(
        city=city, state=state, country="United States", codes=tuple(codes.split()),
        latitude=latitude, longitude=longitude, zone=zone, offset=_OFFSETS[zone],
    )  # fmt: skip


US = (
    _us("Chicago", "IL", "60601 60614 60622 60640", "41.88", "-87.64", "America/Chicago"),
    _us("Boston", "MA", "02108 02115 02127 02134", "42.35", "-71.07", "America/New_York"),
    _us("Seattle", "WA", "98101 98103 98115 98122", "47.61", "-122.33", "America/Los_Angeles"),
    _us("Denver", "CO", "80202 80205 80211 80220", "39.74", "-104.98", "America/Denver"),
    _us("Austin", "TX", "78701 78704 78745 78751", "30.27", "-97.74", "America/Chicago"),
    _us("Portland", "OR", "97201 97209 97214 97217", "45.51", "-122.66", "America/Los_Angeles"),
    _us("Atlanta", "GA", "30303 30308 30312 30318", "33.75", "-84.39", "America/New_York"),
    _us("Phoenix", "AZ", "85004 85012 85016 85032", "33.45", "-112.07", "America/Phoenix"),
    _us("Minneapolis", "MN", "55401 55407 55414 55419", "44.97", "-93.26", "America/Chicago"),
    _us("Nashville", "TN", "37203 37206 37209 37215", "36.15", "-86.78", "America/Chicago"),
    _us("San Diego", "CA", "92101 92103 92109 92117", "32.74", "-117.15", "America/Los_Angeles"),
    _us("Brooklyn", "NY", "11201 11215 11222 11238", "40.67", "-73.95", "America/New_York"),
    _us("Philadelphia", "PA", "19103 19107 19121 19130", "39.96", "-75.17", "America/New_York"),
    _us("Columbus", "OH", "43201 43206 43215 43229", "39.97", "-82.99", "America/New_York"),
    _us("Madison", "WI", "53703 53704 53711 53715", "43.07", "-89.40", "America/Chicago"),
    _us("Raleigh", "NC", "27601 27605 27609 27612", "35.79", "-78.64", "America/New_York"),
    _us("Salt Lake City", "UT", "84101 84103 84105 84111", "40.75", "-111.89", "America/Denver"),
    _us("Albuquerque", "NM", "87102 87106 87110 87114", "35.10", "-106.63", "America/Denver"),
    _us("Boise", "ID", "83702 83704 83706 83709", "43.61", "-116.21", "America/Boise"),
    _us("Tampa", "FL", "33602 33606 33609 33611", "27.95", "-82.47", "America/New_York"),
    _us("Richmond", "VA", "23219 23220 23221 23225", "37.54", "-77.45", "America/New_York"),
    _us("Omaha", "NE", "68102 68104 68106 68114", "41.25", "-95.98", "America/Chicago"),
    _us("Honolulu", "HI", "96813 96814 96816 96822", "21.31", "-157.84", "Pacific/Honolulu"),
    _us("Anchorage", "AK", "99501 99503 99504 99507", "61.19", "-149.87", "America/Anchorage"),
    _us("Burlington", "VT", "05401 05408", "44.48", "-73.21", "America/New_York"),
    _us("Des Moines", "IA", "50309 50310 50312 50315", "41.59", "-93.62", "America/Chicago"),
    _us("New Orleans", "LA", "70112 70115 70117 70130", "29.96", "-90.08", "America/Chicago"),
    _us("Charleston", "SC", "29401 29403 29407 29412", "32.79", "-79.94", "America/New_York"),
)


def _abroad(city: str, country: str, codes: str, latitude: str, longitude: str, zone: str) -> Place:
    return Place(
        city=city, state="", country=country, codes=tuple(codes.split("|")),
        latitude=latitude, longitude=longitude, zone=zone,
    )  # fmt: skip


ABROAD = (
    _abroad("Berlin", "Germany", "10115|10437|10969|12047", "52.52", "13.40", "Europe/Berlin"),
    _abroad("Munich", "Germany", "80331|80469|81667", "48.14", "11.58", "Europe/Berlin"),
    _abroad("Lyon", "France", "69001|69003|69007", "45.76", "4.84", "Europe/Paris"),
    _abroad("Lisbon", "Portugal", "1100-148|1200-109|1250-096", "38.72", "-9.14", "Europe/Lisbon"),
    _abroad("Dublin", "Ireland", "D02 X285|D04 V1W8|D08 XY00", "53.34", "-6.26", "Europe/Dublin"),
    _abroad("Manchester", "United Kingdom", "M1 1AE|M4 5JD|M15 6PH", "53.48", "-2.24", "Europe/London"),
    _abroad("Edinburgh", "United Kingdom", "EH1 1RE|EH3 9DR|EH8 8DX", "55.95", "-3.19", "Europe/London"),
    _abroad("Stockholm", "Sweden", "111 29|114 46|118 20", "59.33", "18.07", "Europe/Stockholm"),
    _abroad("Zurich", "Switzerland", "8001|8004|8008", "47.37", "8.54", "Europe/Zurich"),
    _abroad("Kraków", "Poland", "30-001|31-042|31-155", "50.06", "19.94", "Europe/Warsaw"),
    _abroad("Osaka", "Japan", "530-0001|540-0008|542-0076", "34.69", "135.50", "Asia/Tokyo"),
    _abroad("Singapore", "Singapore", "018956|048616|238823", "1.29", "103.85", "Asia/Singapore"),
    _abroad("Melbourne", "Australia", "3000|3053|3121", "-37.81", "144.96", "Australia/Melbourne"),
    _abroad("Auckland", "New Zealand", "1010|1021|1024", "-36.85", "174.76", "Pacific/Auckland"),
    _abroad("Nairobi", "Kenya", "00100|00200|00505", "-1.29", "36.82", "Africa/Nairobi"),
    _abroad("São Paulo", "Brazil", "01310-100|04538-133|05407-002", "-23.56", "-46.64", "America/Sao_Paulo"),
    _abroad("Bengaluru", "India", "560001|560025|560038", "12.97", "77.59", "Asia/Kolkata"),
    _abroad("Toronto", "Canada", "M5H 2N2|M4Y 1X9|M6J 1H4", "43.65", "-79.38", "America/Toronto"),
)

_US_STREETS = (
    "Maple Street", "Oak Avenue", "Washington Boulevard", "Cedar Lane", "Park Avenue", "Lakeview Drive",
    "Elm Street", "Highland Avenue", "Jefferson Street", "Franklin Street", "Willow Court", "Mill Road",
    "Chestnut Street", "Summit Avenue", "Prospect Street", "Juniper Way", "Harrison Street", "Birch Road",
)  # fmt: skip
_ABROAD_STREETS = {
    "Germany": ("Lindenstraße {n}", "Schillerstraße {n}", "Gartenweg {n}", "Am Markt {n}"),
    "France": ("{n} rue Pasteur", "{n} avenue Jean Jaurès", "{n} rue des Lilas"),
    "Portugal": ("Rua do Carmo {n}", "Avenida da Liberdade {n}", "Rua das Flores {n}"),
    "Ireland": ("{n} Merrion Street", "{n} Clarendon Road", "{n} Harcourt Terrace"),
    "United Kingdom": ("{n} Station Road", "{n} Victoria Street", "{n} Albert Road", "{n} Church Lane"),
    "Sweden": ("Storgatan {n}", "Kungsgatan {n}", "Skolgatan {n}"),
    "Switzerland": ("Bahnhofstrasse {n}", "Seefeldstrasse {n}", "Langstrasse {n}"),
    "Poland": ("ul. Długa {n}", "ul. Kwiatowa {n}", "ul. Szewska {n}"),
    "Japan": ("{n} Umeda, Kita-ku", "{n} Namba, Chuo-ku"),
    "Singapore": ("{n} Orchard Road", "{n} Cecil Street", "{n} Telok Ayer Street"),
    "Australia": ("{n} Collins Street", "{n} Swan Street", "{n} Lygon Street"),
    "New Zealand": ("{n} Queen Street", "{n} Ponsonby Road", "{n} Karangahape Road"),
    "Kenya": ("{n} Ngong Road", "{n} Kenyatta Avenue", "{n} Moi Avenue"),
    "Brazil": ("Rua Augusta {n}", "Avenida Paulista {n}", "Rua Oscar Freire {n}"),
    "India": ("{n} MG Road", "{n} Residency Road", "{n} Brigade Road"),
    "Canada": ("{n} King Street West", "{n} Queen Street East", "{n} Bloor Street West"),
}


def us_place(draws: Draws) -> Place:
    """Return a city in the United States."""
    return draws.choice(US)


def place(draws: Draws) -> Place:
    """Return a city, in the United States in half of the cases."""
    return draws.choice(ABROAD) if draws.chance(50) else draws.choice(US)


def street(draws: Draws, where: Place) -> str:
    """Return a street with a house number as they are written there."""
    if where.state:
        return f"{draws.between(10, 2999)} {draws.choice(_US_STREETS)}"
    return draws.choice(_ABROAD_STREETS[where.country]).format(n=draws.between(1, 180))


def address(draws: Draws, where: Place) -> str:
    """Return a postal address in one line."""
    line, code = street(draws, where), draws.choice(where.codes)
    if where.state:
        return f"{line}, {where.city}, {where.state} {code}"
    if where.country in ("United Kingdom", "Ireland", "Canada", "Australia", "New Zealand", "India", "Kenya"):
        return f"{line}, {where.city} {code}, {where.country}"
    return f"{line}, {code} {where.city}, {where.country}"


def coordinates(draws: Draws, where: Place, places: int = 4) -> tuple[Decimal, Decimal]:
    """Return latitude and longitude in degrees, within about 2 km of the city's centre."""
    reach = 2 * 10 ** (places - 2)
    unit = Decimal(1).scaleb(-places)
    north = Decimal(where.latitude) + draws.between(-reach, reach) * unit
    east = Decimal(where.longitude) + draws.between(-reach, reach) * unit
    return north, east
