"""What file and split rules look at: one row per line, in columns."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, Context, Decimal
from functools import cached_property
from hashlib import blake2b
from sys import intern
from typing import TYPE_CHECKING, Any, TypeAlias

from edgejson._typing import Digest, JSONValue, Label, Pointer
from edgejson.core.decoding import type_name
from edgejson.core.json_text import compact
from edgejson.core.pointers import leaves
from edgejson.core.record_format import RECORD_FIELDS, RecordFormat
from edgejson.dataset.conventions import conventions_of
from edgejson.dataset.minhash import sketch
from edgejson.dataset.prompt_skeleton import listed_names, skeleton, words
from edgejson.formats.reader import RowPart

if TYPE_CHECKING:
    from polars import DataFrame

Columns: TypeAlias = dict[str, list[Any]]
"""Columns of equal length by name; plain values, so that they pass between processes."""

Leaves: TypeAlias = Sequence[tuple[Pointer, JSONValue]]
"""The leaves of a label with their pointers from its root."""

DISTINCTIVE_LEAVES = 8
"""Leaves from which on a label tells its record from all others: with fewer, labels of different records
are equal, or nearly, by chance. Nothing that only larger labels are compared by is kept of smaller ones."""

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX)

SOURCES = ("template", "llm", "human")
"""Where a record can come from."""

TEXT_FIELDS = ("id", "schema_id", "complexity", "source", "prompt")
TYPED_FIELDS = (*TEXT_FIELDS, "expected_output")
_TYPED = frozenset(TYPED_FIELDS)
NOT_NEEDED = "not needed"
"""The type of a field that nobody asks for."""

_SCHEMA: dict[str, str] = {
    "line": "integer",
    "nth": "integer",
    **dict.fromkeys(("id", "schema_id", "complexity", "source"), "text"),
    **{f"{name}_type": "text" for name in TYPED_FIELDS},
    "fields": "text",
    "alias": "flag",
    "numbered": "flag",
    "own_schema": "flag",
    "places": "places",
    "prompt_digest": "bytes",
    "folded_digest": "bytes",
    "bare_digest": "bytes",
    "label_digest": "bytes",
    "label_leaves": "integer",
    "label_fields": "text",
    "leaf_digests": "digests",
    "sketch": "digests",
    "skeleton": "bytes",
    "listed": "text",
    "conventions": "texts",
}


@dataclass(frozen=True)
class Table:
    """One row for each record of a file, or what would be one: a line may hold several.

    - ``line`` is its number, and ``nth`` that of the record in it; ``id``, ``schema_id``, ``complexity`` and
      ``source`` are null where they are not text; ``alias`` says that the schema's id was read from
      ``schema_name``, ``numbered`` that the id is the line's number, ``own_schema`` that the row brings its
      schema along; ``places`` are those of the record (not in the frame)
    - ``<field>_type`` is the JSON type of a field, ``missing``, or ``not needed``; ``fields`` are the names
      of the line's other fields, sorted, joined by blanks
    - ``prompt_digest`` and ``label_digest`` stand for the prompt, in which white space does not count, and
      for the label, in which key order and the spelling of numbers do not; null where there is none;
      ``folded_digest`` stands for the prompt, in which letter case does not count either, ``bare_digest``
      for its letters and digits alone, of a prompt with a label
    - ``label_leaves`` counts the label's leaves; ``label_fields`` are its top-level names, sorted, joined by
      line feeds; ``leaf_digests`` stand for its leaves with their pointers, of `DISTINCTIVE_LEAVES` or more
    - ``sketch`` resembles those of like prompts (the same records only); ``skeleton`` stands for the
      prompt's wording without values; ``listed`` are the field names it lists, joined by line feeds
    - ``conventions`` are the choices that the label shows, as text (see `edgejson.dataset.conventions`)
    """

    file: str
    columns: Columns
    sha256: Digest | None = None
    """The digest of the bytes that the rows were made of."""

    @cached_property
    def frame(self) -> "DataFrame":
        """The rows as a polars frame, with the file's name in the column ``file``."""
        import polars as pl

        types = {
            "integer": pl.Int64, "text": pl.String, "flag": pl.Boolean, "bytes": pl.Binary,
            "digests": pl.List(pl.UInt64), "texts": pl.List(pl.String),
        }  # fmt: skip
        schema: Any = {name: types[kind] for name, kind in _SCHEMA.items() if kind in types}
        columns = {name: self.columns[name] for name in schema}
        return pl.DataFrame(columns, schema=schema).with_columns(file=pl.lit(self.file))


