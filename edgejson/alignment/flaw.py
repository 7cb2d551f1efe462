"""A flaw: one leaf (or whole list item) of a label that is not as its prompt states it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from edgejson._typing import JSONValue, Pointer

Truth: TypeAlias = Literal[
    "invented", "dropped", "sign", "number", "date", "choice", "copy", "words", "text", "space", "case",
    "place", "repeated", "order", "ambiguous", "empty", "apart",
]  # fmt: skip
"""What is not true: the value is *invented*, or was *dropped*; its *sign*, *number*, *date* or *choice*
(enum value, boolean) differs; the *copy* has a wrong character, lost *words*, is another *text*, or differs
in white *space* or letter *case*; it stands in the wrong *place*; an item is *repeated* or out of *order*;
a list is *ambiguous*, an item *empty*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What is wrong at ``pointer`` (into the record). ``expected`` is what the prompt states there."""

    truth: Truth
    pointer: Pointer
    expected: JSONValue
    actual: JSONValue
    message: str | None = None


TRACE = "a value that the prompt states"
"""What is expected where a value has no trace in the prompt."""
