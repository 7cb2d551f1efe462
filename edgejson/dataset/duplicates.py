"""Finding the records that repeat another: its wording, its label, all but one leaf of it, or nearly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from edgejson._typing import Pointer
from edgejson.core.finding import Mismatch
from edgejson.dataset.minhash import similarity

if TYPE_CHECKING:
    from polars import DataFrame

NEAR = 0.8
"""Least share of runs of words that near duplicates have in common: the customary threshold for texts."""

NEAR_LABELS = 2 / 3
"""Least share of leaves that their labels have in common: prompts of one wordy template are alike without."""

Found: TypeAlias = Mapping[int, int]
"""The rank of each repeating row of the examined file, with the rank of the row that it repeats."""

_WANTED = (
    "file", "line", "nth", "id", "schema_id", "prompt_digest", "folded_digest", "label_digest",
    "leaf_digests", "sketch",
)  # fmt: skip


@dataclass(frozen=True)
class Duplicates:
    """Rows of records, and which of them repeat which.

    In ``rows``, ``rank`` counts them, an original before its duplicates; ``examined`` are those that may be
    reported, and ``original`` those that another may repeat. An examined row is in one of the results at
    most: each leaves out what those above it have found, because it has the same cause.
    """

    rows: "DataFrame"

    @classmethod
    def within(cls, rows: "DataFrame", examined: str) -> "Duplicates":
        """Return the duplicates among `rows`, of which those of the file `examined` are reported."""
        import polars as pl

        ranked = _wanted(rows).with_row_index("rank")
        return cls(ranked.with_columns(examined=pl.col("file") == examined, original=pl.lit(value=True)))

    @classmethod
    def between(cls, examined: "DataFrame", elsewhere: "DataFrame") -> "Duplicates":
        """Return the duplicates that rows of `examined` are of rows `elsewhere`."""
        import polars as pl

        true, false = pl.lit(value=True), pl.lit(value=False)
        rows = [
            _wanted(elsewhere).with_columns(examined=false, original=true),
            _wanted(examined).with_columns(examined=true, original=false),
        ]
        return cls(pl.concat(rows).with_row_index("rank"))

    def mismatches(self, found: Found, pointer: Pointer, expected: str) -> Iterator[Mismatch]:
        """Yield a mismatch at `pointer` for each duplicate, in order; it names the original."""
        rows = self.rows.select("file", "line", "nth", "id")
        for rank in sorted(found):
            original, row = rows.row(found[rank], named=True), rows.row(rank, named=True)
            who = "" if original["id"] is None else f" ({original['id']})"
            actual = f"that of {original['file']}:{original['line']}{who}"
            yield Mismatch(
                pointer=pointer, expected=expected, actual=actual, line=row["line"], nth=row["nth"]
            )

    @cached_property
    def of_record(self) -> Found:
        """Rows whose prompt (letter case aside) and label are those of an original."""
        return self._same("folded_digest", "label_digest")

    @cached_property
    def of_prompt(self) -> Found:
        """Rows whose prompt is that of an original, but not their label."""
        return _without(self._same("prompt_digest"), self.of_record)

    @cached_property
    def of_id(self) -> Found:
        """Rows whose id is that of an original, but not their prompt."""
        return _without(self._same("id"), self.of_record, self.of_prompt)

    @cached_property
    def of_label(self) -> Found:
        """Rows whose label, of many leaves, is that of an original, but not their prompt."""
        return _without(self._same("label_digest", among=self._distinctive()), self.of_record, self.of_prompt)

    @cached_property
    def of_label_but_one_leaf(self) -> Found:
        """Rows whose label, of many leaves, is that of an original but for one leaf; their prompts differ.

        The leaf may have another value, be missing, or be one too many.
        """
        import polars as pl

        distinctive = self._distinctive().select("rank", "examined", "original", "leaf_digests")
        leaves = distinctive.explode("leaf_digests")
        # A label is the sum of its leaves (modulo 2^64); two that differ in one leaf agree without it.
        whole = leaves.group_by("rank").agg(pl.col("leaf_digests").sum().alias("sum"))
        without_one = leaves.join(whole, on="rank").with_columns(key=pl.col("sum") - pl.col("leaf_digests"))
        complete = distinctive.join(whole, on="rank").rename({"sum": "key"})
        columns = ["rank", "examined", "original", "key"]
        keys = pl.concat([complete.select(columns), without_one.select(columns)])
        return _without(_repeated(keys, ["key"]), self.of_record, self.of_prompt, self.of_label)

    @cached_property
    def near_duplicates(self) -> Found:
        """Rows whose prompt and label, of many leaves, are nearly those of an original."""
        earlier = (self.of_record, self.of_prompt, self.of_label, self.of_label_but_one_leaf)
        known = {rank for found in earlier for rank in found}
        best: dict[int, tuple[float, int]] = {}
        sketches, labels = self.rows["sketch"], self.rows["leaf_digests"]
        for rank, original in self.candidates():
            if rank in known:
                continue
            near = similarity(sketches[rank].to_list(), sketches[original].to_list())
            if near < NEAR:
                continue
            if _overlap(labels[rank].to_list(), labels[original].to_list()) >= NEAR_LABELS:
                best[rank] = max(best.get(rank, (0.0, 0)), (near, original))
        return {rank: original for rank, (_, original) in best.items()}

    def _distinctive(self) -> "DataFrame":
        import polars as pl

        return self.rows.filter(pl.col("leaf_digests").is_not_null())

    def _same(self, *columns: str, among: "DataFrame | None" = None) -> Found:
        rows = self.rows if among is None else among
        known = rows.drop_nulls(columns).select("rank", "examined", "original", *columns)
        return _repeated(known, list(columns))

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of ranks that share a band: each row with the first original there and the last before.

        So a template that thousands of prompts share costs two comparisons a row, not thousands.
        """
        import polars as pl

        bands = (
            self._distinctive()
            .select("rank", "examined", "original", "schema_id", "sketch")
            .drop_nulls("sketch")
            .explode("sketch")
            .with_columns(band=pl.int_range(pl.len()).over("rank"))
            .filter(pl.len().over("schema_id", "band", "sketch") > 1)
            .sort("rank")
        )
        group = ["schema_id", "band", "sketch"]
        originals = pl.when("original").then("rank")
        paired = bands.with_columns(
            first=originals.min().over(group),
            last=originals.shift(1).forward_fill().over(group),
        ).filter("examined")
        pairs = pl.concat([paired.select("rank", other=name) for name in ("first", "last")])
        pairs = pairs.filter(pl.col("other") < pl.col("rank")).unique().sort("rank", "other")
        yield from pairs.iter_rows()


def _wanted(rows: "DataFrame") -> "DataFrame":
    """Return what is compared; the number of a line, where a row has no other id, is nobody's."""
    import polars as pl

    return (
        rows.select(*_WANTED, "numbered")
        .with_columns(id=pl.when(~pl.col("numbered")).then("id"))
        .drop("numbered")
    )


def _repeated(rows: "DataFrame", key: list[str]) -> Found:
    """Return the examined rows that have an original with the same `key` before them, with the first such."""
    import polars as pl

    first = pl.when("original").then("rank").min().over(key)
    found = rows.with_columns(first=first).filter(pl.col("examined") & (pl.col("first") < pl.col("rank")))
    # One row may share several keys with several originals.
    return dict(found.group_by("rank").agg(pl.col("first").min()).sort("rank").iter_rows())


def _without(found: Found, *known: Found) -> Found:
    return {rank: original for rank, original in found.items() if not any(rank in other for other in known)}


def _overlap(one: list[int], other: list[int]) -> float:
    """Return the share of leaves that two labels have in common: of those that either has."""
    shared = len(set(one) & set(other))
    return shared / (len(one) + len(other) - shared)