def empty_columns() -> Columns:
    """Return columns without rows."""
    return {name: [] for name in _SCHEMA}


def append_row(columns: Columns, line: int, part: RowPart, record_format: RecordFormat) -> None:
    """Add the row of one part of a line, read in the format of its file."""
    example, record = part.example, part.example.fields
    row: dict[str, Any] = dict.fromkeys(_SCHEMA)
    row["line"], row["nth"], row["alias"], row["places"] = line, part.nth, example.alias, example.places
    for name in TYPED_FIELDS:
        row[f"{name}_type"] = type_name(record[name]) if name in record else "missing"
    for name in record_format.absent & _TYPED:
        row[f"{name}_type"] = NOT_NEEDED
    if example.faults:
        # What is wrong with them is known, and said.
        row["prompt_type"] = row["expected_output_type"] = NOT_NEEDED
    for name in ("schema_id", "complexity", "source"):
        value = record.get(name)
        row[name] = value if isinstance(value, str) else None
    row["id"], row["numbered"] = part.record_id, "id" not in record
    row["own_schema"] = example.own_schema is not None
    row["fields"] = _joined(record.keys() - set(RECORD_FIELDS), " ")
    prompt, label = record.get("prompt"), record.get("expected_output")
    if isinstance(prompt, str):
        spaced = " ".join(prompt.split())
        row["prompt_digest"] = _digest(spaced.encode())
        row["folded_digest"] = _digest(spaced.casefold().encode())
        row["listed"] = intern("\n".join(listed_names(prompt)))
    found = list(leaves(label)) if isinstance(label, dict | list) else []
    row["label_leaves"] = len(found)
    if isinstance(label, dict | list):
        row.update(_of_label(label, found))
        if isinstance(prompt, str):
            row.update(_of_both(row, prompt, label, found))
    for name, value in row.items():
        columns[name].append(value)


def extend(columns: Columns, more: Columns) -> None:
    """Add the rows of `more` to `columns`."""
    for name, values in more.items():
        columns[name].extend(values)


def canonical(value: JSONValue) -> JSONValue:
    """Return `value` with sorted keys and one spelling for equal numbers (1, 1.0 and 1.00 are one)."""
    if isinstance(value, dict):
        return {key: canonical(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize(_EXACT)
    return value


def _of_label(label: Label, found: Leaves) -> dict[str, Any]:
    digests = [_digest(f"{pointer}\n{compact(canonical(value))}".encode(), 8) for pointer, value in found]
    kept = array("Q")
    kept.frombytes(b"".join(sorted(digests)))
    return {
        "label_digest": _digest(kept.tobytes()),
        "label_fields": _joined(label, "\n") if isinstance(label, dict) else "",
        "leaf_digests": kept if len(kept) >= DISTINCTIVE_LEAVES else None,
    }


def _of_both(row: dict[str, Any], prompt: str, label: Label, found: Leaves) -> dict[str, Any]:
    worded = words(prompt)
    spellings = {spelling for _, value in found for spelling in _spellings(value)}
    return {
        "bare_digest": _digest("".join(worded).replace("_", "").encode(), 8),
        "sketch": sketch(worded),
        "skeleton": _digest(skeleton(prompt, spellings).encode(), 8),
        "conventions": conventions_of(row["schema_id"], prompt, row["listed"].split("\n"), label, found),
    }


def _spellings(value: JSONValue) -> tuple[str, ...]:
    """Return a scalar as listings spell it: a boolean as Python or as JSON does."""
    if isinstance(value, str):
        return (value,)
    return (str(value), compact(value)) if isinstance(value, bool) else (compact(value),)


def _joined(names: Iterable[str], by: str) -> str:
    return intern(by.join(sorted(names)))


def _digest(content: bytes, size: int = 16) -> bytes:
    return blake2b(content, digest_size=size).digest()
