"""Shopping carts with discounts, a shipping tariff and a tax rate."""

from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.goods import articles
from edgejson.generators.vocabulary.money import cents, rounded, total
from edgejson.generators.world import World, require, without_empty
from edgejson.generators.worlds.invoice import TAX_RATES

_TARIFF = ((Decimal(40), Decimal("4.95")), (Decimal(120), Decimal("7.90")), (Decimal(300), Decimal("12.50")))
"""Shipping by subtotal: up to the first figure, the second; above all of them it is free."""
_COUPONS = ("WELCOME10", "SPRING25", "FREESHIP", "THANKYOU", "SUMMER15", "LOYAL5", "BACK2SCHOOL")
_DISCOUNTS = (10, 15, 20, 5, 25, 30, 50, Decimal("12.5"), Decimal("7.5"))


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    items = [
        without_empty(
            {
                "product_id": goods.sku,
                "product_name": goods.name,
                "quantity": draws.between(1, 4),
                "price": goods.price,
                "discount_percentage": draws.optional(35, lambda: draws.choice(_DISCOUNTS)),
            }
        )
        for goods in articles(draws, draws.between(1, 5))
    ]
    subtotal = total(map(_line_cost, items))
    shipping = next((cost for limit, cost in _TARIFF if subtotal <= limit), Decimal("0.00"))
    charged = draws.chance(75) and shipping < subtotal
    tax = rounded(subtotal * draws.choice(TAX_RATES))
    taxed = draws.chance(80)
    due = subtotal + (shipping if charged else 0) + (tax if taxed else 0)
    return without_empty(
        {
            "cart_id": draws.choice(("cart_{h}", "CART-{n}", "c-{h}")).format(
                h=draws.hexes(8), n=draws.digits(6)
            ),
            "user_id": draws.choice(("user_{n}", "U{n}", "cust-{n}")).format(n=draws.digits(5)),
            "items": items,
            "subtotal": draws.optional(80, lambda: subtotal),
            "shipping_cost": shipping if charged else None,
            "tax": tax if taxed else None,
            "total": due,
            "coupon_code": draws.optional(30, lambda: draws.choice(_COUPONS)),
            "last_updated": draws.optional(
                60, lambda: date_times.text(date_times.moment(draws, date_times.zone(draws)))
            ),
        }
    )


def _line_cost(item: Any) -> Decimal:
    share = 100 - Decimal(item.get("discount_percentage", 0))
    return rounded(item["quantity"] * item["price"] * share / 100)


def check(label: Any) -> None:
    """Raise unless the lines (each rounded to cents), shipping and tax add up."""
    subtotal = total(map(_line_cost, label["items"]))
    shipping, tax = label.get("shipping_cost", Decimal(0)), label.get("tax", Decimal(0))
    require(label.get("subtotal", subtotal) == subtotal, "subtotal = sum of discounted items")
    require(label["total"] == subtotal + shipping + tax, "total = subtotal + shipping_cost + tax")
    require(cents(label["total"]) > 0, "total is whole cents")
    require(tax == 0 or subtotal / 100 <= tax <= subtotal * 30 / 100, "tax is 0 or 1..30 % of the subtotal")
    require(shipping < subtotal, "shipping is below the subtotal")


WORLD = World(
    build=build,
    check=check,
    subject="shopping cart",
    headings=("Shopping Cart", "Cart Contents", "Your Cart", "Cart Summary", "Checkout Cart"),
)
