"""`edgejson clean`: what is good in a data file, line for line, for data that nobody can make again."""

import argparse
import hashlib
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from edgejson._typing import Digest, JSONObject
from edgejson.commands.progress_bar import progress_bar
from edgejson.commands.validate import add_check_files_option
from edgejson.core.decoding import BYTE_ORDER_MARK
from edgejson.core.files import real_path, temporary_file
from edgejson.core.finding import Finding
from edgejson.core.json_text import compact
from edgejson.core.worker_pool import WorkerPool
from edgejson.errors import DataChanged, EdgejsonError, SourceError
from edgejson.formats.container import is_data
from edgejson.formats.reader import DataFile, open_data
from edgejson.suite.engine import examine, shown
from edgejson.suite.examination import Examination, refuse_internal
from edgejson.suite.suite import Suite, resolve_suite
from edgejson.suite.verdict import fails

_MARK = "structure.line_begins_without_a_mark"
_EXAMPLES = """examples:
  edgejson clean scraped.jsonl clean.jsonl
  edgejson clean scraped.jsonl clean.jsonl --report why.json --show 100

A line is dropped when a finding that fails the file stands in it; of records that repeat each other the first
stays. The other lines are copied byte for byte, less a byte order mark; rows of files of another kind are
written as lines of JSON. Nothing is written unless all of it can be.

exit status: 0 what is left has no such findings, 1 it has some that no dropped line mends (they are shown),
2 something could not be run, or a rule failed itself: for that no record is dropped
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """What is to be dropped from a file, and why; ``remaining`` are findings that are not about a line."""

    sha256: Digest
    n_lines: int
    dropped: Mapping[int, list[Finding]]
    remaining: tuple[Finding, ...]


def cleaning(data: Path, scratch: Path, config: Path | None = None, run_checks: bool = True) -> Cleaning:
    """Return what has to be dropped from `data` so that no line of it fails the suite.

    What is left after each pass is written to `scratch` and examined again, by the rules that look at whole
    files, because a record that is gone changes what they see. Raises SourceError.
    """
    suite = resolve_suite(data, config, run_checks=run_checks)
    with progress_bar(data) as progress:
        first = examine(data, suite, config=config, on_progress=progress)
    refuse_internal(first.findings)
    failing = [
        finding
        for finding in first.findings
        if fails(finding.severity, suite.settings.fail_on) and finding.rule != _MARK
    ]
    repeating = _elsewhere(data, suite, first, failing, config)
    dropped: dict[int, list[Finding]] = defaultdict(list)
    _drop(dropped, [one for one in failing if one.kind != "duplicate" or one in repeating])

    # What is left is read as the whole file was, whatever its first rows are.
    alone = _without_splits(resolve_suite(data, config, format_name=first.format))
    file = open_data(data, suite.settings.record_format)
    of_files = frozenset(rule.id for rule in alone.rules if rule.scope == "file")
    remaining = [finding for finding in failing if finding.line is None]
    lines = list(range(1, first.n_lines + 1))
    while True:
        kept = [line for line in lines if line not in dropped]
        with scratch.open("wb") as stream:
            _copy(file, stream, dropped, first.sha256)
        with progress_bar(scratch) as progress:
            again = examine(scratch, alone, config=config, selected=of_files, on_progress=progress)
        refuse_internal(again.findings)
        later = [
            replace(finding, file=first.file, line=kept[finding.line - 1])
            for finding in again.findings
            if finding.line is not None and fails(finding.severity, suite.settings.fail_on)
        ]
        # A record is no repetition of one that goes for another reason: those go first.
        _drop(dropped, [one for one in later if one.kind != "duplicate"] or later)
        if not later:
            return Cleaning(
                sha256=first.sha256, n_lines=first.n_lines, dropped=dropped, remaining=tuple(remaining)
            )


def _drop(dropped: dict[int, list[Finding]], findings: Sequence[Finding]) -> None:
    for finding in findings:
        if finding.line is not None:
            dropped[finding.line].append(finding)


def _without_splits(suite: Suite) -> Suite:
    return replace(suite, settings=suite.settings.model_copy(update={"splits": {}}))


def _elsewhere(
    data: Path, suite: Suite, first: Examination, failing: Sequence[Finding], config: Path | None
) -> list[Finding]:
    """Return the repetitions that are not found when `data` is examined without its split's other files."""
    repeating = [finding for finding in failing if finding.kind == "duplicate"]
    if not repeating or first.split is None:
        return []
    rules = frozenset(finding.rule for finding in repeating)
    alone = examine(data, _without_splits(suite), config=config, selected=rules)
    here = {(finding.rule, finding.line) for finding in alone.findings}
    return [finding for finding in repeating if (finding.rule, finding.line) not in here]


