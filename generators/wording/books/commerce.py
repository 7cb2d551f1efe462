"""Phrase books: commerce."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books.commerce_analytics import ECOMMERCE_ANALYTICS
from edgejson.generators.wording.books.commerce_finance import (
    MULTI_PARTY_TRANSACTION,
    PRODUCT_INFO,
    TRANSACTION_RECORD,
)
from edgejson.generators.wording.books.commerce_sales import INVOICE, ORDER_DETAILS, SHOPPING_CART

BOOKS: Mapping[str, Book] = {
    "shopping_cart": SHOPPING_CART,
    "invoice": INVOICE,
    "order_details": ORDER_DETAILS,
    "product_info": PRODUCT_INFO,
    "transaction_record": TRANSACTION_RECORD,
    "multi_party_transaction": MULTI_PARTY_TRANSACTION,
    "ecommerce_analytics": ECOMMERCE_ANALYTICS,
}
