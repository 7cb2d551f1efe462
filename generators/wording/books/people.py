"""Phrase books: people."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "contact_info": Book(group="people", sentences={}),
    "user_profile": Book(group="people", sentences={}),
    "location": Book(group="people", sentences={}),
    "event_registration": Book(group="people", sentences={}),
    "nested_organization": Book(group="people", sentences={}),
}
