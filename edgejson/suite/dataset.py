"""What file and split rules see: the examined file, with the files of the declared splits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edgejson._typing import SplitName
from edgejson.core.record import Record
from edgejson.dataset.duplicates import Duplicates
from edgejson.dataset.near_pairs import NearPairs, Place
from edgejson.dataset.tables import Table, empty_columns
from edgejson.formats.reader import read_records
from edgejson.suite.schema_registry import Registry
from edgejson.suite.settings import Settings

if TYPE_CHECKING:
    from polars import DataFrame


@dataclass(frozen=True)
class Dataset:
    """The examined file, with the declared splits that it belongs to.

    ``table`` is the file's own table. ``split`` is the file's split and ``splits`` holds the tables of
    the files of every declared split, the file itself included; without a declaration ``split`` is None
    and ``splits`` is empty.
    """

    table: Table
    registry: Registry
    settings: Settings
    split: SplitName | None
    splits: Mapping[SplitName, list[Table]]
    _frames: dict[SplitName, "DataFrame"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def frame(self, split: SplitName) -> "DataFrame":
        """Return the rows of all files of a declared split, in the files' order."""
        import polars as pl

        if split not in self._frames:
            tables = self.splits[split] or [Table("", empty_columns())]
            self._frames[split] = pl.concat([table.frame for table in tables])
        return self._frames[split]

    def records(self, split: SplitName | None = None) -> Iterator[Record]:
        """Yield the records of the examined file, or of all files of a declared split, reading them again.

        Records that do not match their schema, or have none, are left out: other rules find those.
        Raises DataChanged at the end of a file whose bytes are not those that its table was made of.
        """
        for record in self.all_records(split):
            schema = self.registry.of_record(record)
            if schema is not None and schema.validator.is_valid(record.label):
                yield record

    def all_records(self, split: SplitName | None = None) -> Iterator[Record]:
        """Yield the records like `records`, whatever their schemas and labels are."""
        for table in [self.table] if split is None else self.splits[split]:
            yield from read_records(Path(table.file), self.settings.record_format, sha256=table.sha256)

    @property
    def whole(self) -> "DataFrame":
        """The rows of the examined file and of the other files of its split, which are one data set."""
        return self.table.frame if self.split is None else self.frame(self.split)

    def failing_envelopes(self, check: str) -> list[dict[str, Any]]:
        """Return the rows that fail a check of the `Envelope` model; it is validated once for all checks."""
        return self._failing_envelopes.get(check, [])

    @cached_property
    def _failing_envelopes(self) -> Mapping[str, list[dict[str, Any]]]:
        from edgejson.dataset.envelope_model import envelope_table, failing_rows

        table = envelope_table(
            self.table.frame,
            schemas={name: self.registry.complexity(name) for name in self.registry.schema_ids},
            duplicates=self.duplicates,
        )
        return failing_rows(table)

    @property
    def is_first_of_split(self) -> bool:
        """Whether this file reports what is about the split as a whole, so that it is reported once."""
        return self.split is None or self.splits[self.split][0].file == self.table.file

    @property
    def other_splits(self) -> list[SplitName]:
        """The other declared splits that have files."""
        return [split for split, tables in self.splits.items() if split != self.split and tables]

    @cached_property
    def duplicates(self) -> Duplicates:
        """Which records repeat one before them, in the file or in the files before it in its split."""
        return Duplicates.within(self.whole, self.table.file)

    @cached_property
    def near_pairs(self) -> NearPairs:
        """Which records nearly repeat the prompt of one before them, and with which labels."""
        return NearPairs.of(self.duplicates, self._records_at)

    @cached_property
    def near_leaks(self) -> NearPairs:
        """Which of the file's records nearly repeat the prompt of one of another declared split."""
        return NearPairs.of(self.leaks, self._records_at)

    def _records_at(self, places: Iterable[Place]) -> Mapping[Place, Record]:
        wanted: dict[str, set[tuple[int, int]]] = {}
        for file, line, nth in places:
            wanted.setdefault(file, set()).add((line, nth))
        tables = {table.file: table for several in self.splits.values() for table in several}
        tables[self.table.file] = self.table
        found: dict[Place, Record] = {}
        for file, rows in wanted.items():
            for record in read_records(Path(file), self.settings.record_format, sha256=tables[file].sha256):
                if (record.line, record.nth) in rows:
                    found[file, record.line, record.nth] = record
        return found

    @cached_property
    def leaks(self) -> Duplicates:
        """Which of the file's records repeat one of another declared split."""
        import polars as pl

        empty = Table("", empty_columns()).frame
        elsewhere = pl.concat([empty, *(self.frame(split) for split in self.other_splits)])
        return Duplicates.between(self.table.frame, elsewhere)
