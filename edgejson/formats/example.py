"""An example: what one prompt and its label are in a row, before they are a record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from edgejson._typing import JSONObject, Pointer
from edgejson.core.decoding import Fault
from edgejson.core.record import Places, Turn
from edgejson.core.record_format import RecordFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One prompt and its label in a row.

    ``fields`` are the record's fields under their canonical names, without those that the row does not have.
    ``faults`` are what is wrong with the label, or with the row where it has none. ``places``,
    ``own_schema``, ``turns`` and ``is_call`` are those of `Record`; ``alias`` says that the schema's id has
    its old name.
    """

    fields: JSONObject
    faults: tuple[Fault, ...] = ()
    places: Places = ()
    own_schema: JSONObject | None = None
    turns: tuple[Turn, ...] = ()
    is_call: bool = False
    alias: bool = False


ExamplesOfRow: TypeAlias = Callable[[JSONObject, RecordFormat], Iterator[Example]]
"""What a format is: it yields the examples of a decoded row, none for one without a label."""


def places(*, prompt: Pointer, label: Pointer) -> Places:
    """Return the places of a record whose prompt and label stand at these pointers of the row."""
    return (("/expected_output", label), ("/prompt", prompt))
