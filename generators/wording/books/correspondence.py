"""Phrase books: correspondence."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "email_metadata": Book(group="correspondence", sentences={}),
    "meeting_notes": Book(group="correspondence", sentences={}),
    "support_ticket": Book(group="correspondence", sentences={}),
    "notification": Book(group="correspondence", sentences={}),
    "rating": Book(group="correspondence", sentences={}),
}
