"""New records of several schemas, in the form of the file that they are for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from edgejson._typing import JSONObject, JSONValue, SplitName
from edgejson.core.json_text import compact
from edgejson.core.record_format import RECORD_FIELDS
from edgejson.core.record_reader import read_records
from edgejson.generators.bars import Stage, silent
from edgejson.generators.faults import Fault
from edgejson.generators.mending import MendingError
from edgejson.generators.record import GeneratedRecord
from edgejson.generators.sources import Sources
from edgejson.generators.spent import Spent
from edgejson.suite.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How records stand in a file: names and order of their fields, and further fields that all have."""

    settings: Settings
    order: tuple[str, ...] = RECORD_FIELDS
    further: Mapping[str, JSONValue]

    @classmethod
    def of_file(cls, path: Path, settings: Settings) -> "Form":
        """Return the form that most records of a file have.

        A further field (``teacher``) is given the one value that it has in the file's records of the source
        template; MendingError when there is no such value.
        """
        orders: Counter[tuple[str, ...]] = Counter()
        values: dict[str, set[str]] = {}
        kept: dict[str, JSONValue] = {}
        for record in read_records(path, settings.record_format):
            orders[tuple(record.envelope)] += 1
            if record.source in ("template", None):
                for name, value in record.envelope.items():
                    if name not in RECORD_FIELDS:
                        values.setdefault(name, set()).add(compact(value))
                        kept[name] = value
        order = orders.most_common(1)[0][0] if orders else RECORD_FIELDS
        further = [name for name in order if name not in RECORD_FIELDS]
        for name in further:
            if len(values.get(name, ())) != 1:
                raise MendingError(
                    f"{path}: records have a field {name!r} with no one value that generated records could "
                    "take; give the records of the source template one value, or take the field out"
                )
        return cls(settings=settings, order=order, further={name: kept[name] for name in further})

    def line(self, record: GeneratedRecord) -> bytes:
        """Return the record as one line of UTF-8 JSON, line feed included."""
        values: dict[str, Any] = {
            "id": record.id,
            "schema_id": record.schema_id,
            "complexity": record.complexity,
            "source": record.source,
            **self.further,
            "prompt": record.prompt,
            "expected_output": record.label,
            "meta": record.meta,
        }
        names = self.settings.fields
        ordered = [*self.order, *(name for name in values if name not in self.order)]
        envelope: JSONObject = {}
        for name in ordered:
            spelled = getattr(names, name) if name in RECORD_FIELDS else name
            if spelled is not False:
                envelope[spelled] = values[name]
        return compact(envelope).encode() + b"\n"


def fill(
    sources: Sources,
    wanted: Mapping[str, int],
    *,
    split: SplitName,
    spent: Spent,
    seeds: Callable[[str], Iterator[int]],
    styles: tuple[str, ...] | None = None,
    fault: Fault | None = None,
    show: Stage = silent,
) -> list[GeneratedRecord]:
    """Return as many new records of each schema as are `wanted`, mixed, none of which repeats what is spent.

    `seeds` gives the seeds to try for a schema; prompts have one of `styles`, by default of all that the
    split has; `fault` breaks the labels (see `generate`). Raises MendingError when a schema has not that many
    different records, and for one without a complexity where the file has a field for it.
    """
    made: list[GeneratedRecord] = []
    total = sum(wanted.values())
    for schema_id, number in wanted.items():
        if number and not sources.schemas.complexity(schema_id) and sources.settings.fields.complexity:
            raise MendingError(
                f"the schema {schema_id} states no x-complexity (simple, medium or complex): add it to "
                f"{schema_id}.schema.json, or set complexity = false in [tool.edgejson.fields]"
            )
        candidates = (
            sources.make(schema_id, seed, split, styles=styles, fault=fault) for seed in seeds(schema_id)
        )
        for done in range(number):
            record = spent.first_new(candidates)
            if record is None:
                raise MendingError(
                    f"there are no {number} different new records of {schema_id}: {done} were found"
                )
            made.append(record)
            show("making records", len(made), total)
    return sorted(made, key=lambda record: sha256(record.id.encode()).digest())
