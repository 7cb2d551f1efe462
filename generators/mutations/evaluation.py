"""Running a suite over broken files, and reading off which rules each mutation triggers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from edgejson.core.files import temporary_folder
from edgejson.core.finding import Finding
from edgejson.errors import EdgejsonError
from edgejson.generators.mutations.planned_mutation import PlannedMutation
from edgejson.generators.mutations.target_file import TargetFile
from edgejson.suite.engine import examine

_BROKEN_SHARE = 0.04
"""Share of a file's records that may be broken in one run: few enough to stay exceptions among good ones."""

_SCOPES_BEYOND_A_LINE = ("file", "split")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one mutation.

    It is ``caught`` when the ``expected`` rule was triggered. ``companions`` are other rules that were
    triggered and that the operator lists, ``unexpected`` those that it does not list.
    """

    operator: str
    schema_id: str
    record_id: str
    description: str
    expected: str
    caught: bool
    companions: tuple[str, ...]
    unexpected: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as it stands in reports."""
        return {
            "operator": self.operator,
            "schema_id": self.schema_id,
            "record_id": self.record_id,
            "what": self.description,
            "meant": self.expected,
            "caught": self.caught,
            "companions": self.companions,
            "strangers": self.unexpected,
        }


@dataclass(slots=True)
class _TriggeredRules:
    """The rules triggered by a mutation's ``own`` lines, and by anything else in the file (``shared``)."""

    own: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)


def evaluate_mutations(
    file: TargetFile, mutations: Sequence[PlannedMutation], *, on_judged: Callable[[], None]
) -> Iterator[Outcome]:
    """Judge every mutation, in some order; `on_judged` is called after each.

    Rules that see one line are asked about the broken lines alone: what they find cannot depend on others.
    Rules of files and splits judge whole files, each with a few mutants in it; what does not come out as
    its operator says is judged once more, alone, so that no mutant answers for another. Mutants that
    change other records too are always alone.
    """
    with temporary_folder() as folder:
        workspace = _Workspace(file, folder)
        by_lines = workspace.triggered_by_lines(mutations)
        for batch in _batches(mutations, most=max(1, int(len(file.lines) * _BROKEN_SHARE))):
            for mutation, by_file in zip(batch, workspace.triggered_by_files(batch), strict=True):
                known = by_lines[id(mutation)]
                outcome = _outcome(file, mutation, known | by_file.own | by_file.shared)
                if len(batch) > 1 and (by_file.shared or outcome.unexpected or not outcome.caught):
                    alone = workspace.triggered_by_files([mutation])[0]
                    outcome = _outcome(file, mutation, known | alone.own | alone.shared)
                yield outcome
                on_judged()


def _outcome(file: TargetFile, mutation: PlannedMutation, triggered: set[str]) -> Outcome:
    operator = mutation.operator
    expected = operator.expected_rule(mutation.schema_id)
    others = sorted(triggered - {expected})
    return Outcome(
        operator=operator.name,
        schema_id=mutation.schema_id,
        record_id=str(file.records[mutation.row].get("id")),
        description=mutation.mutant.description,
        expected=expected,
        caught=expected in triggered,
        companions=tuple(rule for rule in others if operator.is_companion(rule)),
        unexpected=tuple(rule for rule in others if not operator.is_companion(rule)),
    )


def _batches(mutations: Sequence[PlannedMutation], *, most: int) -> Iterator[list[PlannedMutation]]:
    yield from ([mutation] for mutation in mutations if mutation.mutant.other_lines)
    waiting = [mutation for mutation in mutations if not mutation.mutant.other_lines]
    while waiting:
        batch: dict[int, PlannedMutation] = {}
        rest = []
        for mutation in waiting:
            if len(batch) < most and mutation.row not in batch:
                batch[mutation.row] = mutation
            else:
                rest.append(mutation)
        yield list(batch.values())
        waiting = rest


class _Workspace:
    """A copy of the project in a folder of its own, in which the broken files are judged."""

    def __init__(self, file: TargetFile, folder: Path) -> None:
        self.file = file
        root = file.suite.settings.root or file.data.resolve().parent
        self.data = folder / _relative(file.data, root)
        self.mutant_lines = folder / "edgejson-mutants.jsonl"
        self.suite = replace(file.suite, settings=file.suite.settings.model_copy(update={"root": folder}))
        for paths in file.suite.split_files().values():
            for path in paths:
                _write(folder / _relative(path, root), path.read_bytes())
        self._refuse_findings()

    def _refuse_findings(self) -> None:
        _write(self.data, _joined(self.file.lines))
        findings = examine(self.data, self.suite).findings
        if findings:
            first = findings[0]
            raise EdgejsonError(
                f"{self.file.data}: mutations need a file without findings, but {first.rule} has one in "
                f"line {first.line} (of {len(findings):,} in all); edgejson clean drops bad records"
            )

    def triggered_by_lines(self, mutations: Sequence[PlannedMutation]) -> dict[int, set[str]]:
        """Return which rules that see one line each mutation triggers, by the mutation's identity."""
        lines: list[bytes] = []
        owners: list[int] = []
        for mutation in mutations:
            for changed in (mutation.mutant.lines, *mutation.mutant.other_lines.values()):
                lines += changed
                owners += [id(mutation)] * len(changed)
        _write(self.mutant_lines, _joined(lines))
        triggered: dict[int, set[str]] = {id(mutation): set() for mutation in mutations}
        for finding in self._findings(self.mutant_lines, beyond_a_line=False):
            if finding.line is not None:
                triggered[owners[finding.line - 1]].add(finding.rule)
        return triggered

    def triggered_by_files(self, batch: Sequence[PlannedMutation]) -> list[_TriggeredRules]:
        """Return which rules of files and splits the file triggers with the mutants of `batch` in it."""
        placed: dict[int, tuple[bytes, ...]] = {}
        owners: dict[int, int] = {}
        for number, mutation in enumerate(batch):
            for row, changed in {mutation.row: mutation.mutant.lines, **mutation.other_lines()}.items():
                placed[row], owners[row] = changed, number
        lines: list[bytes] = []
        own: dict[int, int] = {}
        for row, line in enumerate(self.file.lines):
            for new in placed.get(row, (line,)):
                lines.append(new)
                if row in owners:
                    own[len(lines)] = owners[row]
        _write(self.data, _joined(lines))
        triggered = [_TriggeredRules() for _ in batch]
        for finding in self._findings(self.data, beyond_a_line=True):
            if finding.line in own:
                triggered[own[finding.line]].own.add(finding.rule)
            else:
                # A finding about the file or a good record is due to one of the mutants in it.
                for one in triggered:
                    one.shared.add(finding.rule)
        return triggered

    def _findings(self, path: Path, *, beyond_a_line: bool) -> tuple[Finding, ...]:
        rules = (rule for rule in self.suite.rules if (rule.scope in _SCOPES_BEYOND_A_LINE) == beyond_a_line)
        return examine(path, self.suite, selected=frozenset(rule.id for rule in rules)).findings


def _relative(path: Path, root: Path) -> Path:
    path = path.resolve()
    return path.relative_to(root.resolve()) if path.is_relative_to(root.resolve()) else Path(path.name)


def _joined(lines: Sequence[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
