"""The pass: a file is read once, every selected rule is asked, and the answers are findings."""

import hashlib
import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from edgejson._typing import Digest, SplitName
from edgejson.core.decoding import decode, printable
from edgejson.core.envelope import as_record, canonical_fields
from edgejson.core.finding import Finding
from edgejson.core.source import Block, compression, read_blocks
from edgejson.dataset.table_cache import TableCache
from edgejson.dataset.tables import Dataset, Table, append_row, extend
from edgejson.errors import EdgejsonError, SourceError
from edgejson.suite.block_result import Judge, Part
from edgejson.suite.checks import Rule
from edgejson.suite.schema_check import violations
from edgejson.suite.suite import Suite, resolve_suite

Progress: TypeAlias = Callable[[int], None]
"""Called with the number of bytes that were judged since the last call."""

_AHEAD = 8
"""Blocks that may wait for a worker while the next one is read: bounds memory, keeps workers busy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a worker process needs to resolve the same suite and to name the file in findings.

    The suite is that of ``data``; ``path`` is the file that is read, ``data`` itself or a peer of it.
    """

    data: Path
    path: Path
    config: Path | None
    file: str
    selected: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A file of a declared split that split rules read beside the judged one."""

    file: str
    split: SplitName
    sha256: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that one pass found out about a file.

    ``ran`` are the ids of the rules that were asked over every byte; ``not_checked`` says of the others
    of the suite why they were not asked (a rule that was not selected is in neither). ``schemas`` counts
    the records by schema id. ``idle_waivers`` are pairs of rule and record id that nothing was found for,
    though it was looked for.
    """

    path: Path
    file: str
    sha256: Digest
    suite_sha256: Digest
    n_lines: int
    n_records: int
    findings: tuple[Finding, ...]
    ran: frozenset[str]
    not_checked: dict[str, str]
    split: SplitName | None
    peers: tuple[Peer, ...]
    schemas: dict[str, int] = field(default_factory=dict)
    waived: int = 0
    idle_waivers: tuple[tuple[str, str], ...] = ()


def examine(
    data: Path,
    suite: Suite,
    *,
    config: Path | None = None,
    selected: frozenset[str] | None = None,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    known: TableCache | None = None,
) -> Examination:
    """Run the rules of `suite` (or the `selected` ids of them) over `data` and its declared peers.

    `executor` runs the rules, by default in this process; `config` must be the one that `suite` was
    resolved with; `known` are the tables of the run, for one that judges several files of one data set.
    Raises SourceError when a file cannot be read, never for what is in it.
    """
    own = data.resolve()
    request = Request(data=own, path=own, config=config, file=shown(data), selected=selected)
    split = suite.split_of(data)
    rules = [rule for rule in suite.rules if selected is None or rule.id in selected]
    not_checked = {} if split else {rule.id: _undeclared(suite) for rule in rules if rule.scope == "split"}

    whole, sha256 = _judge(request, suite, executor, on_progress)
    table = Table(request.file, whole.columns, sha256)
    read = [(own, table)]
    tables: dict[SplitName, list[Table]] = {}
    peers: list[Peer] = []
    if split is not None and any(rule.scope in ("file", "split") for rule in rules):
        for name, paths in suite.split_files().items():
            tables[name] = []
            for path in paths:
                if path == own:
                    tables[name].append(table)
                    continue
                peer = _peer_table(request, path, suite, executor, known)
                read.append((path, peer))
                tables[name].append(peer)
                peers.append(Peer(file=suite.from_root(path), split=name, sha256=peer.sha256 or ""))
    if known is not None:
        known.keep(read, suite.settings)
    if any(rule.scope in ("file", "split") for rule in rules):
        _take(whole, (0, _run(executor, suite, _judge_file, request, table, split, tables)), None)

    order = {rule.id: index for index, rule in enumerate(suite.rules)}
    findings = sorted(whole.findings, key=lambda f: (order[f.rule], f.line or 0))
    return Examination(
        path=data,
        file=request.file,
        sha256=sha256,
        suite_sha256=suite.sha256,
        n_lines=whole.n_lines,
        n_records=whole.n_records,
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
    request: Request, path: Path, suite: Suite, executor: Executor | None, known: TableCache | None
) -> Table:
    peer = replace(request, path=path, file=shown(path), selected=frozenset())
    try:
        table = None if known is None else known.of(path, suite.settings)
    except OSError as error:
        raise SourceError(peer.file, error.strerror or str(error)) from error
    if table is not None:
        return table
    part, sha256 = _judge(peer, suite, executor, None)
    return Table(peer.file, part.columns, sha256)


