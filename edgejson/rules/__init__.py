"""The built-in rules, a module a family; `FAMILIES` is the order in which reports show them."""

FAMILIES = (
    "structure",
    "envelope",
    "shopping_cart",
    "invoice",
    "order_details",
    "grounding",
    "conventions",
    "duplicates",
    "balance",
    "leakage",
)

__all__ = ["FAMILIES"]
