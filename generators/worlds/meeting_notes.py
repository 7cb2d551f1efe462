"""Notes of meetings in a company, with tasks for people who were there."""

from datetime import date
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.people import email, job, people
from edgejson.generators.world import World, require, without_empty

_PROJECTS = (
    "Atlas",
    "Beacon",
    "Cedar",
    "Delta",
    "Ember",
    "Falcon",
    "Harbor",
    "Juniper",
    "Kestrel",
    "Lumen",
    "Orchid",
    "Pioneer",
)
_TITLES = (
    "{project} sprint planning",
    "Weekly sync on {project}",
    "{project} budget review",
    "{project} retrospective",
    "Kick-off of project {project}",
    "{project} risk workshop",
    "Vendor selection for {project}",
    "{project} design review",
)
_NOTES = (
    "The {project} release moves by {n} weeks.",
    "The team agreed on a smaller scope for {project}.",
    "Open tickets went down to {n}.",
    "The supplier offered a discount of {n} percent.",
    "Two customers asked for a pilot of {project}.",
    "Test coverage is the main concern.",
    "Hiring for the second position starts next month.",
    "The demo was well received.",
    "The migration needs a rollback plan.",
    "Support reported {n} complaints about the sign-up form.",
)
_TASKS = (
    "Send the revised schedule of {project} to everybody",
    "Prepare a cost estimate for {project}",
    "Book a room for {n} people",
    "Write the test plan for {project}",
    "Call the supplier about order {n}",
    "Update the roadmap slides",
    "Review {n} open pull requests",
    "Collect feedback from {n} customers",
    "Draft the announcement of {project}",
    "Set up the staging environment",
    "Check the contract of {project} with the legal team",
    "Interview {n} candidates",
)
_ROOMS = (
    "Room 204",
    "Conference Room B",
    "Video call",
    "Meeting Room Oslo",
    "Main office, 3rd floor",
    "Library",
    "Studio 2",
)


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    project, host = draws.choice(_PROJECTS), firm(draws).host
    held = date_times.on_the_hour(draws, date_times.zone(draws), hours=(8, 17))
    present = people(draws, draws.between(1, 5))
    shows_roles = draws.chance(70)
    attendees = [
        without_empty(
            {
                "name": who.name,
                "email": email(draws, who, host),
                "role": job(draws, who) if shows_roles else None,
            }
        )
        for who in present
    ]
    notes = " ".join(
        text.format(project=project, n=draws.between(2, 19)) for text in draws.some(_NOTES, 1, 3)
    )
    return without_empty(
        {
            "meeting_title": draws.choice(_TITLES).format(project=project),
            "date": date_times.text(held),
            "duration_minutes": draws.optional(75, lambda: draws.choice((30, 45, 60, 90, 15, 120))),
            "attendees": attendees,
            "notes": draws.optional(70, lambda: notes),
            "action_items": _actions(draws, project, held.date(), [who.name for who in present])
            if draws.chance(70)
            else None,
            "location": draws.optional(60, lambda: draws.choice(_ROOMS)),
        }
    )


def _actions(draws: Draws, project: str, held: date, names: list[str]) -> list[JSONObject]:
    return [
        without_empty(
            {
                "task": task.format(project=project, n=draws.between(3, 18)),
                "assigned_to": draws.optional(85, lambda: draws.choice(names)),
                "due_date": draws.optional(75, lambda: date_times.days_after(draws, held, 0, 30).isoformat()),
            }
        )
        for task in draws.some(_TASKS, 1, 4)
    ]


def check(label: Any) -> None:
    """Raise unless every task is due after the meeting and assigned to somebody who was there."""
    held = date_times.read(label["date"]).date()
    names = {each["name"] for each in label["attendees"]}
    for action in label.get("action_items", []):
        require(action.get("assigned_to") in {*names, None}, "assigned_to is an attendee")
        require(date.fromisoformat(action.get("due_date", "9999-12-31")) >= held, "due after the meeting")


WORLD = World(
    build=build,
    check=check,
    subject="meeting notes",
    headings=("Meeting Notes", "Minutes", "Meeting Minutes", "Notes of the Meeting", "Meeting Summary"),
)
