"""Orders of a web shop, shipped within the United States."""

from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times, places
from edgejson.generators.vocabulary.goods import articles
from edgejson.generators.vocabulary.money import cents, total
from edgejson.generators.vocabulary.people import email, person
from edgejson.generators.world import World, require, without_empty


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    who = person(draws)
    items = [
        {"product_name": goods.name, "quantity": draws.between(1, 6), "price": goods.price}
        for goods in articles(draws, draws.between(1, 5))
    ]
    return without_empty(
        {
            "order_id": draws.choice(("ORD-{n}", "SO-{n}", "#{n}", "W{n}")).format(n=draws.digits(7)),
            "customer_name": who.name,
            "customer_email": draws.optional(75, lambda: email(draws, who)),
            "items": items,
            "total_amount": total(
                Decimal(str(item["quantity"])) * Decimal(str(item["price"])) for item in items
            ),
            "shipping_address": draws.optional(75, lambda: _address(draws)),
            "status": draws.optional(
                70, lambda: draws.choice(("pending", "processing", "shipped", "delivered", "cancelled"))
            ),
            "order_date": draws.optional(75, lambda: date_times.day(draws).isoformat()),
        }
    )


def _address(draws: Draws) -> JSONObject:
    where = places.us_address_place(draws)
    return without_empty(
        {
            "street": draws.optional(85, lambda: places.street(draws, where)),
            "city": where.city,
            "state": where.state,
            "zip_code": draws.optional(85, lambda: where.postcode),
        }
    )


def check(label: Any) -> None:
    """Raise unless the total is what the items cost and the ZIP code is in the state."""
    due = total(item["quantity"] * item["price"] for item in label["items"])
    require(label["total_amount"] == due, "total_amount = sum of quantity x price")
    require(cents(due) > 0, "total_amount is whole cents")
    address = label.get("shipping_address", {})
    if "zip_code" in address:
        require(
            int(address["zip_code"]) in places.zip_range(address["state"]), "the ZIP code is of the state"
        )


WORLD = World(
    build=build,
    check=check,
    subject="order",
    headings=("Order Details", "Customer Order", "New Order", "Order Confirmation", "Purchase Order"),
)
