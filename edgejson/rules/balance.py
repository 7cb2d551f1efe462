"""Splits hold the same schemas, in similar shares, with enough records to measure, worded in many ways."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

from edgejson._typing import Complexity
from edgejson.core.finding import Mismatch
from edgejson.dataset.tables import SOURCES
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset

if TYPE_CHECKING:
    from polars import DataFrame

LEAST_TEST_RECORDS = 10
LARGEST_SHARE_RATIO = 2

LEAST_FILE = 100
"""Records from which on the composition of a data set is judged: a smaller one is a sample or an example."""

LEAST_SHARE = 0.05
"""Least share of a complexity or source that is there at all. In a test split of 200 records, a twentieth
is the ten records that `LEAST_TEST_RECORDS` asks of a schema: less can be neither learnt nor measured."""

LARGEST_TEMPLATE_SHARE = 0.9
"""Share of prompts that follow their schema's commonest template, beyond which a model learns that template
rather than the task. Files of a few templates a schema stay far below; one template comes out near 1, short
of it only by the values that cannot be told from wording."""

LEAST_OF_SCHEMA = 10
"""Records of a schema from which on its commonest template means something: one record always follows it."""


def _counts(frame: "DataFrame", column: str = "schema_id") -> dict[str, int]:
    return dict(frame.drop_nulls(column).group_by(column).len().sort(column).iter_rows())


@check(kind="balance", severity="warning", scope="split")
def every_declared_split_has_records(dataset: Dataset) -> Iterator[Mismatch]:
    """Every split that the settings declare has at least one file."""
    if not dataset.is_first_of_split:
        return
    for split, tables in dataset.splits.items():
        if not tables:
            globs = ", ".join(dataset.settings.splits[split])
            yield Mismatch(expected=f"a file for the split {split} ({globs})", actual="no file of that name")


@check(kind="balance", scope="split")
def every_schema_is_in_every_split(dataset: Dataset) -> Iterator[Mismatch]:
    """A schema that another declared split has is in this split as well."""
    if not dataset.is_first_of_split:
        return
    here = _counts(dataset.whole)
    there = {split: _counts(dataset.frame(split)) for split in dataset.other_splits}
    for schema_id in sorted(set().union(*there.values()) - here.keys()):
        others = ", ".join(f"{n[schema_id]} in {split}" for split, n in there.items() if schema_id in n)
        yield Mismatch(expected=f"records of {schema_id} ({others})", actual=f"none in {dataset.split}")


@check(kind="balance", scope="split")
def test_has_ten_records_of_each_schema(dataset: Dataset) -> Iterator[Mismatch]:
    """The test split has at least ten records of each of its schemas."""
    if dataset.split != "test" or not dataset.is_first_of_split:
        return
    for schema_id, count in _counts(dataset.whole).items():
        # A schema that nobody knows is reported where it stands.
        if count < LEAST_TEST_RECORDS and schema_id in dataset.registry.schema_ids:
            yield Mismatch(
                expected=f"at least {LEAST_TEST_RECORDS} records of {schema_id}",
                actual=f"{count} of {schema_id}",
            )


@check(kind="balance", scope="split")
def shares_in_train_and_test_are_alike(dataset: Dataset) -> Iterator[Mismatch]:
    """No schema's share of the test split is more than twice, or less than half, its share of train."""
    yield from _unlike_shares(dataset, "schema_id", least=1)


@check(kind="balance", severity="warning", scope="split")
def sources_in_train_and_test_are_alike(dataset: Dataset) -> Iterator[Mismatch]:
    """No source's share of the test split is more than twice, or less than half, its share of train."""
    yield from _unlike_shares(dataset, "source", least=LEAST_TEST_RECORDS)


def _unlike_shares(dataset: Dataset, column: str, *, least: int) -> Iterator[Mismatch]:
    """Yield the values of `column` that train and test have in unlike shares.

    A value of which test has fewer than `least` records, and would not have more by train's share, is not
    judged: chance makes such shares.
    """
    if dataset.split != "test" or not dataset.is_first_of_split or "train" not in dataset.other_splits:
        return
    train, test = _counts(dataset.frame("train"), column), _counts(dataset.whole, column)
    for value in sorted(train.keys() & test.keys()):
        # Compared as products of counts: exact, and nothing is divided by.
        in_train = train[value] * sum(test.values())
        in_test = test[value] * sum(train.values())
        enough = max(in_test, in_train) >= least * sum(train.values())
        if enough and max(in_train, in_test) > LARGEST_SHARE_RATIO * min(in_train, in_test):
            yield Mismatch(
                expected=f"a share of {value} within {LARGEST_SHARE_RATIO}x of train's "
                f"{train[value] / sum(train.values()):.2%}",
                actual=f"{test[value] / sum(test.values()):.2%} of test",
            )


@check(kind="balance", severity="warning", scope="file")
def complexities_are_balanced(dataset: Dataset) -> Iterator[Mismatch]:
    """In a data set of 100 records or more, each complexity makes up at least 5 %."""
    yield from _rare(dataset, "complexity", get_args(Complexity))


@check(kind="balance", severity="warning", scope="file")
def sources_are_balanced(dataset: Dataset) -> Iterator[Mismatch]:
    """In a data set of 100 records or more, each source makes up at least 5 %."""
    yield from _rare(dataset, "source", SOURCES)


def _rare(dataset: Dataset, column: str, known: tuple[str, ...]) -> Iterator[Mismatch]:
    if not dataset.is_first_of_split:
        return
    counts = _counts(dataset.whole, column)
    total = sum(counts.values())
    for value, count in counts.items():
        # An unknown one is a mistake, which the envelope rules find, and no rare kind of record.
        if value in known and total >= LEAST_FILE and count < LEAST_SHARE * total:
            yield Mismatch(
                pointer=f"/{column}",
                expected=f"at least {LEAST_SHARE:.0%} of the records with {column} {value}, or none",
                actual=f"{count:,} of {total:,} ({count / total:.1%})",
            )


@check(kind="balance", severity="warning", scope="file")
def prompts_follow_many_templates(dataset: Dataset) -> Iterator[Mismatch]:
    """At most 90 % of the prompts of a data set follow their schema's commonest template."""
    import polars as pl

    if not dataset.is_first_of_split:
        return
    rows = dataset.whole.drop_nulls(["schema_id", "skeleton"])
    templates = rows.group_by("schema_id", "skeleton").agg(pl.len().alias("count"), pl.col("line").min())
    schemas = templates.group_by("schema_id").agg(
        pl.col("count").sum().alias("total"), pl.col("count").max().alias("commonest"), templates=pl.len()
    )
    judged = schemas.filter(pl.col("total") >= LEAST_OF_SCHEMA)
    total, commonest = int(judged["total"].sum()), int(judged["commonest"].sum())
    if total >= LEAST_FILE and commonest > LARGEST_TEMPLATE_SHARE * total:
        yield Mismatch(
            pointer="/prompt",
            expected=f"at most {LARGEST_TEMPLATE_SHARE:.0%} of the prompts in one template for each schema",
            actual=f"{commonest:,} of {total:,} ({commonest / total:.0%}), with {_most(judged)}",
        )


def _most(schemas: "DataFrame") -> str:
    """Say how many templates the schemas have."""
    counts: Any = schemas["templates"]
    few, many = counts.min(), counts.max()
    if many == 1:
        return "one template a schema"
    return f"{few} to {many} templates a schema" if few != many else f"{many} templates a schema"
