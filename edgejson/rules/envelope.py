"""The record table around prompts and labels, as pandera schemas over a polars frame."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from edgejson.core.finding import Mismatch
from edgejson.dataset.tables import SOURCES, TYPED_FIELDS
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl

_TYPES = {name: "object" if name == "expected_output" else "string" for name in TYPED_FIELDS}


def _required(dataset: Dataset) -> dict[str, str]:
    """Return the JSON types of the fields that records must have: all that the settings do not switch off."""
    return {
        name: kind for name, kind in _TYPES.items() if getattr(dataset.settings.fields, name) is not False
    }


def _envelopes(dataset: Dataset) -> "pl.DataFrame":
    """Return the columns that are about envelopes; pandera cannot report on rows with digests in them."""
    types = [f"{name}_type" for name in TYPED_FIELDS]
    return dataset.table.frame.select(
        "line", "id", "schema_id", "complexity", "source", "fields", "alias", *types
    )


def _failing(frame: "pl.DataFrame", schema: "pa.DataFrameSchema") -> Iterator[dict[str, Any]]:
    """Yield the rows that fail `schema`, in order."""
    from pandera.errors import SchemaErrors

    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        indexes = errors.failure_cases["index"].drop_nulls().unique().sort()
        yield from frame[indexes.to_list()].iter_rows(named=True)


@check(kind="envelope", scope="file")
def fields_are_present(dataset: Dataset) -> Iterator[Mismatch]:
    """Every record has id, schema_id, complexity, source, prompt and expected_output, each of its type."""
    import pandera.polars as pa

    frame = _envelopes(dataset)
    required = _required(dataset)
    columns = {f"{name}_type": pa.Column(str, pa.Check.eq(kind)) for name, kind in required.items()}
    for row in _failing(frame, pa.DataFrameSchema(columns)):
        wrong = [name for name, kind in required.items() if row[f"{name}_type"] != kind]
        yield Mismatch(
            pointer=f"/{wrong[0]}" if len(wrong) == 1 else "",
            expected=", ".join(f"{name}: {_TYPES[name]}" for name in wrong),
            actual=", ".join(f"{name}: {row[f'{name}_type']}" for name in wrong),
            line=row["line"],
        )


@check(kind="duplicate", scope="file")
def id_is_unique(dataset: Dataset) -> Iterator[Mismatch]:
    """No two records of the file, or of its split, have the same id."""
    import pandera.polars as pa
    import polars as pl

    duplicates = dataset.duplicates
    # A record that is there twice, or whose prompt is, is found as that.
    copied = list({**duplicates.of_record, **duplicates.of_prompt})
    rows = duplicates.rows.select("rank", "examined", "file", "line", "id").drop_nulls("id")
    frame = rows.filter(~pl.col("rank").is_in(copied))
    first: dict[str, str] = {}
    schema = pa.DataFrameSchema({"id": pa.Column(str, unique=True, nullable=True)})
    for row in _failing(frame, schema):
        record_id, place = row["id"], f"{row['file']}:{row['line']}"
        earlier = first.setdefault(record_id, place)
        if earlier != place and row["examined"]:
            expected = f"an id that does not stand at {earlier} already"
            yield Mismatch(pointer="/id", expected=expected, actual=record_id, line=row["line"])


@check(kind="envelope", severity="warning", scope="file")
def id_names_its_schema(dataset: Dataset) -> Iterator[Mismatch]:
    """An id of the form edgejson_<schema_id>_... names the schema that the record has."""
    import pandera.polars as pa
    import polars as pl

    known = sorted(dataset.registry.schema_ids, key=len, reverse=True)
    # An id that another record has as well was copied from there; an unknown schema is found as that.
    frame = _envelopes(dataset).filter(pl.col("schema_id").is_in(known) & pl.col("id").is_unique())
    pattern = f"^edgejson_({'|'.join(map(re.escape, known))})_"
    named = pl.col("id").str.extract(pattern)
    agrees = (named == pl.col("schema_id")).fill_null(value=True)
    check_agreement = pa.Check(lambda data: data.lazyframe.select(agrees))
    for row in _failing(frame, pa.DataFrameSchema(checks=check_agreement)):
        expected = f"edgejson_{row['schema_id']}_..."
        yield Mismatch(pointer="/id", expected=expected, actual=row["id"], line=row["line"])


@check(kind="envelope", scope="file")
def schema_id_is_known(dataset: Dataset) -> Iterator[Mismatch]:
    """Every schema_id is the id of a schema of the registry."""
    import pandera.polars as pa

    frame, known = _envelopes(dataset), dataset.registry.schema_ids
    schema = pa.DataFrameSchema({"schema_id": pa.Column(str, pa.Check.isin(known), nullable=True)})
    for row in _failing(frame, schema):
        expected = f"one of {', '.join(known)}"
        yield Mismatch(pointer="/schema_id", expected=expected, actual=row["schema_id"], line=row["line"])


@check(kind="envelope", scope="file")
def complexity_is_that_of_the_schema(dataset: Dataset) -> Iterator[Mismatch]:
    """The complexity of a record is the one that the registry has for its schema."""
    import pandera.polars as pa
    import polars as pl

    frame, registry = _envelopes(dataset), dataset.registry
    stated = {name: level for name in registry.schema_ids if (level := registry.complexity(name)) is not None}
    # A missing complexity, or an unknown schema, is another rule's finding.
    right = pl.col("schema_id").replace_strict(stated, default=None, return_dtype=pl.String)
    agrees = (pl.col("complexity") == right).fill_null(value=True)
    check_agreement = pa.Check(lambda data: data.lazyframe.select(agrees))
    for row in _failing(frame, pa.DataFrameSchema(checks=check_agreement)):
        yield Mismatch(
            pointer="/complexity",
            expected=stated[row["schema_id"]],
            actual=row["complexity"],
            line=row["line"],
        )


@check(kind="envelope", scope="file")
def source_is_known(dataset: Dataset) -> Iterator[Mismatch]:
    """Every source is template, llm or human."""
    import pandera.polars as pa

    schema = pa.DataFrameSchema({"source": pa.Column(str, pa.Check.isin(SOURCES), nullable=True)})
    for row in _failing(_envelopes(dataset), schema):
        expected = f"one of {', '.join(SOURCES)}"
        yield Mismatch(pointer="/source", expected=expected, actual=row["source"], line=row["line"])


@check(kind="envelope", scope="file")
def fields_do_not_drift(dataset: Dataset) -> Iterator[Mismatch]:
    """All records of a file have the same fields beside the required ones and meta."""
    import pandera.polars as pa
    import polars as pl

    # A record that lacks a required field is found by fields_are_present.
    required = _required(dataset).items()
    complete = pl.all_horizontal([pl.col(f"{name}_type") == kind for name, kind in required])
    frame = _envelopes(dataset).filter(complete)
    if frame.is_empty():
        return
    usual = frame["fields"].mode(maintain_order=True).sort()[0]
    schema = pa.DataFrameSchema({"fields": pa.Column(str, pa.Check.eq(usual))})
    for row in _failing(frame, schema):
        actual = row["fields"]
        missing = sorted(set(usual.split()) - set(actual.split()))
        added = sorted(set(actual.split()) - set(usual.split()))
        drifts = (("missing", missing), ("added", added))
        yield Mismatch(
            expected=f"other fields as in most records: {usual or 'none'}",
            actual="; ".join(f"{what}: {', '.join(names)}" for what, names in drifts if names),
            line=row["line"],
        )


@check(kind="envelope", severity="warning", scope="file")
def schema_id_is_not_called_schema_name(dataset: Dataset) -> Iterator[Mismatch]:
    """The schema's id stands under schema_id, not under the old name schema_name."""
    import pandera.polars as pa

    frame = _envelopes(dataset)
    schema = pa.DataFrameSchema({"alias": pa.Column(bool, pa.Check.isin([False]))})
    for row in _failing(frame, schema):
        yield Mismatch(pointer="/schema_name", expected="schema_id", actual="schema_name", line=row["line"])
