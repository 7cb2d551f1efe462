"""Phrase books: systems."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "log_entry": Book(group="systems", sentences={}),
    "api_response": Book(group="systems", sentences={}),
    "sensor_reading": Book(group="systems", sentences={}),
    "simple_config": Book(group="systems", sentences={}),
    "iot_device_network": Book(group="systems", sentences={}),
    "tag_list": Book(group="systems", sentences={}),
}
