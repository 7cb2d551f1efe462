"""The rows of a data file as prompts with labels, and what the fields that hold these are called."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from edgejson._typing import JSONObject
from edgejson.core.decoding import decode
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.core.record_format import RECORD_FIELDS, RecordFormat
from edgejson.core.source import Line
from edgejson.errors import SourceError
from edgejson.formats.reader import DataFile, read_row
from edgejson.formats.recognition import recognised

_LOOKED_AT = 500
_SCHEMA_NAMES = ("schema_id", "schema_name", "schema", "task", "type", "kind", "category")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFields:
    """What the fields of the rows are called; None for one that there is not."""

    prompt: str
    expected_output: str
    id: str | None
    schema_id: str | None
    complexity: str | None
    source: str | None

    def settings(self) -> Mapping[str, str | bool]:
        """Return the settings that say so, less what is the default."""
        found: dict[str, str | bool] = {}
        for name in ("id", "schema_id", "prompt", "expected_output", "complexity", "source"):
            given = getattr(self, name)
            if given != name and not (name == "schema_id" and given == "schema_name"):
                found[name] = given or False
        return found


_NO_FIELDS = RowFields(
    prompt="prompt", expected_output="expected_output", id="id", schema_id=None, complexity="complexity",
    source="source",
)  # fmt: skip
"""Those of a file in a known format: the settings need to say nothing of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledRows:
    """The rows of a file that hold a prompt and an object as its label; read anew each time."""

    path: Path
    fields: RowFields
    record_format: RecordFormat = field(default_factory=RecordFormat)

    def __iter__(self) -> Iterator[Record]:
        """Yield the rows; what names no schema has the empty schema_id."""
        if self.record_format.name is not None:
            yield from (record for record in _records(self.path, self.record_format))
            return
        for number, row in _objects(self.path, self.record_format):
            prompt, label = row.get(self.fields.prompt), row.get(self.fields.expected_output)
            schema_id = row.get(self.fields.schema_id) if self.fields.schema_id else ""
            if isinstance(prompt, str) and isinstance(label, dict):
                yield Record(
                    line=number,
                    offset=0,
                    id=str(number),
                    schema_id=schema_id if isinstance(schema_id, str) else "",
                    prompt=prompt,
                    label=label,
                    envelope={},
                )


def labelled_rows(path: Path) -> LabelledRows:
    """Return the rows of a file; SourceError where no field holds prompts, or none holds labels."""
    first = [row for _, row in islice(_objects(path, RecordFormat()), _LOOKED_AT)]
    if not first:
        raise SourceError(path, "holds no JSON object a line; edgejson validate says what is wrong")
    known = recognised(first, RecordFormat())
    if known is not None and known.name != "envelope":
        return LabelledRows(path=path, fields=_NO_FIELDS, record_format=known)
    return LabelledRows(path=path, fields=_fields(path, first))


def _objects(path: Path, record_format: RecordFormat) -> Iterator[tuple[int, JSONObject]]:
    for line in _lines(path, record_format):
        value = decode(line, max_bytes=record_format.max_line_bytes, max_depth=record_format.max_depth).value
        if value is not None:
            yield line.number, value


def _records(path: Path, record_format: RecordFormat) -> Iterator[Record]:
    """Yield the records of a file in a known format that have an object for their label and no own schema."""
    for line in _lines(path, record_format):
        for part in read_row(line, record_format).parts:
            record = part.record
            if record is not None and isinstance(record.label, dict) and not record.own_schema:
                yield replace(record, schema_id="")


def _lines(path: Path, record_format: RecordFormat) -> Iterator[Line]:
    file = DataFile(path=path, name=str(path), record_format=record_format)
    for block in file.blocks(hashlib.sha256()):
        yield from block.lines()


def _fields(path: Path, rows: list[JSONObject]) -> RowFields:
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns: dict[str, list[Any]] = {name: [row.get(name) for row in rows] for name in names}
    labels = {name: _mostly(dict, values) for name, values in columns.items() if name != "meta"}
    label = _largest("expected_output", labels)
    prompt = _largest("prompt", {n: _mostly(str, values) for n, values in columns.items() if n != label})
    if label is None or prompt is None:
        what = "objects, which labels are" if label is None else "texts, which prompts are"
        raise SourceError(path, f"no field holds {what}; there are {', '.join(names)}")
    rest = {name: values for name, values in columns.items() if name not in (label, prompt)}
    texts = {name: values for name, values in rest.items() if all(isinstance(one, str) for one in values)}
    ids = [name for name, values in texts.items() if len(set(values)) == len(values)]
    ids.sort(key=lambda name: not name.lower().endswith("id"))
    kinds = [name for name in _SCHEMA_NAMES if name in texts and len(set(texts[name])) <= len(rows) / 2]
    return RowFields(
        prompt=prompt,
        expected_output=label,
        id="id" if "id" in texts else next(iter(ids), None),
        schema_id=next(iter(kinds), None),
        complexity=next((name for name in ("complexity",) if name in texts), None),
        source=next((name for name in ("source",) if name in texts), None),
    )


def _mostly(kind: type[str] | type[JSONObject], values: list[Any]) -> int:
    """Return how long the values are together, 0 where fewer than nine in ten are of the kind."""
    of_kind = [value for value in values if isinstance(value, kind)]
    if len(of_kind) < 0.9 * len(values):
        return 0
    return sum(map(len, (value if isinstance(value, str) else compact(value) for value in of_kind)))


def _largest(usual: str, sizes: Mapping[str, int]) -> str | None:
    """Return the name of the largest column, or the usual one where that is there."""
    if sizes.get(usual):
        return usual
    named = {name: size for name, size in sizes.items() if size and name not in RECORD_FIELDS}
    return max(named, key=lambda name: named[name], default=None)
