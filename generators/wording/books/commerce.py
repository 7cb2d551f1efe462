"""Phrase books: commerce."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books.commerce_sales import INVOICE, ORDER_DETAILS, SHOPPING_CART

BOOKS: Mapping[str, Book] = {
    "shopping_cart": SHOPPING_CART,
    "invoice": INVOICE,
    "order_details": ORDER_DETAILS,
    "product_info": Book(group="commerce", sentences={}),
    "transaction_record": Book(group="commerce", sentences={}),
    "multi_party_transaction": Book(group="commerce", sentences={}),
    "ecommerce_analytics": Book(group="commerce", sentences={}),
}