def _copy(file: DataFile, stream: BinaryIO, dropped: Mapping[int, object], sha256: Digest) -> None:
    """Copy the rows of a file that are not dropped; DataChanged when its bytes are others than examined."""
    digest = hashlib.sha256()
    for block in file.blocks(digest):
        lines = list(block.lines())
        for line in lines:
            if line.number not in dropped:
                ends = line is not lines[-1] or block.data.endswith(b"\n")
                # A carriage return within a row is a line end of the array that it stood in.
                row = line.raw.removeprefix(BYTE_ORDER_MARK)
                stream.write(row[:-1].replace(b"\r", b"") + row[-1:] + (b"\n" if ends else b""))
    stream.flush()
    os.fsync(stream.fileno())
    if digest.hexdigest() != sha256:
        raise DataChanged(file.path)


def report(data: Path, cleaned: Cleaning) -> bytes:
    """Return the list of what was dropped: a JSON array in the file's order, a line for each dropped line."""
    entries = []
    for line, findings in sorted(cleaned.dropped.items()):
        first = findings[0]
        entry: JSONObject = {
            "file": shown(data),
            "line": line,
            "id": first.record_id,
            "schema_id": first.schema_id,
            "findings": [{name: getattr(one, name) for name in _OF_A_FINDING} for one in findings],
        }
        entries.append(compact(entry))
    lines = ",\n".join(entries)
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


_OF_A_FINDING = ("rule", "kind", "severity", "pointer", "message", "expected", "actual")


def listing(cleaned: Cleaning, *, show: int, report_path: Path) -> Iterator[str]:
    """Yield a line for each of the first `show` dropped lines, and how many more there are."""
    for _, findings in sorted(cleaned.dropped.items())[:show]:
        rules = ", ".join(dict.fromkeys(finding.rule for finding in findings))
        yield f"dropped {findings[0].location} {findings[0].record_id or ''}".rstrip() + f": {rules}"
    if len(cleaned.dropped) > show:
        yield f"... and {len(cleaned.dropped) - show:,} more; {report_path} lists them all"


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``edgejson clean``."""
    result = argparse.ArgumentParser(
        prog="edgejson clean",
        description="Copy a data file without the records that have errors; list what was dropped and why.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("data", type=Path, metavar="IN", help="a data file")
    result.add_argument("output", type=Path, metavar="OUT", help="where the good rows go, as JSON Lines")
    result.add_argument(
        "--report", type=Path, metavar="FILE", help="where the list goes, as JSON (default: OUT.dropped.json)"
    )
    result.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: nearest pyproject.toml)"
    )
    result.add_argument("--show", type=int, default=20, metavar="N", help="dropped lines shown (default: 20)")
    add_check_files_option(result)
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = parser().parse_args(argv)
    try:
        return _clean(options)
    except EdgejsonError as error:
        print(f"edgejson: {error}", file=sys.stderr)
    except OSError as error:
        print(f"edgejson: {error.filename or options.output}: {error.strerror or error}", file=sys.stderr)
    return 2


def _clean(options: argparse.Namespace) -> int:
    data, output = options.data, options.output
    report_path = options.report or output.with_name(f"{output.name}.dropped.json")
    if len({real_path(data), real_path(output), real_path(report_path)}) < 3:
        raise EdgejsonError(f"{output}: IN, OUT and the report are three files; name another")
    if not is_data(data):
        raise SourceError(data, "there is no such file")
    for path in (output, report_path):
        if path.is_dir():
            raise EdgejsonError(f"{path}: this is a folder; name a file")
    with temporary_file(output) as scratch, temporary_file(report_path) as reasons:
        with WorkerPool(1) as judge:
            cleaned = judge.submit(cleaning, data, scratch, options.config, options.check_files).result()
        kept = cleaned.n_lines - len(cleaned.dropped)
        for text in listing(cleaned, show=options.show, report_path=report_path):
            print(text)
        if not kept:
            raise EdgejsonError(
                f"{data}: no line of {cleaned.n_lines:,} is without errors; nothing was written"
            )
        reasons.write_bytes(report(data, cleaned))
        reasons.replace(report_path)
        scratch.replace(output)
    rules = Counter(rule for findings in cleaned.dropped.values() for rule in {one.rule for one in findings})
    why = "".join(f"\n  {count:,} {rule}" for rule, count in rules.most_common())
    print(f"{output}: {kept:,} of {cleaned.n_lines:,} lines kept, {len(cleaned.dropped):,} dropped{why}")
    print(f"why: {report_path}; now: pytest --edgejson {output}")
    for finding in cleaned.remaining:
        print(f"remains: {finding.rule}: expected {compact(finding.expected)}, but {compact(finding.actual)}")
    return 1 if cleaned.remaining else 0
