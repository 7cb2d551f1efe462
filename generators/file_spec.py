"""The specification of a data file: how many records of which schemas, from which seed.

Specifications are values, so that the command line, the committed recipe and the tests say the same thing.
"""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from edgejson._typing import Complexity, SplitName
from edgejson.core.record_format import RecordFormat
from edgejson.formats.reader import read_records
from edgejson.generators.errors import GenerationError
from edgejson.generators.faults import Fault
from edgejson.generators.generator_set import GeneratorSet, built_in_generators
from edgejson.generators.new_records import new_records, place_in_file
from edgejson.generators.progress import ProgressCallback, no_progress
from edgejson.generators.record import GeneratedRecord
from edgejson.generators.record_layout import RecordLayout
from edgejson.generators.used_records import UsedRecords
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import Registry

SEEDS_PER_FILE = 1_000_000
"""The record seeds of a file with seed S begin at S * 1,000,000: two files of one split never share one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpec:
    """What a data file is to hold.

    Records spread evenly over `schemas`, or, with `shares` (per cent by complexity), evenly inside each
    complexity. Prompts have one of `styles`, or of all that the split has. No prompt and no label occurs
    twice, nor once that occurs in a file of `distinct_from`. The records of the files `mixed_in` come on
    top, as they are, at places among the generated ones that depend on the ids alone.
    """

    output: Path
    records: int
    seed: int
    split: SplitName = "train"
    schemas: tuple[str, ...] = tuple(WORLDS)
    shares: Mapping[Complexity, int] = field(default_factory=dict)
    styles: tuple[str, ...] | None = None
    fault: Fault | None = None
    distinct_from: tuple[Path, ...] = ()
    mixed_in: tuple[Path, ...] = ()

    def command(self) -> str:
        """Return the command line that makes this file."""
        words = ["new", "--records", str(self.records), "--seed", str(self.seed)]
        words += ["--output", self.output.as_posix()]
        if self.split != "train":
            words += ["--split", self.split]
        if self.schemas != tuple(WORLDS):
            words += ["--schemas", ",".join(self.schemas)]
        if self.shares:
            words += ["--shares", ",".join(f"{name}={share}" for name, share in self.shares.items())]
        if self.styles is not None:
            words += ["--styles", ",".join(self.styles)]
        if self.fault is not None:
            words += ["--fault", self.fault]
        for path in self.distinct_from:
            words += ["--distinct-from", path.as_posix()]
        for path in self.mixed_in:
            words += ["--mix-in", path.as_posix()]
        return "python -m edgejson.generators " + shlex.join(words)

    def lines(
        self,
        generator_set: GeneratorSet | None = None,
        *,
        folder: Path | None = None,
        on_progress: ProgressCallback = no_progress,
    ) -> list[bytes]:
        """Return the lines of the file, by `generator_set` or the built-in generators.

        Relative paths of `distinct_from` and `mixed_in` are looked up in `folder`. Raises GenerationError
        when a schema has not that many different records, and SourceError for a file that cannot be read.
        """
        generators = generator_set or built_in_generators()
        generators.require_complexities(self.schemas)
        distinct_from, mixed_in = (
            [(folder or Path()) / path for path in paths] for paths in (self.distinct_from, self.mixed_in)
        )

        def make(schema_id: str, seed: int) -> GeneratedRecord:
            return generators.generate(schema_id, seed, self.split, styles=self.styles, fault=self.fault)

        made = new_records(
            record_counts(self, generators.schemas),
            make,
            seeds=lambda _: count(self.seed * SEEDS_PER_FILE),
            used=UsedRecords.of_named_files([*distinct_from, *mixed_in], generators.settings),
            on_progress=on_progress,
        )
        layout = RecordLayout(settings=generators.settings)
        lines = [(record.id, layout.line(record)) for record in made]
        for path in mixed_in:
            lines += _lines_by_id(path, generators.settings.record_format)
        return [line for _, line in sorted(lines, key=lambda item: place_in_file(item[0]))]


def _lines_by_id(path: Path, record_format: RecordFormat) -> list[tuple[str, bytes]]:
    """Return the lines of a file of records, each with its record's id."""
    raw = path.read_bytes().splitlines(keepends=True)
    return [(record.id, raw[record.line - 1]) for record in read_records(path, record_format)]


def record_counts(spec: FileSpec, schemas: Registry) -> dict[str, int]:
    """Return the number of records by schema id; they sum to ``spec.records``.

    Raises GenerationError when the shares do not sum to 100 or name a complexity that no chosen schema has.
    """
    groups: dict[str, list[str]] = {}
    for schema_id in spec.schemas:
        level = schemas.complexity(schema_id) if spec.shares else "all"
        groups.setdefault(str(level), []).append(schema_id)
    if not spec.shares:
        return _spread(spec.records, groups["all"])
    if sum(spec.shares.values()) != 100 or min(spec.shares.values()) < 0:
        raise GenerationError(
            f"the shares sum to {sum(spec.shares.values())}: give percentages that sum to 100"
        )
    if absent := [name for name, share in spec.shares.items() if share and name not in groups]:
        raise GenerationError(f"no chosen schema is {absent[0]}: leave it out of the shares")
    portions = {name: spec.records * share // 100 for name, share in spec.shares.items() if share}
    portions[max(portions, key=lambda name: portions[name])] += spec.records - sum(portions.values())
    found: dict[str, int] = {}
    for name, portion in portions.items():
        found |= _spread(portion, groups[name])
    return found


def _spread(records: int, schemas: Iterable[str]) -> dict[str, int]:
    names = list(schemas)
    least, more = divmod(records, len(names))
    return {name: least + (number < more) for number, name in enumerate(names)}
