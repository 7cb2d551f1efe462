"""A phrase book: how people word the fields of one schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The wording of one schema. Keys are paths without list positions; ``""`` is the label itself.

    ``sentences`` of an object are templates such as ``"{customer_name} ordered on {order_date}."``; each
    names the fields that it states (those of nested objects by dotted name), and is used when all of them
    are there. Those of the label end in a full stop; those of a list's items are clauses, which the styles
    join. ``slips`` word a list's item on one line of a printed slip. ``leads`` announce a list of
    objects, ``nouns`` name one item of it, ``questions`` ask for a field on the telephone. What no template
    states is worded by the field's name.
    """

    group: str
    sentences: Mapping[str, tuple[str, ...]]
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slips: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the facts of a prompt in one style: the words before and after them.

    ``{subject}`` is what the thing is called. Nothing here may state, or seem to state, a field's value.
    """

    before: str
    after: str
