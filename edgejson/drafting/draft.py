"""A draft of a rule: a constraint with its arguments, and in how many records it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from edgejson import constraints
from edgejson._typing import Kind
from edgejson.constraints.label_paths import Path, values_at
from edgejson.core.pointers import split
from edgejson.core.record import Record

_CHANCE = 8.0
"""Natural logarithm by which what holds must be likelier than by chance, beside that of what was tried."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule for labels of one shape.

    ``shuffled`` is the path at which values of other records are put to see what holds by chance, and
    ``required`` are those without which there is nothing to judge. Of rules that say the same, the one with
    less ``terms`` is kept.
    """

    constraint: str
    kind: Kind
    arguments: Mapping[str, object]
    required: Sequence[Path]
    name: str
    sentence: str
    terms: int = 1

    @property
    def shuffled(self) -> Path:
        """The path at which values are shuffled."""
        return self.required[0]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the label that it is about."""
        paths = [*self.required, *_paths(self.arguments)]
        return tuple(dict.fromkeys(split(path)[0] for path in paths))

    def applies(self, record: Record) -> bool:
        """Whether the record has what the rule is about."""
        return all(values_at(record.label, path) for path in self.required)

    def holds(self, record: Record) -> bool:
        """Whether the constraint finds nothing in the record."""
        return not any(getattr(constraints, self.constraint)(record, **self.arguments))


def _paths(arguments: Mapping[str, object]) -> list[Path]:
    values = [one for value in arguments.values() for one in (value if isinstance(value, list) else [value])]
    return [one for one in values if isinstance(one, str) and one.startswith("/")]


def is_surprising(held: float, count: int, by_chance: float, tried: int) -> bool:
    """Whether a share `held` of `count` cases cannot be chance, which has the share `by_chance`.

    The log-likelihood ratio of the two shares must outweigh how many rules were tried (Bonferroni).
    """
    if count == 0 or held <= by_chance:
        return False
    other = min(max(by_chance, 0.5 / (count + 1)), 1 - 1e-9)
    ratio = held * log(held / other) + ((1 - held) * log((1 - held) / (1 - other)) if held < 1 else 0)
    return count * ratio > log(max(tried, 1)) + _CHANCE


def words(*paths: Path) -> list[str]:
    """Return a name for each path: its last names, as many as tell it from the others."""
    split_paths = [[name for name in split(path) if name != "*"] for path in paths]
    found = []
    for names in split_paths:
        depth = 1
        while depth < len(names) and sum(other[-depth:] == names[-depth:] for other in split_paths) > 1:
            depth += 1
        found.append("_".join(names[-depth:]))
    return found


def identifier(text: str) -> str:
    """Return `text` as a Python name in lower case."""
    name = "_".join("".join(c if c.isalnum() and c.isascii() else " " for c in text.lower()).split())
    return name if name and not name[0].isdecimal() else f"x_{name}"