def _idle_waivers(
    suite: Suite, whole: Part, ran: set[str], table: Table, tables: Mapping[SplitName, Sequence[Table]]
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
    absolute = path.resolve().as_posix()
    return printable(min(Path(os.path.relpath(absolute)).as_posix(), absolute, key=len))


def _undeclared(suite: Suite) -> str:
    if not suite.settings.splits:
        return "no splits are declared in [tool.edgejson.splits]"
    return "[tool.edgejson.splits] does not declare this file in a split"


def _judge(
    request: Request, suite: Suite, executor: Executor | None, on_progress: Progress | None
) -> tuple[Part, Digest]:
    """Read a file once, have its blocks judged, and put the parts together in the file's order."""
    digest = hashlib.sha256()
    whole = Part(suite_sha256=suite.sha256)
    waiting: deque[tuple[int, Future[Part]]] = deque()
    try:
        with request.path.open("rb") as stream:
            if by := compression(stream):
                raise SourceError(request.file, f"is compressed ({by}); unpack it and name the .jsonl file")
            for block in read_blocks(stream, digest=digest, max_line_bytes=suite.settings.max_line_bytes):
                waiting.append((len(block.data), _run(executor, suite, _judge_block, request, block)))
                if len(waiting) > _AHEAD:
                    _take(whole, waiting.popleft(), on_progress)
    except OSError as error:
        raise SourceError(request.file, error.strerror or str(error)) from error
    while waiting:
        _take(whole, waiting.popleft(), on_progress)
    return whole, digest.hexdigest()


def _take(whole: Part, waited: tuple[int, Future[Part]], on_progress: Progress | None) -> None:
    size, future = waited
    part = future.result()
    if part.suite_sha256 != whole.suite_sha256:
        raise EdgejsonError("the rules changed on disk while they were running; run again")
    whole.findings += part.findings
    extend(whole.columns, part.columns)
    whole.n_lines += part.n_lines
    whole.n_records += part.n_records
    whole.waived += part.waived
    whole.used_waivers |= part.used_waivers
    if on_progress is not None:
        on_progress(size)


def _run(
    executor: Executor | None, suite: Suite, work: Callable[..., Part], request: Request, *arguments: Any
) -> Future[Part]:
    """Have `work` done by the executor, whose processes resolve the suite themselves, or here and now."""
    if executor is not None:
        return executor.submit(_remotely, work, request, *arguments)
    done: Future[Part] = Future()
    done.set_result(work(suite, request, *arguments))
    return done


def _remotely(work: Callable[..., Part], request: Request, *arguments: Any) -> Part:
    return work(_resolved(request.data, request.config), request, *arguments)


@lru_cache(maxsize=64)
def _resolved(data: Path, config: Path | None) -> Suite:
    return resolve_suite(data, config)


def _judge_block(suite: Suite, request: Request, block: Block) -> Part:
    part = Part(suite_sha256=suite.sha256)
    rules = [rule for rule in suite.rules if request.selected is None or rule.id in request.selected]
    line_rules = [rule for rule in rules if rule.scope == "line"]
    record_rules = _by_schema(suite, rules)
    settings = suite.settings
    own_files = set(suite.check_files)
    for line in block.lines():
        part.n_lines += 1
        decoded = decode(line, max_bytes=settings.max_line_bytes, max_depth=settings.max_depth)
        judge = Judge(suite, request.file, line.number, part)
        if decoded.value is None:
            for rule in line_rules:
                judge.ask(rule, decoded)
            continue
        value, alias = canonical_fields(decoded.value, settings.fields)
        append_row(part.columns, line.number, value, alias=alias)
        record = as_record(line, value)
        if record is None:
            continue
        part.n_records += 1
        if record.schema_id in record_rules and rules:
            judge.name(record)
            found = tuple(violations(record.label, suite.registry.schemas[record.schema_id]))
            broken = {violation.field for violation in found}
            judge.accused = tuple(v.mismatch.pointer for v in found if not v.is_readable_moment)
            for rule in record_rules[record.schema_id]:
                if rule.scope == "label":
                    judge.ask(rule, found)
                elif not broken or not _needs(rule, broken):
                    # Users' rules get records of their own: what one changes in them reaches no other.
                    judge.ask(rule, deepcopy(record) if rule.path in own_files else record)
                else:
                    judge.skip(rule)
    return part


def _by_schema(suite: Suite, rules: Sequence[Rule]) -> dict[str, list[Rule]]:
    judging = [rule for rule in rules if rule.scope in ("label", "record")]
    return {
        schema_id: [rule for rule in judging if rule.schemas is None or schema_id in rule.schemas]
        for schema_id in suite.registry.schema_ids
    }


def _needs(rule: Rule, broken: set[str | None]) -> bool:
    """Whether `rule` reads a field in which the label violates its schema."""
    if rule.needs is None or None in broken:
        return rule.needs != ()
    return not broken.isdisjoint(rule.needs)


def _judge_file(
    suite: Suite,
    request: Request,
    table: Table,
    split: SplitName | None,
    tables: dict[SplitName, list[Table]],
) -> Part:
    part = Part(suite_sha256=suite.sha256)
    dataset = Dataset(
        table=table, registry=suite.registry, settings=suite.settings, split=split, splits=tables
    )
    rows = {line: index for index, line in enumerate(table.columns["line"])}
    for rule in suite.rules:
        wanted = rule.scope == "file" or (rule.scope == "split" and split is not None)
        if wanted and (request.selected is None or rule.id in request.selected):
            Judge(suite, request.file, None, part, table.columns, rows).ask(rule, dataset)
    return part
