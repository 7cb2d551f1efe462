"""The pass: a file is read once, every selected rule is run, and what they find is an `Examination`."""

import hashlib
import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from edgejson._typing import Digest, SplitName
from edgejson.core.decoding import printable
from edgejson.core.files import real_path
from edgejson.dataset.table_cache import TableCache
from edgejson.dataset.tables import Table
from edgejson.errors import EdgejsonError
from edgejson.formats.reader import DataFile, open_data
from edgejson.suite.account import Account
from edgejson.suite.block_result import BlockResult
from edgejson.suite.checks import Rule
from edgejson.suite.examination import Examination, Peer
from edgejson.suite.rule_runner import RuleRunner
from edgejson.suite.suite import Suite
from edgejson.suite.verdict import fails
from edgejson.suite.worker import WorkerRequest, check_block, check_table, submit

Progress: TypeAlias = Callable[[int], None]
"""Called with the number of bytes that were examined since the last call."""

_AHEAD = 8
"""Blocks that may wait for a worker while the next one is read: bounds memory, keeps workers busy."""


def examine(
    data: Path,
    suite: Suite,
    *,
    config: Path | None = None,
    selected: frozenset[str] | None = None,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    cache: TableCache | None = None,
) -> Examination:
    """Run the rules of `suite` (or the `selected` ids of them) over `data` and its declared peers.

    `executor` runs the rules, by default in this process; `config` must be the one that `suite` was
    resolved with; `cache` holds the tables of a run that examines several files of one data set. Raises
    SourceError when a file cannot be read, never for what is in it.
    """
    own = real_path(data)
    file = open_data(own, suite.settings.record_format, shown_as=shown(data))
    request = WorkerRequest(
        data=own,
        path=own,
        config=config,
        run_checks=suite.settings.checks is not None,
        file=file.name,
        record_format=file.record_format,
        selected=selected,
    )
    split = suite.split_of(data)
    rules = [rule for rule in suite.rules if selected is None or rule.id in selected]
    not_checked = {} if split else {rule.id: _undeclared(suite) for rule in rules if rule.scope == "split"}

    whole, sha256 = _read(file, request, suite, executor, on_progress)
    table = Table(request.file, whole.columns, sha256)
    known = [(own, table)]
    tables: dict[SplitName, list[Table]] = {}
    peers: list[Peer] = []
    if split is not None and any(rule.scope in ("file", "split") for rule in rules):
        for name, paths in suite.split_files().items():
            tables[name] = []
            for path in paths:
                if path == own:
                    tables[name].append(table)
                    continue
                peer = _peer_table(request, path, suite, executor, cache)
                known.append((path, peer))
                tables[name].append(peer)
                peers.append(Peer(file=suite.from_root(path), split=name, sha256=peer.sha256 or ""))
    if cache is not None:
        cache.keep(known, suite.settings.record_format)
    if any(rule.scope in ("file", "split") for rule in rules):
        _add(whole, submit(executor, suite, check_table, request, table, split, tables))
    _check_account(whole, suite, request, [rule for rule in rules if rule.scope == "account"])

    order = {rule.id: index for index, rule in enumerate(suite.rules)}
    findings = sorted(whole.findings, key=lambda f: (order[f.rule], f.line or 0))
    return Examination(
        path=data,
        file=request.file,
        sha256=sha256,
        suite_sha256=suite.sha256,
        n_lines=whole.n_lines,
        n_records=whole.n_records,
        n_refused=len(whole.refused),
        n_unlabelled=whole.n_unlabelled,
        format=file.record_format.name or "envelope",
        findings=tuple(findings),
        ran=frozenset(rule.id for rule in rules) - not_checked.keys(),
        not_checked=not_checked,
        split=split,
        peers=tuple(peers),
        schemas=dict(sorted(Counter(filter(None, whole.columns["schema_id"])).items())),
        waived=whole.waived,
        idle_waivers=tuple(_idle_waivers(suite, whole, {rule.id for rule in rules}, table, tables)),
    )


def _peer_table(
    request: WorkerRequest, path: Path, suite: Suite, executor: Executor | None, cache: TableCache | None
) -> Table:
    name = shown(path)
    table = None if cache is None else cache.get(path, suite.settings.record_format)
    if table is not None:
        return table
    file = open_data(path, suite.settings.record_format, shown_as=name)
    peer = replace(request, path=path, file=name, record_format=file.record_format, selected=frozenset())
    result, sha256 = _read(file, peer, suite, executor, None)
    return Table(peer.file, result.columns, sha256)


def _check_account(whole: BlockResult, suite: Suite, request: WorkerRequest, rules: Sequence[Rule]) -> None:
    """Add what the rules of the account find, after all others: what is said already is not said twice."""
    failing = [one for one in whole.findings if fails(one.severity, suite.settings.fail_on)]
    account = Account(
        n_lines=whole.n_lines,
        n_records=whole.n_records,
        refused=whole.refused,
        accused={one.line for one in failing if one.line is not None},
        is_accused=bool(failing),
    )
    runner = RuleRunner(suite, request.file, whole)
    for rule in rules:
        runner.run(rule, account)


def _idle_waivers(
    suite: Suite, whole: BlockResult, ran: set[str], table: Table, tables: Mapping[SplitName, Sequence[Table]]
) -> Iterator[tuple[str, str]]:
    """Yield the waivers that no finding needs: their record is in this file, or in none of the splits'."""
    own = set(table.columns["id"])
    anywhere = own.union(*(one.columns["id"] for several in tables.values() for one in several))
    for waiver in suite.settings.waivers:
        pair = (waiver.rule, waiver.id)
        could_match = waiver.id in own or (bool(tables) and waiver.id not in anywhere)
        if waiver.rule in ran and could_match and pair not in whole.used_waivers:
            yield pair


def shown(path: Path) -> str:
    """Return `path` as findings name it: from the working folder or absolute, whichever is shorter."""
    absolute = real_path(path).as_posix()
    return printable(min(Path(os.path.relpath(absolute)).as_posix(), absolute, key=len))


def _undeclared(suite: Suite) -> str:
    if not suite.settings.splits:
        return "no splits are declared in [tool.edgejson.splits]"
    return "[tool.edgejson.splits] does not declare this file in a split"


def _read(
    file: DataFile,
    request: WorkerRequest,
    suite: Suite,
    executor: Executor | None,
    on_progress: Progress | None,
) -> tuple[BlockResult, Digest]:
    """Read a file once, have its blocks checked, and put the results together in the file's order."""
    digest = hashlib.sha256()
    whole = BlockResult(suite_sha256=suite.sha256)
    waiting: deque[tuple[int, Future[BlockResult]]] = deque()

    def add_next() -> None:
        size, future = waiting.popleft()
        _add(whole, future)
        if on_progress is not None:
            on_progress(size)

    for block in file.blocks(digest):
        waiting.append((len(block.data), submit(executor, suite, check_block, request, block)))
        if len(waiting) > _AHEAD:
            add_next()
    while waiting:
        add_next()
    return whole, digest.hexdigest()


def _add(whole: BlockResult, future: Future[BlockResult]) -> None:
    result = future.result()
    if result.suite_sha256 != whole.suite_sha256:
        raise EdgejsonError("the rules changed on disk while they were running; run again")
    whole.add(result)
