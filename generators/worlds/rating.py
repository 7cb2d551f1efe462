"""Customer ratings, whose words fit their stars."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.goods import thing
from edgejson.generators.vocabulary.people import person
from edgejson.generators.world import World, require, without_empty

_OPENINGS = {
    5: (
        "Absolutely love the {product}.",
        "The {product} is exactly what I was looking for.",
        "Best purchase I made this year, the {product} is superb.",
    ),
    4: (
        "Very happy with the {product}.",
        "The {product} does what it promises.",
        "Solid quality, the {product} feels well made.",
    ),
    3: (
        "The {product} is all right.",
        "Mixed feelings about the {product}.",
        "The {product} works, but nothing special.",
    ),
    2: (
        "Expected more from the {product}.",
        "The {product} is a disappointment.",
        "Not really convinced by the {product}.",
    ),
    1: ("The {product} broke within a week.", "Avoid the {product}.", "The {product} arrived damaged."),
}
_DETAILS = {
    5: (
        "Delivery took only {n} days.",
        "My whole family uses it every day.",
        "I have already ordered a second one.",
        "Worth every cent.",
    ),
    4: (
        "Delivery took {n} days, a bit long.",
        "The manual could be clearer.",
        "One star off for the packaging.",
        "Would buy it again.",
    ),
    3: (
        "It needed {n} attempts to set it up.",
        "The colour differs from the picture.",
        "Fine for the price.",
        "Customer service was friendly, though.",
    ),
    2: (
        "It stopped working after {n} weeks.",
        "Feels cheaper than it looks.",
        "The instructions were missing.",
        "The fit is poor.",
    ),
    1: (
        "I have waited {n} weeks for a refund.",
        "Nobody answers my messages.",
        "It never worked.",
        "Sent it straight back.",
    ),
}


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    stars = draws.choice((5, 4, 3, 2, 1))
    what, who = thing(draws), person(draws)
    text = f"{draws.choice(_OPENINGS[stars])} {draws.choice(_DETAILS[stars])}"
    return without_empty(
        {
            "rating": stars,
            "review_text": draws.optional(80, lambda: text.format(product=what, n=draws.between(2, 9))),
            "reviewer_name": draws.choice((who.name, f"{who.given} {who.family[0]}.")),
            "date": draws.optional(70, lambda: date_times.day(draws).isoformat()),
        }
    )


def check(label: Any) -> None:
    """Raise unless the rating is a whole number of one to five stars."""
    require(type(label["rating"]) is int and 1 <= label["rating"] <= 5, "rating is an integer 1..5")


WORLD = World(
    build=build,
    check=check,
    subject="customer rating",
    headings=("Customer Rating", "Product Review", "Star Rating", "Review Received", "Customer Feedback"),
)
