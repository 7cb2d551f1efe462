"""Splits hold the same schemas, in like shares and in numbers that can be measured."""

from collections.abc import Iterator

from edgejson._typing import SplitName
from edgejson.checks import check
from edgejson.dataset import Dataset
from edgejson.finding import Mismatch

LEAST_TEST_RECORDS = 10
LARGEST_SHARE_RATIO = 2


def _counts(dataset: Dataset, split: SplitName) -> dict[str, int]:
    frame = dataset.frame(split)
    return dict(frame.drop_nulls("schema_id").group_by("schema_id").len().sort("schema_id").iter_rows())


def _is_first_file(dataset: Dataset) -> bool:
    """Whether the judged file is the first of its split: what is about the split is said there, once."""
    assert dataset.split is not None
    return dataset.splits[dataset.split][0].file == dataset.table.file


@check(kind="balance", scope="split")
def every_schema_is_in_every_split(dataset: Dataset) -> Iterator[Mismatch]:
    """A schema that one declared split has records of is in this split as well."""
    if not _is_first_file(dataset):
        return
    assert dataset.split is not None
    counts = {split: _counts(dataset, split) for split in dataset.splits if dataset.splits[split]}
    for schema_id in sorted(set().union(*counts.values()) - counts[dataset.split].keys()):
        others = ", ".join(f"{n[schema_id]} in {split}" for split, n in counts.items() if schema_id in n)
        yield Mismatch(expected=f"records of {schema_id} ({others})", actual=f"none in {dataset.split}")


@check(kind="balance", scope="split")
def test_has_ten_records_of_each_schema(dataset: Dataset) -> Iterator[Mismatch]:
    """The test split has at least ten records of each of its schemas."""
    if dataset.split != "test" or not _is_first_file(dataset):
        return
    for schema_id, count in _counts(dataset, "test").items():
        if count < LEAST_TEST_RECORDS:
            yield Mismatch(
                expected=f"at least {LEAST_TEST_RECORDS} records of {schema_id}", actual=f"{count} of {schema_id}"
            )


@check(kind="balance", scope="split")
def shares_in_train_and_test_are_alike(dataset: Dataset) -> Iterator[Mismatch]:
    """No schema's share of the test split is more than twice, or less than half, its share of train."""
    if dataset.split != "test" or not _is_first_file(dataset) or not dataset.splits.get("train"):
        return
    train, test = _counts(dataset, "train"), _counts(dataset, "test")
    for schema_id in sorted(train.keys() & test.keys()):
        # Compared as products of counts: exact, and nothing is divided by.
        in_train = train[schema_id] * sum(test.values())
        in_test = test[schema_id] * sum(train.values())
        if max(in_train, in_test) > LARGEST_SHARE_RATIO * min(in_train, in_test):
            yield Mismatch(
                expected=f"a share of {schema_id} within {LARGEST_SHARE_RATIO}x of train's "
                f"{train[schema_id] / sum(train.values()):.2%}",
                actual=f"{test[schema_id] / sum(test.values()):.2%} of test",
            )
