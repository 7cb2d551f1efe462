"""Functional dependencies: what one field holds decides what another one holds, in the whole file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from edgejson._typing import JSONValue, Pointer
from edgejson.constraints.label_paths import Path, scoped, values_at
from edgejson.core.finding import Mismatch
from edgejson.core.json_text import compact
from edgejson.core.record import Record

if TYPE_CHECKING:
    from edgejson.suite.dataset import Dataset


class Pair(NamedTuple):
    """A value with the values, as JSON, that decide it."""

    key: str
    pointer: Pointer
    value: JSONValue


def functional_dependency(
    dataset: "Dataset", pointer: Path, *, on: Sequence[Path], schemas: Sequence[str] | None = None
) -> Iterator[Mismatch]:
    """Yield a mismatch for each value at `pointer` other than the usual one where `on` holds the same.

    The values at `on` are of the same item of a list. The usual value is the most frequent one in the file,
    the first of several. It is a rule for files: ``scope="file"``.
    """
    counts: dict[str, Counter[str]] = {}
    spellings: dict[str, JSONValue] = {}
    for record in dataset.records():
        if schemas is None or record.schema_id in schemas:
            for pair in pairs(record, pointer, on):
                spelling = compact(pair.value)
                spellings.setdefault(spelling, pair.value)
                counts.setdefault(pair.key, Counter())[spelling] += 1
    doubtful = {key: values.most_common(1)[0][0] for key, values in counts.items() if len(values) > 1}
    if not doubtful:
        return
    for record in dataset.records():
        if schemas is None or record.schema_id in schemas:
            for pair in pairs(record, pointer, on):
                usual = doubtful.get(pair.key)
                if usual is not None and compact(pair.value) != usual:
                    expected = f"{usual}, as elsewhere where {' and '.join(on)} is {pair.key}"
                    yield Mismatch(
                        line=record.line, pointer=pair.pointer, expected=expected, actual=pair.value
                    )


def pairs(record: Record, pointer: Path, on: Sequence[Path]) -> Iterator[Pair]:
    """Yield each value at `pointer` with what decides it; nothing where one of these is absent."""
    for target, *deciding in scoped(record.label, pointer, *on):
        keys = [values_at(record.label, path) for path in deciding]
        if all(len(key) == 1 for key in keys):
            spelled = ", ".join(compact(key[0][1]) for key in keys)
            yield from (Pair(spelled, place, value) for place, value in values_at(record.label, target))
