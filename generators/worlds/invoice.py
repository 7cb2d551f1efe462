"""Invoices of a small service company, taxed at one rate a jurisdiction."""

from datetime import date
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.goods import articles
from edgejson.generators.vocabulary.money import amount, cents, rounded, total
from edgejson.generators.vocabulary.people import person
from edgejson.generators.world import World, require, without_empty

TAX_RATES = tuple(
    Decimal(rate) for rate in ("0.19", "0.20", "0.0825", "0.07", "0.21", "0.10", "0", "0.0625", "0.25")
)
"""Value-added and sales tax rates in use, as shares of the net amount."""

_SERVICES = (
    ("Website maintenance", 60, 140),
    ("Consulting hours", 90, 210),
    ("Graphic design", 55, 120),
    ("Copy editing", 35, 80),
    ("On-site training", 300, 900),
    ("Software licence", 15, 260),
    ("Network cabling", 45, 110),
    ("Translation", 40, 95),
    ("Window cleaning", 30, 75),
    ("Catering", 12, 38),
    ("Equipment rental", 40, 190),
    ("Delivery", 8, 45),
    ("Photography session", 150, 600),
    ("Server hosting", 20, 180),
    ("Security audit", 400, 1500),
    ("Printing of brochures", 1, 4),
)
_PERIODS = (
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "September",
    "October",
    "November",
    "first quarter",
    "spring campaign",
)


def customer(draws: Draws) -> str:
    """Return the name of a person or of a firm."""
    return firm(draws).name if draws.chance(50) else person(draws).name


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    issued = date_times.day(draws)
    lines = _lines(draws)
    subtotal = total(Decimal(each["quantity"]) * each["unit_price"] for each in lines)
    tax = rounded(subtotal * draws.choice(TAX_RATES))
    if not draws.chance(80):
        for line in lines:
            del line["total"]
    shows_tax = tax > 0 or draws.chance(50)
    return without_empty(
        {
            "invoice_number": draws.choice(("INV-{year}-{n}", "{year}/{n}", "R{n}", "INV{n}")).format(
                year=issued.year, n=draws.digits(5)
            ),
            "invoice_date": issued.isoformat(),
            "due_date": draws.optional(75, lambda: date_times.days_after(draws, issued, 7, 60).isoformat()),
            "customer_name": customer(draws),
            "line_items": lines,
            "subtotal": draws.optional(80, lambda: subtotal),
            "tax": tax if shows_tax else None,
            "total_amount": subtotal + tax,
            "payment_status": draws.optional(
                65, lambda: draws.choice(("unpaid", "partial", "paid", "overdue"))
            ),
        }
    )


def _lines(draws: Draws) -> list[dict[str, Any]]:
    count = draws.between(1, 5)
    if draws.chance(50):
        return [_line(goods.name, draws.between(1, 12), goods.price) for goods in articles(draws, count)]
    return [
        _line(
            f"{service}, {draws.choice(_PERIODS)}",
            draws.between(1, 24),
            Decimal(amount(100 * draws.between(low, high) + draws.choice((0, 50, 0, 75)))),
        )
        for service, low, high in draws.some(_SERVICES, count, count)
    ]


def _line(description: str, quantity: int, price: Decimal) -> dict[str, Any]:
    return {"description": description, "quantity": quantity, "unit_price": price, "total": quantity * price}


def check(label: Any) -> None:
    """Raise unless lines, subtotal and total follow exactly and the dates are in order."""
    lines = label["line_items"]
    products = [line["quantity"] * line["unit_price"] for line in lines]
    require(
        all(line.get("total", due) == due for line, due in zip(lines, products, strict=True)),
        "line total = quantity x unit_price",
    )
    subtotal, tax = total(products), label.get("tax", Decimal(0))
    require(label.get("subtotal", subtotal) == subtotal, "subtotal = sum of line totals")
    require(label["total_amount"] == subtotal + tax, "total_amount = subtotal + tax")
    require(cents(label["total_amount"]) > 0, "total_amount is whole cents")
    require(tax == 0 or subtotal / 100 <= tax <= subtotal * 30 / 100, "tax is 0 or 1..30 % of the subtotal")
    if "due_date" in label:
        require(
            date.fromisoformat(label["invoice_date"]) <= date.fromisoformat(label["due_date"]),
            "due after issue",
        )


WORLD = World(
    build=build,
    check=check,
    subject="invoice",
    headings=("Invoice", "Invoice Details", "Sales Invoice", "Billing Document", "Customer Invoice"),
)
