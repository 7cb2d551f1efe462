"""One phrase book a schema."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books import commerce, correspondence, medical, people, systems

BOOKS: Mapping[str, Book] = {
    **commerce.BOOKS,
    **correspondence.BOOKS,
    **medical.BOOKS,
    **people.BOOKS,
    **systems.BOOKS,
}

PLAIN = Book(group="general", sentences={})
"""The book of a schema that has none: every field is worded by its name."""

__all__ = ["BOOKS", "PLAIN"]
