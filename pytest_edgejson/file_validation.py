"""The whole way from a data file to its statement, for a process that was started for it.

What a conftest.py or a plugin does in pytest's process reaches none of it: not the rules, and not what
makes findings, a verdict and a statement of their answers.
"""

from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from edgejson.commands.validate import progress_bar
from edgejson.core.record_format import FormatName
from edgejson.dataset.table_cache import TableCache
from edgejson.gate.attestation import statement
from edgejson.reports.summary import summarise
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite


def validate_file(
    path: Path, config: Path | None, format_name: FormatName | None, selected: frozenset[str], jobs: int
) -> tuple[str, str | None]:
    """Return the file's `FileSummary` as JSON and, where the whole suite was run, its statement.

    `format_name` is the file's format where it is not recognised; `selected` are the rules that are run, in
    `jobs` processes. Raises EdgejsonError.
    """
    suite = resolve_suite(path, config, format_name=format_name)
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
    content = statement(examination, suite) if summary.complete else None
    return summary.to_json(), None if content is None else content.decode()


def end_workers(jobs: int) -> None:
    """End the processes that `validate_file` started; without it this one would wait for them for ever."""
    if executor := _workers(jobs):
        executor.shutdown()


@cache
def _cache() -> TableCache:
    """Return the tables that this process has read: it validates the files of one run."""
    return TableCache()


@cache
def _workers(jobs: int) -> Executor | None:
    """Return more processes, where more than this one are wanted, for one file after the other."""
    return None if jobs == 1 else ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
