"""Phrase books: systems."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books import systems_devices, systems_services

BOOKS: Mapping[str, Book] = {**systems_devices.BOOKS, **systems_services.BOOKS}
