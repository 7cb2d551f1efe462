"""`[tool.edgejson.fields]`: where the fields of a record stand in the rows of a file."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import PlainValidator

from edgejson._typing import Pointer
from edgejson.core.pointers import join
from edgejson.suite.waivers import SettingsTable


def _place(value: object) -> object:
    if not isinstance(value, str) or not value:
        raise ValueError("expected a string")
    return value


def _place_or_false(value: object) -> object:
    if value is False or (isinstance(value, str) and value):
        return value
    raise ValueError("expected a string, or false")


def _places(value: object) -> object:
    if isinstance(value, list | tuple) and value and all(isinstance(one, str) and one for one in value):
        return tuple(value)
    if isinstance(value, str) and value:
        return value
    raise ValueError("expected a string, or a list of strings")


Place = Annotated[str, PlainValidator(_place)]
PlaceOrFalse = Annotated[str | Literal[False], PlainValidator(_place_or_false)]
Places = Annotated[str | tuple[str, ...], PlainValidator(_places)]


class FieldNames(SettingsTable):
    """Where each field stands in a row: its name, or a JSON Pointer; False for one that rows do not have."""

    id: PlaceOrFalse = "id"
    schema_id: PlaceOrFalse = "schema_id"
    complexity: PlaceOrFalse = "complexity"
    source: PlaceOrFalse = "source"
    prompt: Places = "prompt"
    expected_output: Place = "expected_output"
    meta: Place = "meta"
    tools: Place | None = None

    @property
    def has_pointers(self) -> bool:
        """Whether prompt or label are pointed to, and not just named."""
        return any(one.startswith("/") for one in (*_several(self.prompt), self.expected_output)) or (
            not isinstance(self.prompt, str)
        )

    @property
    def renames_content(self) -> bool:
        """Whether prompt or label have other names than ours."""
        return (self.prompt, self.expected_output) != ("prompt", "expected_output")

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of a field's name in the file and our name for it; none where all are ours."""
        named = tuple((name, field) for field, name in self if isinstance(name, str) and name[:1] != "/")
        return () if self == FieldNames() else named

    def pointers(self) -> Iterator[tuple[str, tuple[Pointer, ...]]]:
        """Yield the fields for which the settings say where they stand, with the pointers of their parts."""
        chosen = self.model_fields_set | ({"prompt", "expected_output"} if self.has_pointers else set())
        for field, places in self:
            if field in chosen and places:
                yield field, tuple(one if one[0] == "/" else join(one) for one in _several(places))

    def absent(self) -> frozenset[str]:
        """Return the fields that records need not have."""
        return frozenset(field for field, name in self if name is False)


def _several(places: str | tuple[str, ...]) -> tuple[str, ...]:
    return (places,) if isinstance(places, str) else places
