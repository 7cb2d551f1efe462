"""Contact details of people and of small organisations."""

import re
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.people import email, person, phone
from edgejson.generators.world import World, require

_KINDS = (
    "Bakery",
    "Dental Practice",
    "Cycle Repair",
    "Law Office",
    "Veterinary Clinic",
    "Print Shop",
    "Florist",
)
_BOXES = ("info", "hello", "contact", "office")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    who = person(draws)
    if draws.chance(20):
        kind = draws.choice(_KINDS)
        host = f"{who.handle.split('.')[1]}-{kind.lower().replace(' ', '-')}.example"
        return {
            "name": f"{who.family} {kind}",
            "email": f"{draws.choice(_BOXES)}@{host}",
            "phone": phone(draws),
        }
    return {"name": who.name, "email": email(draws, who), "phone": phone(draws)}


def check(label: Any) -> None:
    """Raise unless the e-mail is an address and the phone is digits, blanks, hyphens and parentheses."""
    require(
        re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", label["email"], re.ASCII) is not None,
        "email is an address",
    )
    require(re.fullmatch(r"[+]?[0-9\-\s()]+", label["phone"]) is not None, "phone matches its pattern")


WORLD = World(
    build=build,
    check=check,
    subject="contact information",
    headings=("Contact Information", "New Contact", "Address Book Entry", "Contact Card", "Contact Details"),
)
