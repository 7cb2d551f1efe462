"""What workers do: they run a suite's rules on a block of lines, or on the table of a whole file."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from edgejson._typing import SplitName
from edgejson.core.record_reader import read_line
from edgejson.core.source import Block
from edgejson.dataset.tables import Table, append_row
from edgejson.suite.block_result import BlockResult
from edgejson.suite.checks import Rule
from edgejson.suite.dataset import Dataset
from edgejson.suite.rule_runner import RuleRunner
from edgejson.suite.schema_check import violations
from edgejson.suite.suite import Suite, resolve_suite


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRequest:
    """What a worker process needs to resolve the same suite and to name the file in findings.

    The suite is that of ``data``; ``path`` is the file that is read, ``data`` itself or a peer of it.
    """

    data: Path
    path: Path
    config: Path | None
    run_checks: bool
    file: str
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
    line_rules = [rule for rule in rules if rule.scope == "line"]
    record_rules = _by_schema(suite, rules)
    record_format = suite.settings.record_format
    own_files = set(suite.check_files)
    for line in block.lines():
        result.n_lines += 1
        content = read_line(line, record_format)
        runner = RuleRunner(suite, request.file, result, line.number)
        if content.fields is None:
            for rule in line_rules:
                runner.run(rule, content.decoded)
            continue
        append_row(result.columns, line.number, content.fields, alias=content.alias)
        record = content.record
        if record is None:
            continue
        result.n_records += 1
        if record.schema_id in record_rules and rules:
            runner.start_record(record)
            found = tuple(violations(record.label, suite.registry.schemas[record.schema_id]))
            broken = {violation.field for violation in found}
            runner.violating = tuple(one.mismatch.pointer for one in found if not one.is_readable_date)
            for rule in record_rules[record.schema_id]:
                if rule.scope == "label":
                    runner.run(rule, found)
                elif not broken or not _needs(rule, broken):
                    # Users' rules get records of their own: what one changes in them reaches no other.
                    runner.run(rule, deepcopy(record) if rule.path in own_files else record)
                else:
                    runner.skip(rule)
    return result


def _by_schema(suite: Suite, rules: Sequence[Rule]) -> dict[str, list[Rule]]:
    about_records = [rule for rule in rules if rule.scope in ("label", "record")]
    return {
        schema_id: [rule for rule in about_records if rule.schemas is None or schema_id in rule.schemas]
        for schema_id in suite.registry.schema_ids
    }


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
    rows = {line: index for index, line in enumerate(table.columns["line"])}
    runner = RuleRunner(suite, request.file, result, columns=table.columns, rows=rows)
    for rule in suite.rules:
        wanted = rule.scope == "file" or (rule.scope == "split" and split is not None)
        if wanted and (request.selected is None or rule.id in request.selected):
            runner.run(rule, dataset)
    return result
