"""Shapes of labels: where no field names a schema, labels with nearly the same fields have the same shape."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edgejson.core.record import Record

_MOST_SETS = 1000
_MOST_SHAPES = 100
_ALIKE = 0.5
_ALIKE_WITHIN = 0.3


@dataclass(slots=True)
class _Shape:
    """Sets of field names, with how many labels have them."""

    sets: Counter[frozenset[str]]

    def shares(self) -> dict[str, float]:
        """Return the share of labels that have each field."""
        found: Counter[str] = Counter()
        for one, times in self.sets.items():
            found.update(dict.fromkeys(one, times))
        return {name: times / self.sets.total() for name, times in found.items()}

    def likeness(self, other: "_Shape") -> float:
        """Return the weighted Jaccard index (Ruzicka) of the shares of labels that have each field."""
        first, second = self.shares(), other.shares()
        names = first.keys() | second.keys()
        both = sum(min(first.get(name, 0), second.get(name, 0)) for name in names)
        either = sum(max(first.get(name, 0), second.get(name, 0)) for name in names)
        return both / either if either else 1.0

    def required(self) -> list[str]:
        """Return the fields that all labels have, sorted."""
        return sorted(frozenset.intersection(*self.sets)) if self.sets else []


def shape_names(rows: Iterable[Record], default: str) -> Mapping[frozenset[str], str]:
    """Return the name of a shape for each set of top-level field names that labels have.

    A shape is named after a field that all its labels have, and few others; the only one is named `default`.
    A set of names that is not returned is of the shape `default`: labels of more than 100 shapes, whose names
    are values rather, and what only the end of a very diverse file has.
    """
    sets: Counter[frozenset[str]] = Counter()
    for row in rows:
        names = frozenset(row.label if isinstance(row.label, dict) else ())
        if names in sets or len(sets) < _MOST_SETS:
            sets[names] += 1
    shapes: list[_Shape] = []
    for names, times in sorted(sets.items(), key=lambda item: (-item[1], sorted(item[0]))):
        one = _Shape(Counter({names: times}))
        best = max(shapes, key=one.likeness, default=None)
        if best is None or one.likeness(best) < _ALIKE:
            shapes.append(one)
        else:
            best.sets[names] = times
        if len(shapes) > _MOST_SHAPES:
            return {}
    shapes = _joined(shapes)
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


def _joined(shapes: list[_Shape]) -> list[_Shape]:
    """Return the shapes, the rarer joined to a more frequent one that has all their fields, and often."""
    kept: list[_Shape] = []
    for one in sorted(shapes, key=lambda shape: -shape.sets.total()):
        wider = [other for other in kept if one.shares().keys() <= other.shares().keys()]
        best = max(wider, key=one.likeness, default=None)
        if best is not None and one.likeness(best) >= _ALIKE_WITHIN:
            best.sets.update(one.sets)
        else:
            kept.append(one)
    return kept
