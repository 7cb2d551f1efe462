"""Shapes of labels: where no field names a schema, labels with nearly the same fields have the same shape."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edgejson.core.record import Record

_MOST_SETS = 5000
_ALIKE = 0.5


@dataclass(slots=True)
class _Shape:
    """Sets of field names, with how many labels have them."""

    sets: Counter[frozenset[str]]

    def likeness(self, names: frozenset[str]) -> float:
        """Return the weighted Jaccard index of the names and the shares of labels that have each field."""
        count = sum(self.sets.values())
        shares: Counter[str] = Counter()
        for one, times in self.sets.items():
            for name in one:
                shares[name] += times
        common = sum(shares[name] for name in names) / count
        return common / (len(names) + sum(shares.values()) / count - common) if names else float(not shares)

    def required(self) -> list[str]:
        """Return the fields that all labels have, sorted."""
        return sorted(frozenset.intersection(*self.sets)) if self.sets else []


def shape_names(rows: Iterable[Record], default: str) -> Mapping[frozenset[str], str]:
    """Return the name of a shape for each set of top-level field names that labels have.

    A shape is named after a field that all its labels have, and few others; the only one is named `default`.
    Labels with a set of names that only the end of a very diverse file has are of no shape.
    """
    sets: Counter[frozenset[str]] = Counter()
    for row in rows:
        names = frozenset(row.label if isinstance(row.label, dict) else ())
        if names in sets or len(sets) < _MOST_SETS:
            sets[names] += 1
    shapes: list[_Shape] = []
    for names, times in sorted(sets.items(), key=lambda item: (-item[1], sorted(item[0]))):
        best = max(shapes, key=lambda shape: shape.likeness(names), default=None)
        if best is None or best.likeness(names) < _ALIKE:
            shapes.append(_Shape(Counter({names: times})))
        else:
            best.sets[names] = times
    if len(shapes) == 1:
        return dict.fromkeys(sets, default)
    having = Counter(name for shape in shapes for name in frozenset().union(*shape.sets))
    found: dict[frozenset[str], str] = {}
    taken: set[str] = set()
    for number, shape in enumerate(shapes, 1):
        free = [name for name in shape.required() if name.isidentifier() and name not in taken]
        name = min(free, key=lambda name: (having[name], name), default=f"shape_{number}")
        taken.add(name)
        found |= dict.fromkeys(shape.sets, name)
    return found
