"""The profile of labels: for each place in them its values, in memory that does not grow."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from edgejson._typing import JSONValue
from edgejson.core.decoding import type_name
from edgejson.core.json_text import compact
from edgejson.suite.schema_registry import compiled

FORMATS = ("date", "date-time", "email")
_MOST_DISTINCT = 60
_MOST_NAMES = 200
_LONGEST_CHOICE = 60


@dataclass(slots=True)
class Place:
    """What stands at one place: in a field, or as the items of a list."""

    count: int = 0
    types: Counter[str] = field(default_factory=Counter)
    fields: dict[str, "Place"] = field(default_factory=dict)
    unnamed: int = 0
    """Fields that are not followed, because there are too many names."""
    items: "Place | None" = None
    empty_lists: int = 0
    choices: Counter[str] | None = field(default_factory=Counter)
    """How often each text is there; None where they are too many, or too long, to be choices."""
    formats: Counter[str] = field(default_factory=Counter)
    low: Decimal | int | None = None
    high: Decimal | int | None = None
    lows: int = 0
    highs: int = 0
    stated: int = 0
    askable: int = 0
    """Of how many values it can be asked whether the prompt states them, and of how many it does."""

    def add(self, value: JSONValue, prompt: str) -> None:
        """Take note of a value; `prompt` is in lower case, blanks for underscores."""
        self.count += 1
        self.types[type_name(value)] += 1
        match value:
            case dict():
                for name, one in value.items():
                    if name in self.fields or len(self.fields) < _MOST_NAMES:
                        self.fields.setdefault(name, Place()).add(one, prompt)
                    else:
                        self.unnamed += 1
            case list():
                self.items = self.items or Place()
                self.empty_lists += not value
                for one in value:
                    self.items.add(one, prompt)
            case str():
                self._add_text(value, prompt)
            case bool() | None:
                pass
            case int() | Decimal():
                self._add_number(value, prompt)

    def _add_text(self, value: str, prompt: str) -> None:
        if self.choices is not None:
            self.choices[value] += 1
            if len(self.choices) > _MOST_DISTINCT or len(value) > _LONGEST_CHOICE:
                self.choices = None
        kinds = [name for name in FORMATS if _validator(name).is_valid(value)]
        self.formats.update(kinds)
        if value.strip() and not kinds:
            self.askable += 1
            self.stated += folded(value) in prompt

    def _add_number(self, value: Decimal | int, prompt: str) -> None:
        if self.low is None or value < self.low:
            self.low, self.lows = value, 0
        if self.high is None or value > self.high:
            self.high, self.highs = value, 0
        self.lows += value == self.low
        self.highs += value == self.high
        self.askable += 1
        self.stated += compact(value).lstrip("-").partition(".")[0] in prompt.replace(",", "")

    def walk(self, path: str = "") -> Iterator[tuple[str, "Place"]]:
        """Yield every place with its path."""
        yield path, self
        for name, place in self.fields.items():
            yield from place.walk(f"{path}/{name.replace('~', '~0').replace('/', '~1')}")
        if self.items is not None:
            yield from self.items.walk(f"{path}/*")


def folded(text: str) -> str:
    """Return `text` in lower case, blanks for underscores."""
    return text.lower().replace("_", " ")


@cache
def _validator(name: str) -> Any:
    return compiled({"type": "string", "format": name})
