"""Phrase books: medical."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "medical_record": Book(group="medical", sentences={}),
    "medical_encounter": Book(group="medical", sentences={}),
}
