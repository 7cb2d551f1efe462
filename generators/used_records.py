"""What new records must not repeat: the prompts, labels, ids and seeds of records that exist already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

from edgejson._typing import Digest, JSONValue, SplitName
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.dataset.tables import canonical
from edgejson.formats.reader import read_records
from edgejson.generators.errors import GenerationError
from edgejson.generators.record import GeneratedRecord
from edgejson.suite.settings import Settings

FRESH_SEEDS = 10**12
"""The first seed of records that replace another or fill a gap: far above those of any ordinary run."""

MAX_REPEATS = 5_000
"""How many candidates in a row may repeat a used record before a schema counts as exhausted."""


@dataclass(slots=True)
class UsedRecords:
    """Digests of prompts (white space and case do not count) and labels, ids, and the seeds of each split."""

    texts: set[Digest] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    seeds: set[tuple[JSONValue, str, JSONValue]] = field(default_factory=set)

    @classmethod
    def of_files(cls, paths: Iterable[Path], settings: Settings) -> "UsedRecords":
        """Return the records of data files as used; SourceError for a file that cannot be read."""
        used = cls()
        for path in paths:
            for record in read_records(path, settings.record_format):
                used.add(record)
        return used

    @classmethod
    def of_named_files(cls, paths: Iterable[Path], settings: Settings) -> "UsedRecords":
        """Return the same for files that a user names; GenerationError for one that holds no record."""
        used = cls()
        for path in paths:
            own = cls.of_files([path], settings)
            if not own.ids:
                raise GenerationError(
                    f"{path}: there is no record in it; name a data file in --distinct-from"
                )
            used = used.merged_with(own)
        return used

    def merged_with(self, others: "UsedRecords") -> "UsedRecords":
        """Return what is used by either."""
        return UsedRecords(self.texts | others.texts, self.ids | others.ids, self.seeds | others.seeds)

    def add(self, record: Record | GeneratedRecord) -> None:
        """Count `record` as used."""
        self.texts |= _texts(record)
        self.ids.add(record.id)
        meta = record.meta if isinstance(record, GeneratedRecord) else record.envelope.get("meta")
        if isinstance(meta, dict) and "seed" in meta:
            self.seeds.add((meta.get("split"), record.schema_id, _hashable(meta["seed"])))

    def has_part_of(self, record: GeneratedRecord) -> bool:
        """Whether the prompt, label, id or seed of `record` is used."""
        seed = (record.meta.get("split"), record.schema_id, _hashable(record.meta.get("seed")))
        return seed in self.seeds or record.id in self.ids or not self.texts.isdisjoint(_texts(record))

    def add_first_new(self, candidates: Iterator[GeneratedRecord]) -> GeneratedRecord | None:
        """Add and return the first candidate that repeats nothing; None when `MAX_REPEATS` in a row do."""
        for record in islice(candidates, MAX_REPEATS):
            if not self.has_part_of(record):
                self.add(record)
                return record
        return None


def fresh_seeds(split: SplitName, *key: str) -> Iterator[int]:
    """Yield the seeds to try for what `key` names: always the same ones, and others for another key."""
    digest = sha256("\0".join(("fresh", split, *key)).encode()).digest()
    return count(FRESH_SEEDS + int.from_bytes(digest[:5]))


def _texts(record: Record | GeneratedRecord) -> set[Digest]:
    label = compact(canonical(record.label))
    return {_digest(" ".join(record.prompt.split()).casefold()), _digest(f"{record.schema_id}\0{label}")}


def _digest(text: str) -> Digest:
    return sha256(text.encode()).hexdigest()


def _hashable(value: JSONValue) -> JSONValue:
    return value if isinstance(value, int | str) else repr(value)
