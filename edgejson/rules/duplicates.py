"""Every record says something of its own. `envelope.id_is_unique` finds repeated ids."""

from collections.abc import Iterator

from edgejson.core.finding import Mismatch
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset


@check(kind="duplicate", scope="file")
def records_are_unique(dataset: Dataset) -> Iterator[Mismatch]:
    """No record has both the prompt, letter case aside, and the label of an earlier record."""
    return dataset.duplicates.mismatches(
        dataset.duplicates.of_record, "", "a record that is not there already"
    )


@check(kind="duplicate", scope="file")
def prompts_are_unique(dataset: Dataset) -> Iterator[Mismatch]:
    """No two records have the same prompt with different labels."""
    return dataset.duplicates.mismatches(
        dataset.duplicates.of_prompt, "/prompt", "a prompt with one right answer"
    )


@check(kind="duplicate", severity="warning", scope="file")
def labels_are_unique(dataset: Dataset) -> Iterator[Mismatch]:
    """No label of 8 leaves or more is that of an earlier record under another prompt."""
    return dataset.duplicates.mismatches(
        dataset.duplicates.of_label, "/expected_output", "a label of its own"
    )


@check(kind="duplicate", severity="warning", scope="file")
def labels_differ_in_more_than_one_leaf(dataset: Dataset) -> Iterator[Mismatch]:
    """No label of 8 leaves or more is that of an earlier record but for one leaf."""
    duplicates, expected = dataset.duplicates, "a label that differs in more than one leaf"
    found = dataset.near_pairs.without(duplicates.of_label_but_one_leaf)
    return duplicates.mismatches(found, "/expected_output", expected)


@check(kind="duplicate", severity="warning", scope="file")
def prompts_are_not_near_duplicates(dataset: Dataset) -> Iterator[Mismatch]:
    """No prompt is nearly that of an earlier record, with nearly its label."""
    duplicates, pairs = dataset.duplicates, dataset.near_pairs
    found = pairs.without({**pairs.same_label(duplicates), **duplicates.near_duplicates})
    return duplicates.mismatches(found, "/prompt", "a prompt that resembles no other")
