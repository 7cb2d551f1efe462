"""The envelope of records, that is what stands around prompts and labels, as one pandera model.

A row is a record, a check is the rule of the same name in `edgejson.rules.envelope`. What a check compares a
row with (the registry's complexity, the fields of most records, an earlier record of the same id) stands in
the row itself, so that a table is validated one block of rows at a time.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData
from pandera.errors import SchemaErrors

from edgejson._typing import Complexity
from edgejson.dataset.duplicates import Duplicates
from edgejson.dataset.tables import NOT_NEEDED, SOURCES, TYPED_FIELDS

TYPES = {name: ("object", "array") if name == "expected_output" else ("string",) for name in TYPED_FIELDS}
"""The JSON types that the fields of a record may have."""

BLOCK_ROWS = 50_000


class Envelope(pa.DataFrameModel):
    """A row of the record table, with what it is compared with.

    ``<field>_type`` are JSON types, or ``missing``; ``fields`` are the names of further fields. A comparison
    with null, or of a null, is another rule's business and holds.
    """

    line: int
    nth: int
    id: str = pa.Field(nullable=True)
    schema_id: str = pa.Field(nullable=True)
    complexity: str = pa.Field(nullable=True)
    source: str = pa.Field(nullable=True)
    fields: str
    alias: bool
    id_type: str
    schema_id_type: str
    complexity_type: str
    source_type: str
    prompt_type: str
    expected_output_type: str
    known_schema: bool
    schema_named_by_id: str = pa.Field(nullable=True)
    complexity_of_schema: str = pa.Field(nullable=True)
    usual_fields: str = pa.Field(nullable=True)
    earlier_with_id: str = pa.Field(nullable=True)

    @pa.dataframe_check
    @classmethod
    def fields_are_present(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether every field is there, and of its type."""
        return _holds(data, is_complete())

    @pa.dataframe_check
    @classmethod
    def id_is_unique(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether no earlier record has the id."""
        return _holds(data, pl.col("earlier_with_id").is_null())

    @pa.dataframe_check
    @classmethod
    def id_names_its_schema(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether the schema that the id names is the record's."""
        return _holds(data, pl.col("schema_named_by_id") == pl.col("schema_id"))

    @pa.dataframe_check
    @classmethod
    def schema_id_is_known(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether the schema is one of the registry's."""
        return _holds(data, pl.col("known_schema") | pl.col("schema_id").is_null())

    @pa.dataframe_check
    @classmethod
    def complexity_is_that_of_the_schema(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether the complexity is the registry's."""
        return _holds(data, pl.col("complexity") == pl.col("complexity_of_schema"))

    @pa.dataframe_check
    @classmethod
    def source_is_known(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether the source is a known one."""
        return _holds(data, pl.col("source").is_in(SOURCES))

    @pa.dataframe_check
    @classmethod
    def fields_do_not_drift(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether a complete record has the further fields that most complete records have."""
        return _holds(data, ~is_complete() | (pl.col("fields") == pl.col("usual_fields")))

    @pa.dataframe_check
    @classmethod
    def schema_id_is_not_called_schema_name(cls, data: PolarsData) -> pl.LazyFrame:
        """Whether the schema's id stands under its own name."""
        return _holds(data, ~pl.col("alias"))


def is_complete() -> pl.Expr:
    """Whether a record has every field that it needs, each of its type."""
    return pl.all_horizontal(
        [pl.col(f"{name}_type").is_in([*kinds, NOT_NEEDED]) for name, kinds in TYPES.items()]
    )


def _holds(data: PolarsData, condition: pl.Expr) -> pl.LazyFrame:
    return data.lazyframe.select(condition.fill_null(value=True))


def envelope_table(
    rows: pl.DataFrame,
    *,
    schemas: Mapping[str, Complexity | None],
    duplicates: Duplicates,
) -> pl.DataFrame:
    """Return the rows of a file's table as `Envelope` describes them.

    `schemas` are the known schemas with their complexity, `duplicates` those among all records of the file's
    split.
    """
    kept = ("line", "nth", "id", "schema_id", "complexity", "source", "fields", "alias", "own_schema")
    types = [f"{name}_type" for name in TYPES]
    repeated = _repeated_ids(duplicates)
    table = rows.select(*kept, *types).join(repeated, on=["line", "nth"], how="left", maintain_order="left")
    complete = table.filter(is_complete())["fields"]
    known = pl.col("schema_id").is_in(list(schemas)) | pl.col("own_schema")
    names = "|".join(map(re.escape, sorted(schemas, key=len, reverse=True)))
    # An id that another record has as well was copied from there, and says nothing of this one.
    named = pl.when(known & pl.col("id").is_unique()).then(pl.col("id").str.extract(f"^edgejson_({names})_"))
    complexity = pl.col("schema_id").replace_strict(schemas, default=None, return_dtype=pl.String)
    return table.with_columns(
        known_schema=known.fill_null(value=False),
        schema_named_by_id=named,
        complexity_of_schema=complexity,
        usual_fields=pl.lit(None if complete.is_empty() else complete.mode().sort()[0], pl.String),
    )


def _repeated_ids(duplicates: Duplicates) -> pl.DataFrame:
    """Return the records whose id an earlier one has, and where that stands.

    A record that is there twice, or whose prompt is, has a finding of its own for that.
    """
    copied = list({**duplicates.of_record, **duplicates.of_prompt})
    place = pl.format("{}:{}", "file", "line")
    rows = duplicates.rows.filter(~pl.col("rank").is_in(copied)).drop_nulls("id")
    rows = rows.with_columns(place=place).with_columns(earlier_with_id=pl.col("place").first().over("id"))
    repeated = pl.col("examined") & (pl.col("place") != pl.col("earlier_with_id"))
    return rows.filter(repeated).select("line", "nth", "earlier_with_id")


def failing_rows(table: pl.DataFrame) -> Mapping[str, list[dict[str, Any]]]:
    """Return the rows of `table` that fail each check of `Envelope`, by the check's name, in order."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for block in table.iter_slices(BLOCK_ROWS):
        try:
            Envelope.validate(block, lazy=True)
        except SchemaErrors as errors:
            for (check,), failures in errors.failure_cases.group_by("check", maintain_order=True):
                indexes: Iterable[int] = failures["index"].unique().sort()
                rows.setdefault(str(check), []).extend(block[list(indexes)].iter_rows(named=True))
    return rows
