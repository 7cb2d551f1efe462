"""Running a suite over broken files, and reading off which mutation was caught by what."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from edgejson._typing import JSONObject, SplitName
from edgejson.decode import decode
from edgejson.engine import examine
from edgejson.errors import EdgejsonError, SourceError
from edgejson.generators.mutations.operator import Mutant, Operator, Victim
from edgejson.source import Line
from edgejson.suite import Suite

_BROKEN_SHARE = 0.04
"""Share of a file's records that may be broken in one run: few enough to stay exceptions among good ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one mutation: ``caught`` by the rule meant for it, and the ``strangers`` that spoke.

    A stranger is a rule that the operator does not list as a companion.
    """

    operator: str
    schema_id: str
    record_id: str
    what: str
    meant: str
    caught: bool
    companions: tuple[str, ...]
    strangers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """The file that is broken, with the files of the other declared splits, as lines and as objects."""

    data: Path
    suite: Suite
    lines: list[bytes]
    records: list[JSONObject]
    peers: Mapping[SplitName, list[JSONObject]]

    @classmethod
    def read(cls, data: Path, suite: Suite) -> "Field":
        """Read a file and its peers; EdgejsonError when a line of the file is not a JSON object."""
        lines = _lines(data)
        records = [_object(line, data, number) for number, line in enumerate(lines, 1)]
        own = suite.split_of(data)
        peers = {
            split: [_object(line, path, n) for path in paths for n, line in enumerate(_lines(path), 1)]
            for split, paths in suite.split_files().items()
            if own is not None and split != own
        }
        return cls(data, suite, lines, records, peers)

    def by_schema(self) -> dict[str, list[int]]:
        """Return the indexes of the records of each schema."""
        found: dict[str, list[int]] = {}
        for index, record in enumerate(self.records):
            found.setdefault(str(record.get("schema_id")), []).append(index)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One mutation that is to be judged: the mutant takes the place of the record in `row`."""

    operator: Operator
    schema_id: str
    row: int
    mutant: Mutant


def plan(field: Field, operators: Sequence[Operator], *, each: int, seed: int) -> list[Trial]:
    """Return `each` mutations (fewer where fewer records allow) of every operator in every schema it breaks.

    They are ordered so that any first part of the list covers as many operators as it can.
    """
    found = [
        (round_, number, trial)
        for schema_id, rows in sorted(field.by_schema().items())
        for number, operator in enumerate(operators)
        if operator.schemas is None or schema_id in operator.schemas
        for round_, trial in enumerate(_trials(field, operator, schema_id, rows, each, seed))
    ]
    random = Random(seed)
    random.shuffle(found)
    turns: dict[str, int] = {}
    ordered: list[tuple[int, int, int, Trial]] = []
    for round_, number, trial in sorted(found, key=lambda item: item[0]):
        turn = turns[trial.operator.name] = turns.get(trial.operator.name, -1) + 1
        ordered.append((turn, number, round_, trial))
    return [trial for *_, trial in sorted(ordered, key=lambda item: item[:3])]


def run_trials(field: Field, trials: Sequence[Trial], *, on_trial: Callable[[], None]) -> Iterator[Outcome]:
    """Judge every trial; `on_trial` is called after each.

    Mutants of single records share a run of the suite, a few in a large file. What does not come out as
    its operator says is judged once more, alone, so that no mutant answers for another.
    """
    with tempfile.TemporaryDirectory(prefix="edgejson-mutate-") as folder:
        bench = _Bench(field, Path(folder))
        for batch in _batches(trials, most=max(1, int(len(field.lines) * _BROKEN_SHARE))):
            for trial, outcome in zip(batch, bench.run(batch), strict=True):
                odd = not outcome.caught or outcome.strangers
                yield next(bench.run([trial])) if odd and len(batch) > 1 else outcome
                on_trial()


