"""What a comparison of a label with its prompt finds: leaves that differ, statements that have no leaf."""

from dataclasses import dataclass

from edgejson._typing import JSONValue, Pointer
from edgejson.core.pointers import split
from edgejson.grounding.flaw import Truth
from edgejson.grounding.passage import Passage
from edgejson.grounding.shape import Shape


@dataclass(slots=True, kw_only=True)
class Leaf:
    """A scalar (or empty container) of the label that is not as stated under its name.

    ``stated`` is what the prompt says there (``readings``, if it can be read in several ways), None where it
    does not name the field; then ``around`` is the text in which the value may stand without a name.
    """

    pointer: Pointer
    value: JSONValue
    shape: Shape
    stated: str | None
    truth: Truth
    readings: tuple[str, ...] = ()
    around: tuple[Passage, ...] = ()

    @property
    def name(self) -> str:
        """The name of the field that the leaf is the value of, or that of the list that it is an item of."""
        return self.shape.name or next(
            (key for key in reversed(split(self.pointer)) if not key.isdigit()), ""
        )


@dataclass(slots=True, kw_only=True)
class Dropped:
    """A field or item that is stated but not in the label. ``text`` is what is stated of it."""

    pointer: Pointer
    text: str
