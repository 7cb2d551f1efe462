"""Domains: what is recorded in a line of business, and the fields that its records have."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from edgejson.generators.wording.word_files import read_words, word_files

Fields = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """Names and schemas of fields; ``objects`` and ``lists`` hold those of nested objects and of items.

    ``sums`` name totals of a list: ``fines_total`` is the sum of ``fines/*/amount``. ``orders`` name pairs of
    fields of which the second is not earlier than the first.
    """

    subjects: tuple[str, ...]
    fields: Fields
    objects: Mapping[str, Fields]
    lists: Mapping[str, Fields]
    sums: Mapping[str, str]
    orders: tuple[tuple[str, str], ...]


def domain_names() -> tuple[str, ...]:
    """Return the names of the domains, sorted."""
    return word_files("domains")


@cache
def domain(name: str) -> Domain:
    """Return a domain (``words/domains/NAME.toml``); KeyError for an unknown one."""
    words = read_words("domains", name)
    return Domain(
        subjects=tuple(words["subjects"]),
        fields=words["fields"],
        objects=words["objects"],
        lists=words["lists"],
        sums=words["sums"],
        orders=tuple((earlier, later) for earlier, later in words.get("orders", ())),
    )
