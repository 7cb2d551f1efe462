"""Support tickets, whose subject, description and category belong together."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.people import email, people
from edgejson.generators.world import World, require, without_empty

_CASES = (
    (
        "technical",
        "Cannot connect to the VPN",
        "Since the update the VPN client stops after {n} seconds. I use version {v}.",
    ),
    (
        "technical",
        "Printer not found on the network",
        "The printer on floor {n} does not show up any more. Restarting did not help.",
    ),
    (
        "technical",
        "Synchronisation is very slow",
        "Uploading {n} files takes more than an hour with client {v}.",
    ),
    (
        "billing",
        "Charged twice for one month",
        "My card was charged twice for invoice {code}. Please refund one payment.",
    ),
    (
        "billing",
        "Wrong address on the invoice",
        "Invoice {code} still shows our old address. We moved {n} weeks ago.",
    ),
    ("billing", "Discount missing", "The promised discount of {n} percent is missing on invoice {code}."),
    ("account", "Cannot reset my password", "The reset mail never arrives. I have tried {n} times."),
    (
        "account",
        "Please merge two accounts",
        "I have signed up twice by mistake. Please keep the account with number {code}.",
    ),
    (
        "account",
        "Change of the account owner",
        "Our colleague left the company. Please transfer account {code} to me.",
    ),
    (
        "feature_request",
        "Export to spreadsheet",
        "It would help to export all {n} columns of the report at once.",
    ),
    (
        "feature_request",
        "Dark mode for the dashboard",
        "We work in shifts and would love a dark mode. About {n} of us asked for it.",
    ),
    (
        "feature_request",
        "Keyboard shortcuts",
        "Our team handles {n} requests an hour, shortcuts would save us a lot of time.",
    ),
    (
        "bug",
        "App crashes when rotating the phone",
        "Version {v} crashes as soon as I rotate the phone on screen {n}.",
    ),
    ("bug", "Search ignores umlauts", "Searching for a name with an umlaut gives no result in version {v}."),
    (
        "bug",
        "Total shown twice in the report",
        "Report {code} shows the total on page {n} and again on the last page.",
    ),
)
_STATUSES = ("open", "in_progress", "waiting_customer", "resolved", "closed")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    category, subject, description = draws.choice(_CASES)
    customer, agent = people(draws, 2)
    told = description.format(
        n=draws.between(2, 48),
        v=f"{draws.between(1, 9)}.{draws.between(0, 20)}.{draws.between(0, 9)}",
        code=f"{draws.letters(2)}{draws.digits(5)}",
    )
    created = date_times.moment(draws, date_times.zone(draws))
    return without_empty(
        {
            "ticket_id": draws.choice(("TCK-{n}", "T-{n}", "CASE-{n}", "HD{n}")).format(n=draws.digits(6)),
            "customer_name": customer.name,
            "customer_email": email(draws, customer),
            "subject": subject,
            "description": draws.optional(80, lambda: told),
            "category": category,
            "priority": draws.choice(("low", "medium", "high", "urgent")),
            "status": draws.choice(_STATUSES),
            "assigned_to": draws.optional(65, lambda: agent.name),
            "created_at": draws.optional(80, lambda: date_times.text(created)),
            "updated_at": draws.optional(
                65, lambda: date_times.text(date_times.later(draws, created, 300, 1_200_000))
            ),
        }
    )


def check(label: Any) -> None:
    """Raise unless the ticket was created before it was updated."""
    if "created_at" in label and "updated_at" in label:
        require(
            date_times.read(label["created_at"]) <= date_times.read(label["updated_at"]),
            "created before updated",
        )


WORLD = World(
    build=build,
    check=check,
    subject="support ticket",
    headings=(
        "Support Ticket",
        "Customer Support Ticket",
        "Help Desk Ticket",
        "Support Request",
        "New Ticket",
    ),
)
