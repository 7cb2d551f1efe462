"""Registrations for conferences, workshops and festivals, made before the event."""

from datetime import date
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.people import email, people
from edgejson.generators.vocabulary.phone_numbers import phone
from edgejson.generators.vocabulary.places import place
from edgejson.generators.world import World, require, without_empty

_EVENTS = (
    "{city} Cloud Infrastructure Summit",
    "{city} Data Engineering Days",
    "{city} Jazz Festival",
    "Frontend Workshop {city}",
    "Annual Cardiology Congress {city}",
    "{city} Startup Night",
    "Urban Gardening Fair {city}",
    "{city} Film Week",
    "Women in Engineering Forum {city}",
    "{city} Half Marathon Briefing",
    "Open Hardware Meetup {city}",
    "{city} Book Fair",
    "Renewable Energy Symposium {city}",
    "{city} Design Conference",
)
_DIETS = ("vegetarian", "vegan", "gluten-free", "nut-free", "halal", "kosher", "lactose-free", "no shellfish")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    attendee, contact = people(draws, 2)
    begins = date_times.on_the_hour(draws, date_times.zone(draws), hours=(8, 19))
    registered = date_times.days_after(draws, begins.date(), -95, -1)
    return without_empty(
        {
            "event_name": draws.choice(_EVENTS).format(city=place(draws).city),
            "event_date": draws.optional(80, lambda: date_times.text(begins)),
            "attendee_name": attendee.name,
            "attendee_email": email(draws, attendee),
            "ticket_type": draws.choice(("general", "vip", "student", "speaker")),
            "dietary_requirements": draws.optional(45, lambda: draws.some(_DIETS, 1, 3)),
            "emergency_contact": draws.optional(50, lambda: _contact(contact.name, phone(draws))),
            "registration_date": draws.optional(65, lambda: registered.isoformat()),
        }
    )


def _contact(name: str, number: str) -> JSONObject:
    return {"name": name, "phone": number}


def check(label: Any) -> None:
    """Raise unless the registration was made by the day of the event."""
    if "event_date" in label and "registration_date" in label:
        event = date_times.read(label["event_date"]).date()
        require(date.fromisoformat(label["registration_date"]) <= event, "registration is before the event")


WORLD = World(
    build=build,
    check=check,
    subject="event registration",
    headings=(
        "Event Registration",
        "Registration Form",
        "New Attendee",
        "Conference Sign-up",
        "Ticket Registration",
    ),
)
