"""A mention: a place in a prompt that states a value, with every reading that it allows."""

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

MentionKind: TypeAlias = Literal["number", "moment", "email", "phone", "truth", "choice", "text"]


@dataclass(slots=True, eq=False)
class Mention:
    """What stands at ``start`` to ``end``: ``readings`` are the values that it can mean.

    ``unit`` is the word or sign behind (or before) a number. ``leaves`` are the leaves that it is bound to.
    """

    kind: MentionKind
    start: int
    end: int
    readings: frozenset[Any]
    unit: str = ""
    scores: dict[int, int] | None = None
    leaves: list[Any] = field(default_factory=list)
    place: int | None = None
