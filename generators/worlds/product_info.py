"""Products of a shop's catalogue."""

import re
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.goods import CATEGORIES, article
from edgejson.generators.vocabulary.money import cents
from edgejson.generators.world import World, require, without_empty


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    goods = article(draws)
    return without_empty(
        {
            "product_name": goods.name,
            "sku": draws.optional(75, lambda: goods.sku),
            "price": goods.price,
            "quantity": draws.between(0, 480),
            "category": draws.optional(70, lambda: goods.category),
        }
    )


def check(label: Any) -> None:
    """Raise unless price is whole cents, quantity not negative, and sku and category are the catalogue's."""
    require(cents(label["price"]) >= 0, "price is whole cents and not negative")
    require(label["quantity"] >= 0, "quantity is not negative")
    require(
        re.fullmatch(r"[A-Z]{3}-\d{5}", label.get("sku", "ABC-12345")) is not None, "sku looks like a code"
    )
    require(label.get("category", CATEGORIES[0]) in CATEGORIES, "category is one of the shop's")


WORLD = World(
    build=build,
    check=check,
    subject="product information",
    headings=("Product Information", "Catalog Item", "Product Sheet", "Inventory Item", "Product Listing"),
)
