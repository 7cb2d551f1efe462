"""Running a suite over broken files, and reading off which mutation was caught by what."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from edgejson.core.finding import Finding
from edgejson.errors import EdgejsonError
from edgejson.generators.mutations.field import Field
from edgejson.generators.mutations.trial import Trial
from edgejson.suite.engine import examine

_BROKEN_SHARE = 0.04
"""Share of a file's records that may be broken in one run: few enough to stay exceptions among good ones."""

_OF_DATA_SETS = ("file", "split")
"""Scopes of the rules that see more than one line."""


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


@dataclass(slots=True)
class _Heard:
    """Which rules spoke of a trial's own lines, and which of something else while it was judged."""

    own: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)


def run_trials(field: Field, trials: Sequence[Trial], *, on_trial: Callable[[], None]) -> Iterator[Outcome]:
    """Judge every trial, in some order; `on_trial` is called after each.

    Rules that see one line are asked about the broken lines alone: what they say cannot depend on others.
    Rules of files and splits judge whole files, each with a few mutants in it; what does not come out as
    its operator says is judged once more, alone, so that no mutant answers for another. Mutants that
    change other records too are always alone.
    """
    with tempfile.TemporaryDirectory(prefix="edgejson-mutate-") as folder:
        bench = _Bench(field, Path(folder))
        of_lines = bench.of_lines(trials)
        for batch in _batches(trials, most=max(1, int(len(field.lines) * _BROKEN_SHARE))):
            for trial, heard in zip(batch, bench.of_files(batch), strict=True):
                known = of_lines[id(trial)]
                outcome = _outcome(field, trial, known | heard.own | heard.common)
                if len(batch) > 1 and (heard.common or outcome.strangers or not outcome.caught):
                    alone = bench.of_files([trial])[0]
                    outcome = _outcome(field, trial, known | alone.own | alone.common)
                yield outcome
                on_trial()


def _outcome(field: Field, trial: Trial, spoke: set[str]) -> Outcome:
    meant = trial.operator.catcher(trial.schema_id)
    others = sorted(spoke - {meant})
    return Outcome(
        operator=trial.operator.name,
        schema_id=trial.schema_id,
        record_id=str(field.records[trial.row].get("id")),
        what=trial.mutant.what,
        meant=meant,
        caught=meant in spoke,
        companions=tuple(rule for rule in others if trial.operator.allows(rule)),
        strangers=tuple(rule for rule in others if not trial.operator.allows(rule)),
    )


def _batches(trials: Sequence[Trial], *, most: int) -> Iterator[list[Trial]]:
    yield from ([trial] for trial in trials if trial.mutant.elsewhere)
    waiting = [trial for trial in trials if not trial.mutant.elsewhere]
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


class _Bench:
    """A copy of the project in a folder of its own, in which the broken files are judged."""

    def __init__(self, field: Field, folder: Path) -> None:
        self.field = field
        root = field.suite.settings.root or field.data.resolve().parent
        self.data = folder / _below(field.data, root)
        self.lines = folder / "edgejson-mutants.jsonl"
        self.suite = replace(field.suite, settings=field.suite.settings.model_copy(update={"root": folder}))
        for paths in field.suite.split_files().values():
            for path in paths:
                _write(folder / _below(path, root), path.read_bytes())
        self._refuse_findings()

    def _refuse_findings(self) -> None:
        _write(self.data, _joined(self.field.lines))
        findings = examine(self.data, self.suite).findings
        if findings:
            first = findings[0]
            raise EdgejsonError(
                f"{self.field.data}: mutations need a file without findings, but {first.rule} has one in "
                f"line {first.line} (of {len(findings):,} in all); edgejson clean drops bad records"
            )

    def of_lines(self, trials: Sequence[Trial]) -> dict[int, set[str]]:
        """Return which rules that see one line spoke of the lines of each trial, by the trial's identity."""
        lines: list[bytes] = []
        owners: list[int] = []
        for trial in trials:
            for changed in (trial.mutant.lines, *trial.mutant.elsewhere.values()):
                lines += changed
                owners += [id(trial)] * len(changed)
        _write(self.lines, _joined(lines))
        spoke: dict[int, set[str]] = {id(trial): set() for trial in trials}
        for finding in self._findings(self.lines, of_data_sets=False):
            if finding.line is not None:
                spoke[owners[finding.line - 1]].add(finding.rule)
        return spoke

    def of_files(self, batch: Sequence[Trial]) -> list[_Heard]:
        """Return what the rules of files and splits say of the file with the mutants of `batch` in it."""
        placed: dict[int, tuple[bytes, ...]] = {}
        owners: dict[int, int] = {}
        for number, trial in enumerate(batch):
            for row, changed in {trial.row: trial.mutant.lines, **trial.elsewhere()}.items():
                placed[row], owners[row] = changed, number
        lines: list[bytes] = []
        own: dict[int, int] = {}
        for row, line in enumerate(self.field.lines):
            for new in placed.get(row, (line,)):
                lines.append(new)
                if row in owners:
                    own[len(lines)] = owners[row]
        _write(self.data, _joined(lines))
        heard = [_Heard() for _ in batch]
        for finding in self._findings(self.data, of_data_sets=True):
            if finding.line in own:
                heard[own[finding.line]].own.add(finding.rule)
            else:
                # What is said of the file or of a good record is due to one of the mutants in it.
                for one in heard:
                    one.common.add(finding.rule)
        return heard

    def _findings(self, path: Path, *, of_data_sets: bool) -> tuple[Finding, ...]:
        rules = (rule for rule in self.suite.rules if (rule.scope in _OF_DATA_SETS) == of_data_sets)
        return examine(path, self.suite, selected=frozenset(rule.id for rule in rules)).findings


def _below(path: Path, root: Path) -> Path:
    path = path.resolve()
    return path.relative_to(root.resolve()) if path.is_relative_to(root.resolve()) else Path(path.name)


def _joined(lines: Sequence[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
