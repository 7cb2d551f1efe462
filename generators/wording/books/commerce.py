"""Phrase books: commerce."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "shopping_cart": Book(group="commerce", sentences={}),
    "invoice": Book(group="commerce", sentences={}),
    "order_details": Book(group="commerce", sentences={}),
    "product_info": Book(group="commerce", sentences={}),
    "transaction_record": Book(group="commerce", sentences={}),
    "multi_party_transaction": Book(group="commerce", sentences={}),
    "ecommerce_analytics": Book(group="commerce", sentences={}),
}
