"""One pytest session over data files: has them validated, hands out findings, and writes the reports.

Files are validated in a process of its own (see `pytest_edgejson.file_validation`). Under xdist the workers
have their files validated, and the controller writes.
"""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

from edgejson._typing import Kind
from edgejson.commands.validate import job_count, warm_up
from edgejson.core.record_format import FORMATS
from edgejson.errors import EdgejsonError
from edgejson.formats.container import IN_FOLDERS, WHERE_NAMED
from edgejson.formats.dataset_folder import is_dataset_folder
from edgejson.gate.attestation import attestation_path, write_statement
from edgejson.reports.github import annotations
from edgejson.reports.summary import FileSummary
from edgejson.reports.writing import check_report_paths, write_reports
from pytest_edgejson.file_results import FileResults
from pytest_edgejson.file_validation import end_workers, validate_file
from pytest_edgejson.nodes import WARNINGS, DataFile, RuleItem

_COMPRESSED = (".xz", ".bz2", ".zip")
_OUTPUT = "edgejson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the controller needs of an examined file: JSON-safe, so that xdist can carry it."""

    path: str
    statement: str | None
    summary: str


class DataSession:
    """The plugin of one session that was started with ``--edgejson``."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.outcomes: dict[str, Outcome] = {}
        self._results: dict[Path, FileResults | EdgejsonError] = {}
        self._executor: Executor | None = None
        self._notes: list[str] = []
        self._summaries: list[FileSummary] = []
        for kind in (*get_args(Kind), "error", "warning"):
            config.addinivalue_line("markers", f"{kind}: edgejson rules of this kind or severity")
        self._reports = {
            name: config.getoption(f"--edgejson-{name}") for name in ("findings", "sarif", "html")
        }
        named = [argument.partition("::")[0] for argument in config.args]
        for argument in named:
            _check_argument(argument)
        self._named = frozenset(Path(argument).resolve() for argument in named)
        format_name = config.getoption("--edgejson-format")
        if format_name not in (None, *FORMATS):
            raise pytest.UsageError(
                f"--edgejson-format: expected one of {', '.join(FORMATS)}, not {format_name!r}"
            )
        try:
            self._jobs = job_count(config.getoption("--edgejson-jobs"))
            check_report_paths(**self._reports)
        except EdgejsonError as error:
            raise pytest.UsageError(str(error)) from error

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Collect data files, but not the list of findings that this run will write anew."""
        findings = self._reports["findings"]
        endings = WHERE_NAMED if file_path.resolve() in self._named else IN_FOLDERS
        if not file_path.name.endswith(endings) or (findings and file_path.resolve() == findings.resolve()):
            return None
        return self._data_file(file_path, parent)

    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Collect the folder of a saved data set as the one file that it is."""
        return self._data_file(path, parent) if is_dataset_folder(path) else None

    def _data_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector:
        file: DataFile = DataFile.from_parent(
            parent, path=file_path, nodeid=_node_id(file_path, self.config.rootpath)
        )
        file.results_for = self.results_for
        if not self.config.option.collectonly:
            # They start while pytest goes on collecting.
            self._process()
        return file

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the rules back in their files' order, which a plugin that shuffles tests has no use for."""
        places = [place for place, item in enumerate(items) if isinstance(item, RuleItem)]
        rank = {path: number for number, path in enumerate(dict.fromkeys(items[p].path for p in places))}
        ordered = sorted((items[p] for p in places), key=_order(rank))
        for place, item in zip(places, ordered, strict=True):
            items[place] = item

    def results_for(self, item: RuleItem) -> FileResults:
        """Return the results of the item's file, for all rules that this session selected."""
        path = item.path
        if path not in self._results:
            items = [other for other in item.session.items if isinstance(other, RuleItem)]
            selected = frozenset(other.rule.id for other in items if other.path == path)
            try:
                self._results[path] = self._validate(path, selected)
            except EdgejsonError as error:
                # The other items of the file say the same, and nothing is tried again.
                self._results[path] = error
        results = self._results[path]
        if isinstance(results, EdgejsonError):
            raise results
        return results

    def _process(self) -> Executor:
        """Return the process that validates; its first task is to import what rules import."""
        if self._executor is None:
            with self._uncaptured(), _hidden_main():
                self._executor = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
                self._executor.submit(warm_up)
        return self._executor

    def _uncaptured(self) -> AbstractContextManager[None]:
        """Leave standard output and error as they were: for progress bars, for prints of rules."""
        capture = self.config.pluginmanager.getplugin("capturemanager")
        return nullcontext() if capture is None else capture.global_and_fixture_disabled()

    def _validate(self, path: Path, selected: frozenset[str]) -> FileResults:
        config, format_name = (self.config.getoption(f"--edgejson-{name}") for name in ("config", "format"))
        try:
            with self._uncaptured():
                task = self._process().submit(validate_file, path, config, format_name, selected, self._jobs)
                summary, statement = task.result()
        except BrokenProcessPool:
            self._executor = None
            problem = "the process that ran the rules died; is there enough memory, or does a rule end it?"
            raise EdgejsonError(f"{path}: {problem}") from None
        self.outcomes[str(path)] = Outcome(path=str(path), statement=statement, summary=summary)
        return FileResults(FileSummary.from_json(summary))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write what was asked for, or under xdist hand it to the controller, which does."""
        if self._executor is not None:
            with suppress(BrokenProcessPool):
                self._executor.submit(end_workers, self._jobs)
            self._executor.shutdown()
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output[_OUTPUT] = [asdict(outcome) for outcome in self.outcomes.values()]
            return
        self._summaries = [FileSummary.from_json(outcome.summary) for outcome in self._in_order()]
        # Where nothing was validated, an earlier run's reports are not to be replaced by empty ones.
        if self._summaries:
            self._report()
        stopped = (
            session.shouldstop or session.shouldfail or session.exitstatus == pytest.ExitCode.INTERRUPTED
        )
        if not stopped and not self.config.getoption("--edgejson-no-attest"):
            self._attest()

    def _report(self) -> None:
        try:
            self._notes += write_reports(self._summaries, **self._reports)
        except OSError as error:
            raise pytest.UsageError(
                f"a report cannot be written: {error.filename}: {error.strerror}"
            ) from error

    def _in_order(self) -> list[Outcome]:
        return [self.outcomes[path] for path in sorted(self.outcomes)]

    def _attest(self) -> None:
        for outcome in self._in_order():
            if outcome.statement is None:
                continue
            path = attestation_path(Path(outcome.path))
            try:
                written = write_statement(Path(outcome.path), outcome.statement.encode())
            except OSError as error:
                self._notes.append(f"attestation: {path} cannot be written ({error.strerror})")
            else:
                self._notes.append(f"attestation: {path} ({'written' if written else 'unchanged'})")

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what an xdist worker found out."""
        for values in getattr(node, "workeroutput", {}).get(_OUTPUT, ()):
            self.outcomes[values["path"]] = Outcome(**values)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """Give each file to one worker, unless another distribution was asked for."""
        if config.getoption("dist") != "load":
            return None
        from xdist.scheduler import LoadFileScheduling

        return LoadFileScheduling(config, log)

    def pytest_report_teststatus(self, report: pytest.TestReport) -> Any:
        """Show an item that passed with warnings as such."""
        if (
            report.when == "call"
            and report.passed
            and any(name == WARNINGS for name, _ in report.user_properties)
        ):
            return "warned", "W", ("WARNED", {"yellow": True})
        return None

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Show the warnings, a line on each file, and what was written."""
        warned = terminalreporter.stats.get("warned", [])
        if warned:
            terminalreporter.section("edgejson warnings", yellow=True)
            for report in warned:
                terminalreporter.write_line(report.nodeid, bold=True)
                for _, text in report.sections:
                    terminalreporter.write_line(text)
        if self.outcomes:
            terminalreporter.section("edgejson")
            for summary in self._summaries:
                partial = "" if summary.complete else " (not all rules were run: no attestation)"
                terminalreporter.write_line(summary.line + partial)
                for departure in summary.notes:
                    terminalreporter.write_line(f"    {departure}", yellow=True)
            for note in self._notes:
                terminalreporter.write_line(note)
            if os.environ.get("GITHUB_ACTIONS") == "true":
                for command in annotations(self._summaries):
                    terminalreporter.write_line(command)


def _check_argument(argument: str) -> None:
    """Raise UsageError for a file compressed in a way that is not read: pytest would find no match."""
    path = Path(argument)
    if path.suffix.lower() in _COMPRESSED and path.is_file():
        raise pytest.UsageError(f"{argument}: is compressed; unpack it, or compress it with gzip or zstd")


@contextmanager
def _hidden_main() -> Iterator[None]:
    """Hide the main module: a process that is spawned runs it first, be it a script that calls pytest."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _node_id(path: Path, root: Path) -> str:
    """Return the path from `root`, also where it is outside, for which pytest itself makes an empty id."""
    return Path(os.path.relpath(path, root)).as_posix()


def _order(rank: dict[Path, int]) -> Callable[[pytest.Item], tuple[int, int]]:
    """Return the sort key of a rule's item: its file's rank, then its place in the suite."""
    places: dict[Path, dict[str, int]] = {}

    def key(item: pytest.Item) -> tuple[int, int]:
        assert isinstance(item, RuleItem)
        if item.path not in places:
            places[item.path] = {rule.id: number for number, rule in enumerate(item.file.suite.rules)}
        return rank[item.path], places[item.path][item.rule.id]

    return key
