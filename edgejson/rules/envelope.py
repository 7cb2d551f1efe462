"""The fields around prompts and labels: ids, schemas, complexities, sources and what else there is.

The checks are those of the pandera model `edgejson.dataset.envelope_model.Envelope`.
"""

from collections.abc import Iterator

from edgejson.core.finding import Mismatch
from edgejson.dataset.tables import NOT_NEEDED, SOURCES
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset


@check(kind="envelope", scope="file")
def fields_are_present(dataset: Dataset) -> Iterator[Mismatch]:
    """Every record has id, schema_id, complexity, source, prompt and expected_output, each of its type."""
    from edgejson.dataset.envelope_model import TYPES

    for row in dataset.failing_envelopes("fields_are_present"):
        wrong = [name for name, kinds in TYPES.items() if row[f"{name}_type"] not in (*kinds, NOT_NEEDED)]
        yield Mismatch(
            pointer=f"/{wrong[0]}" if len(wrong) == 1 else "",
            expected=", ".join(f"{name}: {' or '.join(TYPES[name])}" for name in wrong),
            actual=", ".join(f"{name}: {row[f'{name}_type']}" for name in wrong),
            line=row["line"],
            nth=row["nth"],
        )


@check(kind="duplicate", scope="file")
def id_is_unique(dataset: Dataset) -> Iterator[Mismatch]:
    """No two records of the file, or of its split, have the same id."""
    for row in dataset.failing_envelopes("id_is_unique"):
        expected = f"an id that does not stand at {row['earlier_with_id']} already"
        yield Mismatch(pointer="/id", expected=expected, actual=row["id"], line=row["line"], nth=row["nth"])


@check(kind="envelope", severity="warning", scope="file")
def id_names_its_schema(dataset: Dataset) -> Iterator[Mismatch]:
    """An id of the form edgejson_<schema_id>_... names the schema that the record has."""
    for row in dataset.failing_envelopes("id_names_its_schema"):
        expected = f"edgejson_{row['schema_id']}_..."
        yield Mismatch(pointer="/id", expected=expected, actual=row["id"], line=row["line"], nth=row["nth"])


@check(kind="envelope", scope="file")
def schema_id_is_known(dataset: Dataset) -> Iterator[Mismatch]:
    """Every schema_id is that of a known schema."""
    for row in dataset.failing_envelopes("schema_id_is_known"):
        expected = f"one of {', '.join(dataset.registry.schema_ids)}"
        yield Mismatch(
            pointer="/schema_id", expected=expected, actual=row["schema_id"], line=row["line"], nth=row["nth"]
        )


@check(kind="envelope", scope="file")
def complexity_is_that_of_the_schema(dataset: Dataset) -> Iterator[Mismatch]:
    """The complexity of a record is the one that its schema states."""
    for row in dataset.failing_envelopes("complexity_is_that_of_the_schema"):
        yield Mismatch(
            pointer="/complexity",
            expected=row["complexity_of_schema"],
            actual=row["complexity"],
            line=row["line"],
            nth=row["nth"],
        )


@check(kind="envelope", scope="file")
def source_is_known(dataset: Dataset) -> Iterator[Mismatch]:
    """Every source is template, llm or human."""
    for row in dataset.failing_envelopes("source_is_known"):
        expected = f"one of {', '.join(SOURCES)}"
        yield Mismatch(
            pointer="/source", expected=expected, actual=row["source"], line=row["line"], nth=row["nth"]
        )


@check(kind="envelope", scope="file")
def fields_do_not_drift(dataset: Dataset) -> Iterator[Mismatch]:
    """All records of a file have the same further fields, meta aside."""
    for row in dataset.failing_envelopes("fields_do_not_drift"):
        usual, actual = row["usual_fields"], row["fields"]
        missing = sorted(set(usual.split()) - set(actual.split()))
        added = sorted(set(actual.split()) - set(usual.split()))
        drifts = (("missing", missing), ("added", added))
        yield Mismatch(
            expected=f"other fields as in most records: {usual or 'none'}",
            actual="; ".join(f"{what}: {', '.join(names)}" for what, names in drifts if names),
            line=row["line"],
            nth=row["nth"],
        )


@check(kind="envelope", severity="warning", scope="file")
def schema_id_is_not_called_schema_name(dataset: Dataset) -> Iterator[Mismatch]:
    """The schema's id stands under schema_id, not under the old name schema_name."""
    for row in dataset.failing_envelopes("schema_id_is_not_called_schema_name"):
        yield Mismatch(
            pointer="/schema_name",
            expected="schema_id",
            actual="schema_name",
            line=row["line"],
            nth=row["nth"],
        )
