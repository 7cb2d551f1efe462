"""What file and split rules look at: one row per line, in columns."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, Context, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from edgejson._typing import JSONObject, JSONValue, SplitName
from edgejson.decode import type_name
from edgejson.json_text import compact
from edgejson.pointers import leaves
from edgejson.registry import Registry
from edgejson.settings import RECORD_FIELDS, Settings

if TYPE_CHECKING:
    from polars import DataFrame

Columns: TypeAlias = dict[str, list[Any]]
"""Columns of equal length by name; plain values, so that they pass between processes."""

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX)

TEXT_FIELDS = ("id", "schema_id", "complexity", "source", "prompt")
TYPED_FIELDS = (*TEXT_FIELDS, "expected_output")
_SCHEMA: dict[str, type] = {
    "line": int,
    **dict.fromkeys(("id", "schema_id", "complexity", "source"), str),
    **{f"{name}_type": str for name in TYPED_FIELDS},
    "fields": str,
    "alias": bool,
    "prompt_sha256": str,
    "label_sha256": str,
    "label_leaves": int,
}


@dataclass(frozen=True)
class Table:
    """One row for each line of a file that holds a JSON object.

    ``line`` is the line number; ``id``, ``schema_id``, ``complexity`` and ``source`` are null where they
    are not text; ``alias`` says that the schema's id was read from ``schema_name``; ``<field>_type`` is the JSON type of a field, or ``missing``; ``fields`` are the names
    of the line's other fields, sorted, joined by blanks; ``prompt_sha256`` and ``label_sha256`` are
    digests of the exact prompt and of the label in canonical form; ``label_leaves`` counts its leaves.
    """

    file: str
    columns: Columns

    @cached_property
    def frame(self) -> "DataFrame":
        """The rows as a polars frame, with the file's name in the column ``file``."""
        import polars as pl

        types = {str: pl.String, int: pl.Int64, bool: pl.Boolean}
        schema = {name: types[kind] for name, kind in _SCHEMA.items()}
        return pl.DataFrame(self.columns, schema=schema).with_columns(file=pl.lit(self.file))


@dataclass(frozen=True)
class Dataset:
    """The file that is judged, with the declared splits that it belongs to.

    ``table`` is the file's own table. ``split`` is the file's split and ``splits`` holds the tables of
    the files of every declared split, the file itself included; without a declaration ``split`` is None
    and ``splits`` is empty.
    """

    table: Table
    registry: Registry
    settings: Settings
    split: SplitName | None
    splits: Mapping[SplitName, list[Table]]

    def frame(self, split: SplitName) -> "DataFrame":
        """Return the rows of all files of a declared split, in the files' order."""
        import polars as pl

        tables = self.splits[split]
        return pl.concat([table.frame for table in tables]) if tables else Table("", empty_columns()).frame


def empty_columns() -> Columns:
    """Return columns without rows."""
    return {name: [] for name in _SCHEMA}


def append_row(columns: Columns, line: int, record: JSONObject, *, alias: bool) -> None:
    """Add the row of one decoded line, whose fields have their canonical names."""
    columns["line"].append(line)
    columns["alias"].append(alias)
    for name in TEXT_FIELDS:
        value = record.get(name)
        if name != "prompt":
            columns[name].append(value if isinstance(value, str) else None)
    for name in TYPED_FIELDS:
        columns[f"{name}_type"].append(type_name(record[name]) if name in record else "missing")
    columns["fields"].append(" ".join(sorted(record.keys() - set(RECORD_FIELDS))))
    prompt, label = record.get("prompt"), record.get("expected_output")
    columns["prompt_sha256"].append(_sha256(prompt) if isinstance(prompt, str) else None)
    columns["label_sha256"].append(_sha256(compact(canonical(label))) if isinstance(label, dict) else None)
    columns["label_leaves"].append(sum(1 for _ in leaves(label)) if label is not None else 0)


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


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
