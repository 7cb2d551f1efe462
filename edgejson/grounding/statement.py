"""What a prompt states under the names of fields, as a tree in the shape of the label."""

from dataclasses import dataclass, field
from typing import TypeAlias

from edgejson._typing import JSONValue


@dataclass(slots=True, kw_only=True)
class Quote:
    """The text that is stated as one value; ``line`` is the number of its first line.

    ``first`` is its first line; ``may_end`` says that a value of several words may end there as well,
    because what follows reads like a sentence of its own or like the end of the prompt. ``is_stopped`` says
    that it ends in a full stop, comma or semicolon, as most statements of its prompt do. ``is_said``
    says that it stands in a sentence, ``ends`` are the shorter texts that the value may be then.
    """

    text: str
    line: int
    first: str
    may_end: bool = False
    is_stopped: bool = False
    is_said: bool = False
    ends: tuple[str, ...] = ()

    def readings(self, value: JSONValue) -> list[str]:
        """Return the texts that may be stated for `value`, the whole text first.

        A value without blanks may always end with the first line.
        """
        texts = [self.text]
        if self.first != self.text and (self.may_end or not (isinstance(value, str) and " " in value)):
            texts.append(self.first)
        texts += [text[:-1] for text in texts] if self.is_stopped else []
        return [*texts, *self.ends]


@dataclass(slots=True, kw_only=True)
class Group:
    """What is stated of one object: by key, once or more often, and the lines that name no field."""

    parts: "dict[str, list[Statement]]" = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    def put(self, path: tuple[str, ...], statement: "Statement") -> None:
        """Add what is stated of the property at `path`."""
        *above, last = path
        group = self
        for key in above:
            inner = group.parts.setdefault(key, [])
            first = inner[0] if inner else None
            if not isinstance(first, Group):
                first = Group()
                inner.insert(0, first)
            group = first
        group.parts.setdefault(last, []).append(statement)

    def add(self, other: "Group") -> None:
        """Add what is stated in `other`."""
        self.loose += other.loose
        for key, statements in other.parts.items():
            self.parts.setdefault(key, []).extend(statements)


@dataclass(slots=True, kw_only=True)
class Series:
    """The items of a list, told apart by marks, blank lines or rows."""

    items: "list[Statement]"


@dataclass(slots=True, kw_only=True)
class Flat:
    """The fields of the items of a list, one after the other, with nothing between the items."""

    entries: "list[tuple[str, Statement]]"


Statement: TypeAlias = Quote | Group | Series | Flat


def describe(statement: Statement) -> str:
    """Return what a statement says, in one line; nothing for an empty header."""
    if isinstance(statement, Quote):
        return statement.text
    if isinstance(statement, Series):
        return "; ".join(filter(None, map(describe, statement.items)))
    parts = (
        statement.entries
        if isinstance(statement, Flat)
        else [(key, one) for key, several in statement.parts.items() for one in several]
    )
    told = [f"{key}: {text}" for key, one in parts if (text := describe(one))]
    loose = statement.loose if isinstance(statement, Group) else []
    return ", ".join([*loose, *told])
