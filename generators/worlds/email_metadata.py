"""Header fields of e-mail between colleagues."""

import re
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.people import email, people
from edgejson.generators.vocabulary.places import place
from edgejson.generators.world import World, require, without_empty

_SUBJECTS = (
    "Minutes of the {team} meeting",
    "Draft contract {code} for review",
    "Invoice {code} attached",
    "Re: Travel plans for {city}",
    "Fwd: Offer {code} from the supplier",
    "Quarterly figures of {team}",
    "Interview schedule for {city}",
    "Question about ticket {code}",
    "Photos from the {city} workshop",
    "Reminder to submit your hours, {team}",
    "Updated slides for {city}",
    "Access request {code}",
)
_TEAMS = ("Marketing", "Operations", "Finance", "Product", "Support", "Procurement", "Research")
_FILES = (
    ("report", "pdf", "application/pdf"),
    ("figures", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("photo", "jpg", "image/jpeg"),
    ("slides", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("notes", "txt", "text/plain"),
    ("archive", "zip", "application/zip"),
    ("diagram", "png", "image/png"),
    ("export", "csv", "text/csv"),
    ("invite", "ics", "text/calendar"),
)


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    host = firm(draws).host
    receivers, copies = draws.between(1, 3), draws.between(1, 2) if draws.chance(45) else 0
    sender, *others = people(draws, 1 + receivers + copies)
    addresses = [email(draws, who, host if draws.chance(70) else None) for who in others]
    addresses = list(dict.fromkeys(addresses))
    subject = draws.choice(_SUBJECTS).format(
        team=draws.choice(_TEAMS), code=f"{draws.letters(2)}-{draws.digits(4)}", city=place(draws).city
    )
    return without_empty(
        {
            "message_id": f"<{draws.hexes(12)}.{draws.digits(6)}@{host}>",
            "from": email(draws, sender, host),
            "to": addresses[:receivers],
            "cc": addresses[receivers:],
            "subject": subject,
            "date": date_times.text(date_times.moment(draws, date_times.zone(draws), hours=(6, 21))),
            "attachments": _attachments(draws) if draws.chance(50) else None,
            "is_read": draws.optional(60, lambda: draws.chance(50)),
        }
    )


def _attachments(draws: Draws) -> list[JSONObject]:
    return [
        without_empty(
            {
                "filename": f"{stem}-{draws.between(1, 99):02}.{ending}",
                "size": draws.between(900, 8_400_000),
                "content_type": kind if draws.chance(75) else None,
            }
        )
        for stem, ending, kind in draws.some(_FILES, 1, 3)
    ]


def check(label: Any) -> None:
    """Raise unless addresses, content types and the message id have their forms."""
    address = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"
    everybody = [label["from"], *label["to"], *label.get("cc", [])]
    require(all(re.fullmatch(address, each, re.ASCII) for each in everybody), "addresses are valid")
    require(len(set(everybody)) == len(everybody), "nobody is addressed twice")
    require(
        re.fullmatch(rf"<{address}>", label["message_id"], re.ASCII) is not None, "message_id is a msg-id"
    )
    kinds = [each["content_type"] for each in label.get("attachments", []) if "content_type" in each]
    require(all(re.fullmatch(r"[a-z]+/[\w.+-]+", kind) for kind in kinds), "content_type is type/subtype")
    date_times.read(label["date"])


WORLD = World(
    build=build,
    check=check,
    subject="email metadata",
    headings=("Email Metadata", "Email Message", "Message Headers", "Incoming Email", "Mail Details"),
)
