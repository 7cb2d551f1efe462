"""A record: one prompt with the JSON label that a model should answer with."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from edgejson._typing import JSONObject, Label, Pointer

Role: TypeAlias = Literal["system", "user", "assistant", "tool"]

Places: TypeAlias = tuple[tuple[Pointer, Pointer], ...]
"""Pointers into a record, each with the pointer to the same value in its row; longest first."""


class Turn(NamedTuple):
    """One message of a conversation."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One prompt with its label, as a row of a data file holds it.

    ``line`` is the number of the row, from 1, and ``nth`` that of the record in its row; ``offset`` is the
    byte at which the row starts, where rows are lines. ``label`` is the row's ``expected_output``; its
    non-integer numbers are exact decimals. ``envelope`` holds all fields under their canonical names.

    ``own_schema`` is the JSON Schema that the row itself brings for the label; it takes the place of the
    registry's. ``turns`` are the messages of the prompt where it is a conversation. A label that ``is_call``
    is a function's name and arguments, or a list of such. ``places`` is empty where the fields stand in the
    row under their canonical names.
    """

    line: int
    offset: int
    id: str
    schema_id: str
    prompt: str
    label: Label
    envelope: JSONObject
    complexity: str | None = None
    source: str | None = None
    nth: int = 1
    own_schema: JSONObject | None = None
    turns: tuple[Turn, ...] = ()
    is_call: bool = False
    places: Places = ()


def place_in_row(pointer: Pointer, places: Places) -> Pointer:
    """Return where in its row the value stands that `pointer` names in a record."""
    for canonical, in_row in places:
        if pointer == canonical or pointer.startswith(f"{canonical}/"):
            return in_row + pointer[len(canonical) :]
    return pointer
