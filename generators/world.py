"""What a generator is: a small coherent world that builds labels, and the invariants they keep."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws


class BrokenInvariantError(AssertionError):
    """A generator made a label that contradicts itself: a bug in the generator, not in any data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The generator of one schema.

    ``build(draws)`` returns a label, keys in schema order, absent optionals left out. ``check(label)``
    raises `BrokenInvariantError` unless every invariant of the schema holds exactly. ``headings`` are what a
    prompt may be headed with, ``subject`` is what its closing request calls the thing.
    """

    build: Callable[[Draws], JSONObject]
    check: Callable[[Any], None]
    subject: str
    headings: tuple[str, ...]


def require(condition: bool, sentence: str) -> None:
    """Raise `BrokenInvariantError` with `sentence` unless `condition` holds (also under ``python -O``)."""
    if not condition:
        raise BrokenInvariantError(sentence)


def without_empty(fields: Mapping[str, Any]) -> JSONObject:
    """Return `fields` without the empty ones: None, an empty list, an empty object."""
    return {name: value for name, value in fields.items() if value is not None and value not in ([], {})}