def _batches(trials: Sequence[Trial], *, most: int) -> Iterator[list[Trial]]:
    alone = [trial for trial in trials if trial.operator.breaks in ("file", "split")]
    yield from ([trial] for trial in alone)
    waiting = [trial for trial in trials if trial.operator.breaks not in ("file", "split")]
    while waiting:
        batch: dict[int, Trial] = {}
        rest = []
        for trial in waiting:
            if len(batch) < most and trial.row not in batch:
                batch[trial.row] = trial
            else:
                rest.append(trial)
        yield list(batch.values())
        waiting = rest


def _trials(
    field: Field, operator: Operator, schema_id: str, rows: list[int], each: int, seed: int
) -> Iterator[Trial]:
    random = Random(f"{seed}/{operator.name}/{schema_id}")
    order = list(rows)
    random.shuffle(order)
    document = field.suite.registry.schemas.get(schema_id)
    made = 0
    for row in order:
        if made == each:
            return
        victim = Victim(
            record=deepcopy(field.records[row]),
            schema=document.document if document else {},
            others=[*field.records[:row], *field.records[row + 1 :]],
            peers=field.peers,
            random=random,
        )
        mutant = operator.apply(victim)
        if mutant is not None and mutant.lines != (field.lines[row],):
            made += 1
            yield Trial(operator=operator, schema_id=schema_id, row=row, mutant=mutant)


class _Bench:
    """A copy of the project in a folder of its own, in which the broken files are judged."""

    def __init__(self, field: Field, folder: Path) -> None:
        self.field = field
        root = field.suite.settings.root or field.data.resolve().parent
        self.data = folder / _below(field.data, root)
        self.suite = replace(field.suite, settings=field.suite.settings.model_copy(update={"root": folder}))
        for paths in field.suite.split_files().values():
            for path in paths:
                _write(folder / _below(path, root), path.read_bytes())
        _write(self.data, b"".join(line + b"\n" for line in field.lines))
        baseline = examine(self.data, self.suite)
        if baseline.findings:
            first = baseline.findings[0]
            raise EdgejsonError(
                f"{field.data}: mutations need a file without findings, but {first.rule} has one in line "
                f"{first.line} (of {len(baseline.findings):,} in all); edgejson clean drops bad records"
            )

    def run(self, batch: Sequence[Trial]) -> Iterator[Outcome]:
        """Judge the file with the mutants of `batch` in their places, and yield an outcome for each."""
        placed = {trial.row: trial.mutant for trial in batch}
        lines: list[bytes] = []
        spans: dict[int, range] = {}
        for row, line in enumerate(self.field.lines):
            new = placed[row].lines if row in placed else (line,)
            if row in placed:
                spans[row] = range(len(lines) + 1, len(lines) + 1 + len(new))
            lines.extend(new)
        _write(self.data, b"".join(line + b"\n" for line in lines))
        findings = examine(self.data, self.suite).findings
        own = {number for span in spans.values() for number in span}
        # What is said of the file or of a good record is due to one of the mutants in it.
        common = {finding.rule for finding in findings if finding.line not in own}
        for trial in batch:
            meant = trial.operator.catcher(trial.schema_id)
            spoke = {finding.rule for finding in findings if finding.line in spans[trial.row]} | common
            others = sorted(spoke - {meant})
            yield Outcome(
                operator=trial.operator.name,
                schema_id=trial.schema_id,
                record_id=str(self.field.records[trial.row].get("id")),
                what=trial.mutant.what,
                meant=meant,
                caught=meant in spoke,
                companions=tuple(rule for rule in others if trial.operator.allows(rule)),
                strangers=tuple(rule for rule in others if not trial.operator.allows(rule)),
            )


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().removesuffix(b"\n").split(b"\n")
    except OSError as error:
        raise SourceError(path, error.strerror or str(error)) from error


def _object(raw: bytes, path: Path, number: int) -> JSONObject:
    decoded = decode(
        Line(number=number, offset=0, raw=raw, size=len(raw)), max_bytes=len(raw) + 1, max_depth=500
    )
    if decoded.value is None:
        raise SourceError(path, f"line {number} is not a JSON object; pytest --edgejson {path} shows why")
    return decoded.value


def _below(path: Path, root: Path) -> Path:
    path = path.resolve()
    return path.relative_to(root.resolve()) if path.is_relative_to(root.resolve()) else Path(path.name)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
