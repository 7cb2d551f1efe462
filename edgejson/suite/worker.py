"""What workers do: they run a suite's rules on a block of lines, or on the table of a whole file."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from edgejson._typing import SplitName
from edgejson.core.decoding import Decoded, Fault
from edgejson.core.record import Record, place_in_row
from edgejson.core.record_format import RecordFormat
from edgejson.core.source import Block, Line
from edgejson.dataset.tables import Table, append_row
from edgejson.errors import SettingsError
from edgejson.formats.reader import RowPart, read_row
from edgejson.suite.block_result import BlockResult
from edgejson.suite.checks import Rule
from edgejson.suite.dataset import Dataset
from edgejson.suite.embedded_json import content_faults
from edgejson.suite.rule_runner import RuleRunner
from edgejson.suite.schema_check import LABEL, violations
from edgejson.suite.schema_registry import Schema
from edgejson.suite.suite import Suite, resolve_suite


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRequest:
    """What a worker process needs to resolve the same suite and to name the file in findings.

    The suite is that of ``data``; ``path`` is the file that is read, ``data`` itself or a peer of it, in its
    ``record_format``.
    """

    data: Path
    path: Path
    config: Path | None
    run_checks: bool
    file: str
    record_format: RecordFormat
    selected: frozenset[str] | None = None


def submit(
    executor: Executor | None,
    suite: Suite,
    work: Callable[..., BlockResult],
    request: WorkerRequest,
    *arguments: Any,
) -> Future[BlockResult]:
    """Have `work` done by the executor, whose processes resolve the suite themselves, or here and now."""
    if executor is not None:
        return executor.submit(_remotely, work, request, *arguments)
    done: Future[BlockResult] = Future()
    done.set_result(work(suite, request, *arguments))
    return done


def _remotely(work: Callable[..., BlockResult], request: WorkerRequest, *arguments: Any) -> BlockResult:
    return work(_resolved(request.data, request.config, request.run_checks), request, *arguments)


@lru_cache(maxsize=64)
def _resolved(data: Path, config: Path | None, run_checks: bool) -> Suite:
    return resolve_suite(data, config, run_checks=run_checks)


def check_block(suite: Suite, request: WorkerRequest, block: Block) -> BlockResult:
    """Return what the rules about lines, labels and records find in a block, and its rows of the table."""
    result = BlockResult(suite_sha256=suite.sha256)
    rules = [rule for rule in suite.rules if request.selected is None or rule.id in request.selected]
    checks = _BlockChecks(
        suite=suite,
        request=request,
        result=result,
        line_rules=[rule for rule in rules if rule.scope == "line"],
        record_rules=[rule for rule in rules if rule.scope in ("label", "record")],
        users_rules=frozenset(rule.id for rule in rules if rule.path in suite.check_files),
    )
    for line in block.lines():
        result.n_lines += 1
        checks.check_line(line)
    return result


@dataclass(slots=True, kw_only=True)
class _BlockChecks:
    """The checks of a block's lines, which add to its result."""

    suite: Suite
    request: WorkerRequest
    result: BlockResult
    line_rules: Sequence[Rule]
    record_rules: Sequence[Rule]
    users_rules: frozenset[str]
    by_schema: dict[str | None, list[Rule]] = field(default_factory=dict)

    def check_line(self, line: Line) -> None:
        content = read_row(line, self.request.record_format)
        decoded = content.decoded
        if decoded.faults:
            self._run_line_rules(RuleRunner(self.suite, self.request.file, self.result, line.number), decoded)
        if decoded.value is None:
            self.result.refused[line.number] = "it is not one JSON object"
            return
        if not self.suite.judges:
            self.result.refused[line.number] = "every rule is disabled"
        if not content.parts:
            self._check_unlabelled(line)
        for part in content.parts:
            append_row(self.result.columns, line.number, part, self.request.record_format)
            self._check_part(line, part)

    def _run_line_rules(self, runner: RuleRunner, decoded: Decoded) -> None:
        for rule in self.line_rules:
            runner.run(rule, decoded)

    def _check_unlabelled(self, line: Line) -> None:
        self.result.n_unlabelled += 1
        if self.request.record_format.allows_unlabelled:
            return
        self.result.refused[line.number] = "it has no label"
        fault = Fault(name="no_label", expected="an answer that is JSON", actual="none")
        runner = RuleRunner(self.suite, self.request.file, self.result, line.number)
        self._run_line_rules(runner, Decoded(line=line, faults=(fault,)))

    def _check_part(self, line: Line, part: RowPart) -> None:
        record, faults = part.record, part.example.faults
        schema = None
        if record is None:
            self.result.refused[line.number] = "it does not hold all that a record needs"
        else:
            self.result.n_records += 1
            try:
                schema = self.suite.registry.of_record(record)
                if schema is None:
                    self.result.refused[line.number] = f"its schema {record.schema_id!r} is not known"
            except SettingsError as error:
                self.result.refused[line.number] = "its own schema cannot be used"
                expected, actual = "a row whose own schema is a JSON Schema", error.problems[0]
                faults = (*faults, Fault(name="schema", expected=expected, actual=actual))
        runner = RuleRunner(self.suite, self.request.file, self.result, line.number)
        runner.record_id = part.record_id
        if record is not None and schema is not None:
            at = place_in_row(LABEL, record.places)
            max_depth = self.request.record_format.max_depth
            faults = (*faults, *content_faults(record.label, schema, at=at, max_depth=max_depth))
        if faults:
            self._run_line_rules(runner, Decoded(line=line, faults=faults))
        if record is not None and schema is not None and self.record_rules:
            self._check_record(runner, record, schema)

    def _check_record(self, runner: RuleRunner, record: Record, schema: Schema) -> None:
        runner.start_record(record)
        max_depth = self.request.record_format.max_depth
        found = tuple(violations(record.label, schema, max_depth=max_depth))
        broken = {violation.field for violation in found}
        runner.violating = tuple(one.mismatch.pointer for one in found if not one.is_readable_date)
        for rule in self._rules_for(record):
            if rule.scope == "label":
                runner.run(rule, found)
            elif not broken or not _needs(rule, broken):
                # Users' rules get records of their own: what one changes in them reaches no other.
                runner.run(rule, deepcopy(record) if rule.id in self.users_rules else record)
            else:
                runner.skip(rule)

    def _rules_for(self, record: Record) -> list[Rule]:
        """Return the rules about labels and records for the schema of `record`.

        Built-in rules about a schema are about the registry's, not about one that a row brings along.
        """
        key = record.schema_id if record.own_schema is None else f"own {record.schema_id}"
        if key not in self.by_schema:
            self.by_schema[key] = [
                rule
                for rule in self.record_rules
                if rule.schemas is None
                or (
                    record.schema_id in rule.schemas
                    and (record.own_schema is None or rule.id in self.users_rules)
                )
            ]
        return self.by_schema[key]


def _needs(rule: Rule, broken: set[str | None]) -> bool:
    """Whether `rule` reads a field in which the label violates its schema."""
    if rule.needs is None or None in broken:
        return rule.needs != ()
    return not broken.isdisjoint(rule.needs)


def check_table(
    suite: Suite,
    request: WorkerRequest,
    table: Table,
    split: SplitName | None,
    tables: dict[SplitName, list[Table]],
) -> BlockResult:
    """Return what the rules about files and splits find in a file; `tables` are those of the splits."""
    result = BlockResult(suite_sha256=suite.sha256)
    dataset = Dataset(
        table=table, registry=suite.registry, settings=suite.settings, split=split, splits=tables
    )
    places = zip(table.columns["line"], table.columns["nth"], strict=True)
    rows = {place: index for index, place in enumerate(places)}
    runner = RuleRunner(suite, request.file, result, columns=table.columns, rows=rows)
    for rule in suite.rules:
        wanted = rule.scope == "file" or (rule.scope == "split" and split is not None)
        if wanted and (request.selected is None or rule.id in request.selected):
            runner.run(rule, dataset)
    return result
