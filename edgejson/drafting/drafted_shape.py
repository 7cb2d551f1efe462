"""What was drafted for the labels of one shape, each rule with the records that support it."""

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from edgejson.constraints.dependencies import pairs
from edgejson.constraints.label_paths import Path
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.drafting.draft import Draft
from edgejson.drafting.drafting import FEWEST, allowed_exceptions, rule_drafts
from edgejson.drafting.label_profile import Place, folded
from edgejson.drafting.labelled_rows import LabelledRows, labelled_rows
from edgejson.drafting.shapes import shape_names

SAMPLE = 400
"""Records of a shape that rules are looked for in; what is found is counted in all records."""

_MOST_SHAPES = 500
_MOST_KEYS = 20_000
_MONEY = ("total", "subtotal", "price", "tax", "cost", "fee", "amount", "shipping", "discount", "balance")


@dataclass(slots=True)
class DraftedShape:
    """The labels of one shape, their schema's profile, and the rules that hold in nearly all of them."""

    name: str
    labels: Place = field(default_factory=Place)
    sample: list[tuple[int, int, Record]] = field(default_factory=list)
    rules: list["SupportedDraft"] = field(default_factory=list)

    def add(self, record: Record) -> None:
        """Take note of a record; a part of the records, chosen by their content, is kept as the sample."""
        self.labels.add(record.label, folded(record.prompt))
        digest = hashlib.sha256((record.prompt + compact(record.label)).encode("utf-8", "replace"))
        entry = (-int.from_bytes(digest.digest()[:8]), -record.line, record)
        if len(self.sample) < SAMPLE:
            heapq.heappush(self.sample, entry)
        elif entry[:2] > self.sample[0][:2]:
            heapq.heapreplace(self.sample, entry)

    def unrelated_money(self) -> list[Path]:
        """Return the amounts of money that stand beside each other in the label, where no sum holds."""
        money = [
            path
            for path, place in self.labels.walk()
            if place.low is not None and path.rpartition("/")[2].lower().endswith(_MONEY)
        ]
        found = [
            path
            for path in money
            if any(_is_beside(path, other) or _is_beside(other, path) for other in money if other != path)
        ]
        told = {
            path for rule in self.rules if rule.draft.kind == "arithmetic" for path in rule.draft.required
        }
        wholes = [path for path in found if "*" not in path]
        return found if wholes and not told.intersection(wholes) else []


def _is_beside(one: Path, other: Path) -> bool:
    """Whether two numbers are of the same object, or the other is in a list of it."""
    above, place = one.rpartition("/")[0], other.rpartition("/")[0]
    return "*" not in one and (place == above or ("*" in place and place.startswith(f"{above}/")))


@dataclass(slots=True)
class SupportedDraft:
    """A draft with the records in which there is something to judge, and those in which it holds."""

    draft: Draft
    count: int = 0
    held: int = 0
    values: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Judge a record; of a dependency, take note of its values."""
        if not self.draft.applies(record):
            return
        self.count += 1
        if self.draft.constraint == "functional_dependency":
            on = self.draft.arguments["on"]
            assert isinstance(on, list)
            for pair in pairs(record, self.draft.shuffled, on):
                if pair.key in self.values or len(self.values) < _MOST_KEYS:
                    self.values.setdefault(pair.key, Counter())[compact(pair.value)] += 1
        else:
            self.held += self.draft.holds(record)

    @property
    def support(self) -> int:
        """The number of records in which it holds."""
        if self.draft.constraint != "functional_dependency":
            return self.held
        exceptions = sum(values.total() - max(values.values()) for values in self.values.values())
        return max(0, self.count - exceptions)

    @property
    def is_supported(self) -> bool:
        """Whether it holds in nearly all records of the whole file."""
        return self.count >= FEWEST and self.support >= (1 - allowed_exceptions(self.draft)) * self.count


@dataclass(frozen=True, slots=True)
class DraftedFile:
    """A data file with its shapes, the most frequent first."""

    rows: LabelledRows
    shapes: Sequence[DraftedShape]


def drafted_file(path: FilePath) -> DraftedFile:
    """Read a file (three times) and return the schemas and rules that its labels support."""
    rows = labelled_rows(path)
    shapes: dict[str, DraftedShape] = {}
    for name, record in _named(rows):
        if name in shapes or len(shapes) < _MOST_SHAPES:
            shapes.setdefault(name, DraftedShape(name)).add(record)
    drafts = {
        name: [SupportedDraft(draft) for draft in rule_drafts(_in_order(shape))]
        for name, shape in shapes.items()
    }
    for name, record in _named(rows):
        for draft in drafts.get(name, ()):
            draft.add(record)
    for name, shape in shapes.items():
        shape.rules = [draft for draft in drafts[name] if draft.is_supported]
    return DraftedFile(rows, sorted(shapes.values(), key=lambda shape: (-shape.labels.count, shape.name)))


def _in_order(shape: DraftedShape) -> list[Record]:
    return [record for *_, record in sorted(shape.sample, key=lambda entry: -entry[1])]


def _named(rows: LabelledRows) -> Iterator[tuple[str, Record]]:
    """Yield each record with the name of its schema, or of its shape where no field names a schema."""
    if rows.fields.schema_id is not None:
        yield from ((record.schema_id, record) for record in rows if _is_file_name(record.schema_id))
        return
    default = rows.path.stem.split(".")[0]
    names = shape_names(rows, default)
    for record in rows:
        if isinstance(record.label, dict):
            yield names.get(frozenset(record.label), default), record


def _is_file_name(name: str) -> bool:
    """Whether a schema's file can be named after it: an id from the data must not lead elsewhere."""
    return bool(name) and name[0] != "." and all(c.isalnum() or c in "._- " for c in name) and len(name) < 100
