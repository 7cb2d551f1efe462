"""Constraints that rules are written with: sums, orders, references, vocabularies, by pointers into a label.

Those that the package itself exports are for anybody's rules, and for ``[[tool.edgejson.rules]]``.
"""

from edgejson.constraints.dependencies import functional_dependency
from edgejson.constraints.equations import product, sum, sum_of_products  # noqa: A004 - the settings' name
from edgejson.constraints.memberships import currency_units, one_of, refers_to, unique
from edgejson.constraints.orders import ordered, within

__all__ = [
    "currency_units",
    "functional_dependency",
    "one_of",
    "ordered",
    "product",
    "refers_to",
    "sum",
    "sum_of_products",
    "unique",
    "within",
]
