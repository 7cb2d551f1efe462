"""Finding the records that repeat another: its wording, its label, all but one leaf of it, or nearly."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from edgejson._typing import Pointer
from edgejson.core.finding import Mismatch
from edgejson.dataset.minhash import BANDS, packed, similarity

if TYPE_CHECKING:
    from polars import DataFrame

NEAR = 0.8
"""Least share of runs of words that near duplicates have in common: the customary threshold for texts."""

NEAR_LABELS = 2 / 3
"""Least share of leaves that their labels have in common: prompts of one wordy template are alike without."""

MOST_PAIRS = 50_000
"""Pairs of prompts that are compared word by word."""

_MOST_OF_A_ROW = 2

Found: TypeAlias = Mapping[int, int]
"""The rank of each repeating row of the examined file, with the rank of the row that it repeats."""

_WANTED = (
    "file", "line", "nth", "id", "schema_id", "prompt_digest", "folded_digest", "bare_digest", "label_digest",
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
        for rank in sorted(found):
            line, nth = self.line_of(rank)
            actual = f"that of {self.location(found[rank])}"
            yield Mismatch(pointer=pointer, expected=expected, actual=actual, line=line, nth=nth)

    def location(self, rank: int) -> str:
        """Return where a row stands, with its record's id where that has one."""
        file, line, record_id = self._places.row(rank)[:3]
        return f"{file}:{line}" + ("" if record_id is None else f" ({record_id})")

    def line_of(self, rank: int) -> tuple[int, int]:
        """Return the line of a row and the number of its record there."""
        _, line, _, nth = self._places.row(rank)
        return line, nth

    @cached_property
    def _places(self) -> "DataFrame":
        return self.rows.select("file", "line", "id", "nth")

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
        labels = self.rows["leaf_digests"]
        for rank, original, near in self.alike:
            one, other = labels[rank], labels[original]
            if rank in known or one is None or other is None:
                continue
            if _overlap(one.to_list(), other.to_list()) >= NEAR_LABELS:
                best[rank] = max(best.get(rank, (0.0, 0)), (near, original))
        return {rank: original for rank, (_, original) in best.items()}

    @cached_property
    def alike(self) -> list[tuple[int, int, float]]:
        """Ranks of rows with those of originals whose prompts resemble theirs, and how much."""
        sketches = self.rows["sketch"]
        read = {
            rank: packed(sketches[rank].to_list())
            for rank in {rank for pair in self.candidates() for rank in pair}
        }
        found = ((rank, other, similarity(read[rank], read[other])) for rank, other in self.candidates())
        return [one for one in found if one[2] >= NEAR]

    def like_wordings(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of ranks whose prompts may be nearly the same: the same words, or the most alike.

        Rows that repeat a whole record, or a whole prompt, are found as that. Of very many pairs the most
        alike are taken, so that their records fit into memory.
        """
        known = {**self.of_record, **self.of_prompt}
        worded = self._same("schema_id", "bare_digest")
        ranked = sorted(self.alike, key=lambda pair: (-pair[2], pair[0]))
        taken: Counter[int] = Counter()
        pairs = dict.fromkeys(worded.items())
        for rank, original, _ in ranked:
            if len(pairs) >= MOST_PAIRS:
                break
            if taken[rank] < _MOST_OF_A_ROW:
                taken[rank] += 1
                pairs[rank, original] = None
        yield from (pair for pair in pairs if pair[0] not in known)

    def places(self) -> list[tuple[str, int, int]]:
        """Return the file, line and number there of each row, by rank."""
        return list(self.rows.select("file", "line", "nth").iter_rows())

    def _distinctive(self) -> "DataFrame":
        import polars as pl

        return self.rows.filter(pl.col("leaf_digests").is_not_null())

    def _same(self, *columns: str, among: "DataFrame | None" = None) -> Found:
        rows = self.rows if among is None else among
        known = rows.drop_nulls(columns).select("rank", "examined", "original", *columns)
        return _repeated(known, list(columns))

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of ranks that share a band: each row with the first original there and the next ones.

        Next to each other are those that share the bands behind it as well, so a template that thousands of
        prompts share costs three comparisons a row and band, not thousands, and still the nearest are met.
        """
        import polars as pl

        rows = self.rows.select("rank", "examined", "original", "schema_id", "sketch").drop_nulls("sketch")
        following = pl.concat_list("sketch", pl.col("sketch").list.head(2))
        bands = (
            rows.with_columns(band=pl.lit(list(range(BANDS))), around=following)
            .explode("band")
            .with_columns(*(pl.col("around").list.get(pl.col("band") + n).alias(f"b{n}") for n in range(3)))
            .drop("sketch", "around")
            .filter(pl.len().over("schema_id", "band", "b0") > 1)
            .sort("schema_id", "band", "b0", "b1", "b2", "rank")
        )
        group = ["schema_id", "band", "b0"]
        originals = pl.when("original").then("rank")
        paired = bands.with_columns(
            first=originals.min().over(group),
            before=originals.shift(1).forward_fill().over(group),
            behind=originals.shift(-1).backward_fill().over(group),
        ).filter("examined")
        pairs = pl.concat([paired.select("rank", other=name) for name in ("first", "before", "behind")])
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
