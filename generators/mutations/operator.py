"""A mutation operator: one named way to break a good record, and the rule that must find it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal, TypeAlias

from edgejson._typing import JSONObject, JSONValue, Pointer, SplitName
from edgejson.core.json_text import compact

MutationLevel: TypeAlias = Literal["line", "envelope", "label", "file", "split"]
"""What an operator breaks: the bytes of a line, the fields around a label, a label, a file, the splits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRecord:
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
            raise TypeError("the label of a target is an object")
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
    """The lines that take the target's place; ``description`` says what was done, for people.

    ``other_lines`` are lines that take the place of other records, by their index in the target's ``others``:
    none at all drops a record.
    """

    lines: tuple[bytes, ...]
    description: str
    other_lines: Mapping[int, tuple[bytes, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A named way to break a record.

    ``caught_by`` is the id of the rule that must find it, or one id for each schema that the operator
    breaks. ``companions`` are the ids of rules that may be triggered as well, because the same mutation is
    wrong in more than one way; a ``*`` at the end stands for any ending. ``apply`` returns None for a target
    that has nothing to break in this way. What ``breaks_whole_file`` is tried once, not in every schema.
    """

    name: str
    breaks: MutationLevel
    caught_by: str | Mapping[str, str]
    apply: Callable[[TargetRecord], Mutant | None]
    companions: frozenset[str] = field(default_factory=frozenset)
    breaks_whole_file: bool = False

    @property
    def schemas(self) -> frozenset[str] | None:
        """The schemas whose records it breaks, None for all."""
        return None if isinstance(self.caught_by, str) else frozenset(self.caught_by)

    def expected_rule(self, schema_id: str) -> str:
        """Return the id of the rule that must find the mutation in a record of `schema_id`."""
        return self.caught_by if isinstance(self.caught_by, str) else self.caught_by[schema_id]

    def is_companion(self, rule: str) -> bool:
        """Whether `rule` is one of the companions."""
        return any(
            rule == name or (name.endswith("*") and rule.startswith(name[:-1])) for name in self.companions
        )


def copy_record(record: JSONObject) -> JSONObject:
    """Return a copy of a record that shares no object or list with it."""
    return {name: _copied(value) for name, value in record.items()}


def _copied(value: JSONValue) -> JSONValue:
    if isinstance(value, dict):
        return copy_record(value)
    return [_copied(item) for item in value] if isinstance(value, list) else value


def encode_line(record: JSONObject) -> bytes:
    """Return the line of a record, without its line feed."""
    return compact(record).encode()


def mutant(target: TargetRecord, description: str) -> Mutant:
    """Return the mutant whose line is the target's changed record."""
    return Mutant(lines=(encode_line(target.record),), description=description)


def value_mutant(target: TargetRecord, pointer: Pointer, before: JSONValue, after: JSONValue) -> Mutant:
    """Return the mutant in which the value at `pointer` went from `before` to `after`."""
    return mutant(target, f"{pointer}: {compact(before)} -> {compact(after)}")
