"""A run of the generators: how many records of which schemas, and what file they make.

Runs are values, so that the command line, the committed recipe and the tests say the same thing.
"""

import hashlib
import json
import shlex
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from edgejson._typing import Complexity, JSONValue, SplitName
from edgejson.core.json_text import compact
from edgejson.errors import EdgejsonError
from edgejson.generators.faults import Fault
from edgejson.generators.record import GeneratedRecord, generate
from edgejson.generators.spent import PATIENCE
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import registry

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


def lines(run: Run, *, folder: Path | None = None, advance: Callable[[], None] = lambda: None) -> list[bytes]:
    """Return the lines of the file that `run` makes, in its order; `advance` is called once a record.

    Relative paths of ``distinct_from`` are looked up in `folder`. The order mixes the schemas and depends
    on the ids alone. Raises RunError when a schema has not that many different records.
    """
    taken = set().union(*(_digests_of((folder or Path()) / path) for path in run.distinct_from))
    made: list[GeneratedRecord] = []
    for schema_id, count in counts(run).items():
        seed, missing, repeats = run.seed * SEEDS_A_RUN, count, 0
        while missing:
            record = generate(schema_id, seed, split=run.split, styles=run.styles, fault=run.fault)
            seed += 1
            own = {_digest(record.prompt), _digest(schema_id, compact(record.label))}
            if own & taken:
                repeats += 1
                if repeats > PATIENCE:
                    raise RunError(
                        f"there are no {count} different records of {schema_id}: {count - missing} were found"
                    )
                continue
            taken |= own
            made.append(record)
            missing, repeats = missing - 1, 0
            advance()
    made.sort(key=lambda record: _digest(record.id))
    return [record.line() for record in made]


def _spread(records: int, schemas: Iterable[str]) -> dict[str, int]:
    names = list(schemas)
    least, more = divmod(records, len(names))
    return {name: least + (number < more) for number, name in enumerate(names)}


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _digests_of(path: Path) -> set[bytes]:
    """Return the digests of every prompt and label of a data file."""
    digests: set[bytes] = set()
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RunError(
            f"{path}: cannot be read ({error.strerror}): name a data file in --distinct-from"
        ) from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record: dict[str, JSONValue] = json.loads(line, parse_float=Decimal)
            prompt, schema_id, label = record["prompt"], record["schema_id"], record["expected_output"]
        except (ValueError, KeyError, TypeError) as error:
            raise RunError(
                f"{path}:{number}: not a record with prompt, schema_id and expected_output"
            ) from error
        digests |= {_digest(str(prompt)), _digest(str(schema_id), compact(label))}
    return digests
