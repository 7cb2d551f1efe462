"""Contact details of people and of small organisations."""

import re
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.people import email, person
from edgejson.generators.vocabulary.phone_numbers import phone
from edgejson.generators.world import World, require

_BOXES = ("info", "hello", "contact", "office")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    if draws.chance(20):
        company = firm(draws)
        return {
            "name": company.name,
            "email": f"{draws.choice(_BOXES)}@{company.host}",
            "phone": phone(draws),
        }
    who = person(draws)
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
