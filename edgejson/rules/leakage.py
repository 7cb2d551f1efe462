"""Nothing that a model is tested on is in its training data, and both are written alike.

A leak is reported on both sides, because either file alone must be refused.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from edgejson._typing import SplitName
from edgejson.core.finding import Mismatch
from edgejson.dataset.conventions import Convention
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset

if TYPE_CHECKING:
    from polars import DataFrame

LEAST_VALUES = 10
"""Values of a field on either side before their forms are compared: a test split's least records."""

SETTLED = 0.95
"""Share of a field's values that have one form, from which on a split is taken to have settled on it. With
ten values on each side, chance makes two splits settle on different forms once in 10^12 times or less."""


@check(kind="leakage", scope="split")
def record_is_in_one_split_only(dataset: Dataset) -> Iterator[Mismatch]:
    """No record of this file, prompt and label, is in another declared split."""
    leaks = dataset.leaks
    return leaks.mismatches(leaks.of_record, "", "a record of one split")


@check(kind="leakage", scope="split")
def prompt_is_in_one_split_only(dataset: Dataset) -> Iterator[Mismatch]:
    """No prompt of this file is in another declared split with another label."""
    leaks = dataset.leaks
    return leaks.mismatches(leaks.of_prompt, "/prompt", "a prompt of one split")


@check(kind="leakage", scope="split")
def id_is_in_one_split_only(dataset: Dataset) -> Iterator[Mismatch]:
    """No id of this file is in another declared split."""
    leaks = dataset.leaks
    return leaks.mismatches(leaks.of_id, "/id", "an id of one split")


@check(kind="leakage", severity="warning", scope="split")
def label_is_in_one_split_only(dataset: Dataset) -> Iterator[Mismatch]:
    """No label of 8 leaves or more is in another declared split under another prompt."""
    leaks = dataset.leaks
    return leaks.mismatches(leaks.of_label, "/expected_output", "a label of one split")


@check(kind="leakage", severity="warning", scope="split")
def near_duplicates_are_in_one_split(dataset: Dataset) -> Iterator[Mismatch]:
    """No record is, but for a few words or one leaf of 8 or more, one of another declared split."""
    leaks, pairs = dataset.leaks, dataset.near_leaks
    nearly = "a record that differs from those of other splits"
    yield from leaks.mismatches(pairs.without(leaks.of_label_but_one_leaf), "/expected_output", nearly)
    alike = pairs.without({**pairs.same_label(leaks), **leaks.near_duplicates})
    yield from leaks.mismatches(alike, "/prompt", nearly)


@check(kind="leakage", scope="split")
def fields_are_those_of_the_other_splits(dataset: Dataset) -> Iterator[Mismatch]:
    """Records have the same further fields, meta aside, in all declared splits."""
    if not dataset.is_first_of_split:
        return
    here = _usual_fields(dataset.whole)
    for split in dataset.other_splits:
        there = _usual_fields(dataset.frame(split))
        if here is None or there is None:
            continue
        for name in sorted(here ^ there):
            has, lacks = (dataset.split, split) if name in here else (split, dataset.split)
            yield Mismatch(
                pointer=f"/{name}",
                expected="the same fields in all splits",
                actual=f"{name} is a field of most records in {has}, but not in {lacks}",
            )


@check(kind="leakage", scope="split")
def formats_are_those_of_the_other_splits(dataset: Dataset) -> Iterator[Mismatch]:
    """Dates and times of a field are written in the same form in all declared splits."""
    if not dataset.is_first_of_split:
        return
    here = _settled_forms(dataset.whole)
    for split in dataset.other_splits:
        there = _settled_forms(dataset.frame(split))
        for schema_id, path in sorted(here.keys() & there.keys()):
            own, other = here[schema_id, path], there[schema_id, path]
            if own != other:
                yield Mismatch(
                    pointer="/expected_output" + path.split("/*")[0],
                    expected=f"{path} of {schema_id} in one form, as in {split}: {other}",
                    actual=f"in {_name(dataset.split)}: {own}",
                )


def _name(split: SplitName | None) -> str:
    return split or "this file"


def _usual_fields(frame: "DataFrame") -> set[str] | None:
    """Return the further fields of most records; None when a split has no records or no such agreement."""
    import polars as pl

    counts = frame.group_by("fields").len().sort(pl.col("len"), "fields", descending=[True, False])
    if counts.is_empty() or 2 * counts["len"][0] <= frame.height:
        return None
    return set(counts["fields"][0].split())


def _settled_forms(frame: "DataFrame") -> dict[tuple[str, str], str]:
    """Return the form of times that a split has settled on, by schema id and field."""
    import polars as pl

    shown = (
        frame.select("schema_id", "conventions")
        .drop_nulls("schema_id")
        .explode("conventions")
        .drop_nulls("conventions")
    )
    shown = shown.filter(pl.col("conventions").str.starts_with("time form\t"))
    settled: dict[tuple[str, str], str] = {}
    values: dict[tuple[str, str], dict[str, int]] = {}
    for schema_id, text, count in (
        shown.group_by("schema_id", "conventions").len().sort("schema_id", "conventions").iter_rows()
    ):
        convention = Convention.read(text)
        values.setdefault((schema_id, convention.path), {})[convention.side] = count
    for field, forms in values.items():
        total, form = sum(forms.values()), max(forms, key=lambda form: forms[form])
        if total >= LEAST_VALUES and forms[form] >= SETTLED * total:
            settled[field] = form
    return settled
