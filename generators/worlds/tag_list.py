"""Tags given to articles, photos, tickets and recipes."""

from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.people import person
from edgejson.generators.world import World, require, without_empty

_TOPICS = (
    (
        "article",
        (
            "python",
            "testing",
            "data-quality",
            "tutorial",
            "open-source",
            "machine-learning",
            "devops",
            "security",
            "performance",
            "sql",
            "career",
            "architecture",
        ),
    ),
    (
        "photo",
        (
            "sunset",
            "beach",
            "family",
            "black-and-white",
            "portrait",
            "street",
            "wildlife",
            "mountains",
            "night",
            "macro",
            "wedding",
            "travel",
        ),
    ),
    (
        "recipe",
        (
            "vegetarian",
            "gluten-free",
            "dessert",
            "quick",
            "soup",
            "baking",
            "breakfast",
            "spicy",
            "one-pot",
            "summer",
            "kids",
            "freezer-friendly",
        ),
    ),
    (
        "ticket",
        (
            "login",
            "mobile",
            "regression",
            "billing",
            "needs-triage",
            "customer-reported",
            "ios",
            "android",
            "urgent",
            "documentation",
            "accessibility",
        ),
    ),
    (
        "track",
        (
            "jazz",
            "acoustic",
            "live",
            "instrumental",
            "remastered",
            "piano",
            "chill",
            "workout",
            "vinyl",
            "soundtrack",
        ),
    ),
    (
        "listing",
        (
            "two-bedroom",
            "balcony",
            "pet-friendly",
            "furnished",
            "city-centre",
            "parking",
            "top-floor",
            "garden",
            "new-build",
            "short-term",
        ),
    ),
    (
        "course",
        (
            "beginner",
            "statistics",
            "self-paced",
            "certificate",
            "live-sessions",
            "design",
            "marketing",
            "writing",
            "finance",
            "leadership",
        ),
    ),
)


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    topic, tags = draws.choice(_TOPICS)
    return without_empty(
        {
            "item_id": f"{topic}-{draws.digits(5)}",
            "tags": draws.some(tags, 1, 6),
            "created_by": draws.optional(65, lambda: person(draws).name),
        }
    )


def check(label: Any) -> None:
    """Raise unless there is a tag, none is empty and none occurs twice."""
    require(len(label["tags"]) >= 1 and all(label["tags"]), "there are tags and none is empty")
    require(len(set(label["tags"])) == len(label["tags"]), "tags are unique")


WORLD = World(
    build=build,
    check=check,
    subject="tag list",
    headings=("Tag List", "Item Tags", "Tagged Item", "Content Tags", "Tagging"),
)
