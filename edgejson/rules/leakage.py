"""Nothing that a model is tested on stands in what it is trained on."""

from collections.abc import Iterator

from edgejson.checks import check
from edgejson.dataset import Dataset
from edgejson.finding import Mismatch


@check(kind="leakage", scope="split")
def prompt_is_in_one_split_only(dataset: Dataset) -> Iterator[Mismatch]:
    """No prompt of this file stands in another declared split."""
    import polars as pl

    own = dataset.table.frame.drop_nulls("prompt_sha256")
    for split in dataset.splits:
        if split == dataset.split or not dataset.splits[split]:
            continue
        elsewhere = dataset.frame(split).unique("prompt_sha256", keep="first", maintain_order=True)
        leaked = own.join(elsewhere, on="prompt_sha256", suffix="_there").sort("line")
        for row in leaked.select(pl.col("line", "id", "file_there", "line_there")).iter_rows(named=True):
            yield Mismatch(
                pointer="/prompt",
                expected=f"a prompt that is not in {split}",
                actual=f"the prompt of {row['file_there']}:{row['line_there']}",
                line=row["line"],
            )
