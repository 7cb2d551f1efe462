"""A mutation operator: one named way to break a good record, and which rule must notice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal, TypeAlias

from edgejson._typing import JSONObject, JSONValue, Pointer, SplitName
from edgejson.core.json_text import compact

Breach: TypeAlias = Literal["line", "envelope", "label", "file", "split"]
"""What an operator breaks: the bytes of a line, the fields around a label, a label, a file, the splits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """A good record that is about to be broken.

    ``record`` is its own deep copy of the decoded line, ``schema`` the JSON Schema of its label. ``others``
    are the other records of the file, of which the first ``row`` stand before it, and ``peers`` those of
    the other declared splits; neither must be changed. ``split`` is the file's own split, None where none
    is declared.
    """

    record: JSONObject
    row: int
    schema: Mapping[str, Any]
    others: Sequence[JSONObject]
    peers: Mapping[SplitName, Sequence[JSONObject]]
    split: SplitName | None
    random: Random

    @property
    def label(self) -> JSONObject:
        """The record's label."""
        label = self.record["expected_output"]
        if not isinstance(label, dict):
            raise TypeError("a victim's label is an object")
        return label

    @property
    def prompt(self) -> str:
        """The record's prompt."""
        return str(self.record["prompt"])

    @property
    def schema_id(self) -> str:
        """The record's schema."""
        return str(self.record["schema_id"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """The lines that take the victim's place; ``what`` says what was done, for people.

    ``elsewhere`` are lines that take the place of other records, by their index in the victim's ``others``:
    none at all drops a record.
    """

    lines: tuple[bytes, ...]
    what: str
    elsewhere: Mapping[int, tuple[bytes, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A named way to break a record.

    ``caught_by`` is the id of the rule that must find it, or one id for each schema that the operator
    breaks. ``companions`` are the ids of rules that may speak as well, because the same mutation is
    wrong in more than one way; a ``*`` at the end stands for any ending. ``apply`` returns None for a
    victim that has nothing to break in this way. What breaks the file as a ``whole`` is tried once, not in
    every schema.
    """

    name: str
    breaks: Breach
    caught_by: str | Mapping[str, str]
    apply: Callable[[Victim], Mutant | None]
    companions: frozenset[str] = field(default_factory=frozenset)
    whole: bool = False

    @property
    def schemas(self) -> frozenset[str] | None:
        """The schemas whose records it breaks, None for all."""
        return None if isinstance(self.caught_by, str) else frozenset(self.caught_by)

    def catcher(self, schema_id: str) -> str:
        """Return the id of the rule that must find the mutation in a record of `schema_id`."""
        return self.caught_by if isinstance(self.caught_by, str) else self.caught_by[schema_id]

    def allows(self, rule: str) -> bool:
        """Whether `rule` is one of the companions."""
        return any(
            rule == name or (name.endswith("*") and rule.startswith(name[:-1])) for name in self.companions
        )


def copied(record: JSONObject) -> JSONObject:
    """Return a copy of a record that shares no object or list with it."""
    return {name: _copied(value) for name, value in record.items()}


def _copied(value: JSONValue) -> JSONValue:
    if isinstance(value, dict):
        return copied(value)
    return [_copied(item) for item in value] if isinstance(value, list) else value


def encoded(record: JSONObject) -> bytes:
    """Return the line of a record, without its line feed."""
    return compact(record).encode()


def rewritten(victim: Victim, what: str) -> Mutant:
    """Return the mutant whose line is the victim's changed record."""
    return Mutant(lines=(encoded(victim.record),), what=what)


def changed(victim: Victim, pointer: Pointer, before: JSONValue, after: JSONValue) -> Mutant:
    """Return the mutant in which the value at `pointer` went from `before` to `after`."""
    return rewritten(victim, f"{pointer}: {compact(before)} -> {compact(after)}")
