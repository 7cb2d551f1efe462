"""Messages that applications push to their users."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.goods import thing
from edgejson.generators.vocabulary.people import person
from edgejson.generators.world import World, require, without_empty

_PRIORITIES = ("low", "normal", "high", "urgent")
_TEXTS = (
    ("Your order has shipped", "Parcel {code} with your {product} is on its way and should arrive {when}."),
    ("Delivery {when}", "The courier will bring your {product} between {hour} and {later} o'clock."),
    ("New message from {name}", "{name} wrote to you about the {product}."),
    ("Appointment reminder", "You are expected {when} at {hour} o'clock, please bring document {code}."),
    ("Payment received", "We have received your payment for order {code}. Thank you, {name}."),
    (
        "Password changed",
        "The password of your account was changed just now. If this was not you, call us and quote {code}.",
    ),
    ("Back in stock", "Good news, the {product} is available again. We keep one for you for {hour} hours."),
    (
        "Storage almost full",
        "You have used {percent} percent of your storage. Archive old files or ask {name} for more space.",
    ),
    ("Meeting moved", "{name} moved the meeting on project {code} to {hour} o'clock {when}."),
    (
        "Flight {code} delayed",
        "Your flight now departs at {hour} o'clock {when}. Please check the gate on the display.",
    ),
    ("Bill available", "Your bill {code} is ready. It is due {when}."),
    (
        "Water leak detected",
        "The sensor in the {room} reports water. Close valve {code} if nobody is at home.",
    ),
    ("Door left open", "The {room} door has been open for {percent} minutes."),
    ("{name} shared a folder", "You can now edit the folder {code} until {when}."),
)
_WHEN = (
    "tomorrow",
    "on Monday",
    "on Tuesday",
    "on Friday",
    "this evening",
    "this afternoon",
    "on Saturday",
    "next week",
)
_ROOMS = ("kitchen", "basement", "bathroom", "garage", "laundry", "storage")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    title, body = draws.choice(_TEXTS)
    hour = draws.between(8, 19)
    slots = {
        "code": f"{draws.letters(2)}{draws.digits(4)}",
        "product": thing(draws),
        "name": person(draws).name,
        "when": draws.choice(_WHEN),
        "hour": hour,
        "later": hour + 2,
        "percent": draws.between(12, 97),
        "room": draws.choice(_ROOMS),
    }
    return without_empty(
        {
            "title": title.format(**slots),
            "body": body.format(**slots),
            "timestamp": draws.optional(
                70, lambda: date_times.text(date_times.moment(draws, date_times.zone(draws)))
            ),
            "priority": draws.optional(65, lambda: draws.choice(_PRIORITIES)),
        }
    )


def check(label: Any) -> None:
    """Raise unless the time stamp, if there is one, has an offset and the texts are not empty."""
    if "timestamp" in label:
        date_times.read(label["timestamp"])
    require(bool(label["title"] and label["body"]), "title and body say something")
    require(label.get("priority", "low") in _PRIORITIES, "priority is one of the four")


WORLD = World(
    build=build,
    check=check,
    subject="notification",
    headings=("Notification", "Push Notification", "App Notification", "New Alert", "Message to User"),
)
