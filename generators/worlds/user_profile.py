"""Members of a site."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.people import person
from edgejson.generators.vocabulary.places import place
from edgejson.generators.world import World, require, without_empty

_INTERESTS = (
    "hiking", "photography", "board games", "cooking", "cycling", "jazz", "gardening", "science fiction",
    "chess", "running", "pottery", "travel", "film", "podcasts", "sailing", "volunteering", "astronomy",
    "knitting", "football", "street food", "museums", "yoga", "climbing", "vintage cars",
)  # fmt: skip
_VERBS = ("runs", "reads", "bakes", "codes", "paints", "rides", "sings", "hikes")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    who = person(draws)
    form = draws.choice(
        (
            "{given}_{family}",
            "{given}{family}{n}",
            "{given}.{family}{n}",
            "{given}_{verb}",
            "{verb}with{given}{n}",
        )
    )
    return without_empty(
        {
            "username": form.format(
                given=who.ascii_given,
                family=who.ascii_family,
                n=draws.between(1, 99),
                verb=draws.choice(_VERBS),
            ),
            "age": draws.between(18, 79) if draws.chance(85) else draws.between(13, 17),
            "city": place(draws).city,
            "preferences": draws.optional(70, lambda: draws.some(_INTERESTS, 1, 5)),
        }
    )


def check(label: Any) -> None:
    """Raise unless age is 13..120, the user name has three characters and no blank."""
    require(13 <= label["age"] <= 120, "age is 13..120")
    require(len(label["username"]) >= 3 and " " not in label["username"], "username has no blanks")
    require(
        len(set(label.get("preferences", []))) == len(label.get("preferences", [])), "preferences are unique"
    )


WORLD = World(
    build=build,
    check=check,
    subject="user profile",
    headings=("User Profile", "Member Profile", "New Member", "Account Profile", "Profile Details"),
)
