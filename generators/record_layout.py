"""How records stand in a file: the names and the order of their fields."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from edgejson._typing import JSONObject, JSONValue
from edgejson.core.json_text import compact
from edgejson.core.record_format import RECORD_FIELDS
from edgejson.formats.reader import read_records
from edgejson.generators.errors import GenerationError
from edgejson.generators.record import GeneratedRecord
from edgejson.suite.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLayout:
    """Names (by the settings) and order of the fields, and extra fields that have one value everywhere."""

    settings: Settings
    order: tuple[str, ...] = RECORD_FIELDS
    extra_fields: Mapping[str, JSONValue] = field(default_factory=dict)

    @classmethod
    def of_file(cls, path: Path, settings: Settings) -> "RecordLayout":
        """Return the layout that most records of a file have.

        An extra field (``teacher``) is given the one value that it has in the file's records of the source
        template; GenerationError when there is no such value.
        """
        orders: Counter[tuple[str, ...]] = Counter()
        values: dict[str, dict[str, JSONValue]] = {}
        for record in read_records(path, settings.record_format):
            orders[tuple(record.envelope)] += 1
            if record.source in ("template", None):
                for name, value in record.envelope.items():
                    if name not in RECORD_FIELDS:
                        values.setdefault(name, {})[compact(value)] = value
        order = orders.most_common(1)[0][0] if orders else RECORD_FIELDS
        extra_fields: dict[str, JSONValue] = {}
        for name in order:
            if name in RECORD_FIELDS:
                continue
            if len(values.get(name, ())) != 1:
                raise GenerationError(
                    f"{path}: records have a field {name!r} with no one value that generated records could "
                    "take; give the records of the source template one value, or take the field out"
                )
            [extra_fields[name]] = values[name].values()
        return cls(settings=settings, order=order, extra_fields=extra_fields)

    def line(self, record: GeneratedRecord) -> bytes:
        """Return the record as one line of UTF-8 JSON, line feed included."""
        values: dict[str, Any] = {
            "id": record.id,
            "schema_id": record.schema_id,
            "complexity": record.complexity,
            "source": record.source,
            **self.extra_fields,
            "prompt": record.prompt,
            "expected_output": record.label,
            "meta": record.meta,
        }
        names = self.settings.fields
        ordered = [*self.order, *(name for name in values if name not in self.order)]
        envelope: JSONObject = {}
        for name in ordered:
            field_name = getattr(names, name) if name in RECORD_FIELDS else name
            if field_name is not False:
                envelope[field_name] = values[name]
        return compact(envelope).encode() + b"\n"
