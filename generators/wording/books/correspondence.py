"""Phrase books: correspondence."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books import correspondence_meetings, correspondence_service

BOOKS: Mapping[str, Book] = {**correspondence_meetings.BOOKS, **correspondence_service.BOOKS}
