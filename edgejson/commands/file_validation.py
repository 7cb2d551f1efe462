"""The whole way from a data file to its statement, for a process that was started for it.

What a conftest.py, a plugin, a working folder or PYTHONPATH brings into the process that asks for it reaches
none of it: not the rules, and not what makes findings, a verdict and a statement of their answers.
"""

from concurrent.futures import Executor
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from edgejson.commands.progress_bar import progress_bar
from edgejson.core.record_format import FormatName
from edgejson.core.worker_pool import WorkerPool
from edgejson.dataset.table_cache import TableCache
from edgejson.gate.attestation import statement, write_statement
from edgejson.reports.summary import summarise
from edgejson.suite.engine import examine
from edgejson.suite.suite import built_in_rules, resolve_suite

Left: TypeAlias = Literal["written", "unchanged", "lost"]
"""What became of a statement; it is lost where the process that made it died after that."""

_statements: dict[Path, bytes] = {}


def warm_up() -> None:
    """Import what the rules need, so that a process that was just started is ready when work comes."""
    import pandera.polars  # noqa: F401

    built_in_rules()


def validate_file(
    path: Path,
    config: Path | None,
    format_name: FormatName | None,
    selected: frozenset[str] | None,
    jobs: int,
    run_checks: bool,
) -> str:
    """Return the file's `FileSummary` as JSON; a statement on the whole suite is kept for `leave_statement`.

    `format_name` is the file's format where that is not recognised; `selected` are the rules that are run,
    None for all, in `jobs` processes; `run_checks` false leaves check files out. Raises EdgejsonError.
    """
    suite = resolve_suite(path, config, format_name=format_name, run_checks=run_checks)
    with progress_bar(path) as progress:
        examination = examine(
            path,
            suite,
            config=config,
            selected=selected,
            executor=_workers(jobs),
            on_progress=progress,
            cache=_cache(),
        )
    summary = summarise(examination, suite)
    if summary.complete:
        _statements[path] = statement(examination, suite)
    return summary.to_json()


def leave_statement(path: Path) -> Left:
    """Write the statement that `validate_file` made in this process beside its file; may raise OSError."""
    if path not in _statements:
        return "lost"
    return "written" if write_statement(path, _statements[path]) else "unchanged"


@cache
def _cache() -> TableCache:
    """Return the tables that this process has read: it validates the files of one run."""
    return TableCache()


@cache
def _workers(jobs: int) -> Executor | None:
    """Return more processes, where more than this one are wanted, for one file after the other."""
    return None if jobs == 1 else WorkerPool(jobs)
