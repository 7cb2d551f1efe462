"""A run of the generators: how many records of which schemas, and what file they make.

Runs are values, so that the command line, the committed recipe and the tests say the same thing.
"""

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from edgejson._typing import Complexity, SplitName
from edgejson.errors import EdgejsonError
from edgejson.generators.bars import Stage, silent
from edgejson.generators.faults import Fault
from edgejson.generators.fill import Form, fill
from edgejson.generators.sources import Sources, built_in
from edgejson.generators.spent import Spent
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import registry
from edgejson.suite.settings import Settings

SEEDS_A_RUN = 1_000_000
"""Record seeds of run seed S lie in S * 1,000,000 .. S * 1,000,000 + 999,999, so runs never share one."""


class RunError(EdgejsonError):
    """A run that cannot be made as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What to generate.

    Records spread evenly over `schemas`, or, with `shares` (per cent by complexity), evenly inside each
    complexity. Prompts have one of `styles`, or of all that the split has. No prompt and no label occurs
    twice, nor once that occurs in a file of `distinct_from`.
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

    def command(self) -> str:
        """Return the command line that makes this run."""
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
        return "python -m edgejson.generators " + shlex.join(words)


def counts(run: Run) -> dict[str, int]:
    """Return the number of records by schema id; they sum to ``run.records``.

    Raises RunError when the shares do not sum to 100 or name a complexity that no chosen schema has.
    """
    groups: dict[str, list[str]] = {}
    for schema_id in run.schemas:
        level = registry().complexity(schema_id) if run.shares else "all"
        groups.setdefault(str(level), []).append(schema_id)
    if not run.shares:
        return _spread(run.records, groups["all"])
    if sum(run.shares.values()) != 100 or min(run.shares.values()) < 0:
        raise RunError(f"the shares sum to {sum(run.shares.values())}: give percentages that sum to 100")
    if absent := [name for name, share in run.shares.items() if share and name not in groups]:
        raise RunError(f"no chosen schema is {absent[0]}: leave it out of the shares")
    portions = {name: run.records * share // 100 for name, share in run.shares.items() if share}
    portions[max(portions, key=lambda name: portions[name])] += run.records - sum(portions.values())
    found: dict[str, int] = {}
    for name, portion in portions.items():
        found |= _spread(portion, groups[name])
    return found


def lines(
    run: Run, sources: Sources | None = None, *, folder: Path | None = None, show: Stage = silent
) -> list[bytes]:
    """Return the lines of the file that `run` makes with `sources`, by default the built-in generators.

    Fields have the names that the settings of `sources` give them. Relative paths of ``distinct_from`` are
    looked up in `folder`. The order mixes the schemas and depends on the ids alone. Raises MendingError when
    a schema has not that many different records, SourceError for a file that cannot be read, and ValueError
    for what only the built-in generators can do.
    """
    chosen = built_in() if sources is None else sources
    if chosen is not built_in() and (run.fault is not None or run.shares):
        raise ValueError("--fault and --shares are for built-in generators; leave them out, or --generator")
    made = fill(
        chosen,
        counts(run),
        split=run.split,
        spent=_spent(run, folder or Path(), chosen.settings),
        seeds=lambda _: count(run.seed * SEEDS_A_RUN),
        styles=run.styles,
        fault=run.fault,
        show=show,
    )
    return list(map(Form(settings=chosen.settings, further={}).line, made))


def _spent(run: Run, folder: Path, settings: Settings) -> Spent:
    spent = Spent()
    for path in run.distinct_from:
        theirs = Spent.of_files([folder / path], settings)
        if not theirs.ids:
            raise RunError(f"{path}: no line of it is a record; name a data file in --distinct-from")
        spent = spent.with_others(theirs)
    return spent


def _spread(records: int, schemas: Iterable[str]) -> dict[str, int]:
    names = list(schemas)
    least, more = divmod(records, len(names))
    return {name: least + (number < more) for number, name in enumerate(names)}
