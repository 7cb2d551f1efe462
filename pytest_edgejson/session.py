"""One pytest session over data files: has them validated, hands out findings, and writes the reports.

Files are validated in a process of its own, which also writes the attestations (see
`edgejson.commands.file_validation`). Under xdist each worker has one, and the controller writes the reports.
"""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from edgejson._typing import Kind
from edgejson.commands.file_validation import leave_statement, validate_file, warm_up
from edgejson.commands.validate import job_count
from edgejson.core.files import real_path
from edgejson.core.record_format import FORMATS
from edgejson.core.worker_pool import WorkerPool
from edgejson.core.worker_process import end_with_parent
from edgejson.errors import EdgejsonError, WorkerDied
from edgejson.formats.container import IN_FOLDERS, WHERE_NAMED
from edgejson.formats.dataset_folder import is_dataset_folder
from edgejson.gate.attestation import attestation_path
from edgejson.reports.github import annotations
from edgejson.reports.summary import FileSummary
from edgejson.reports.writing import check_report_paths, write_reports
from pytest_edgejson.file_results import FileResults
from pytest_edgejson.nodes import WARNINGS, DataFile, RuleItem

_COMPRESSED = (".xz", ".bz2", ".zip")
_OUTPUT = "edgejson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the controller needs of an examined file: JSON-safe, so that xdist can carry it.

    ``attestation`` says what became of the file's attestation; ``is_attested`` is false where it is missing.
    """

    path: str
    summary: str
    attestation: str | None = None
    is_attested: bool = True


class DataSession:
    """The plugin of one session that was started with ``--edgejson``."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        if hasattr(config, "workerinput"):
            end_with_parent(os.getppid())
        self.outcomes: dict[str, Outcome] = {}
        self._results: dict[Path, FileResults | EdgejsonError] = {}
        self._run_checks = not config.getoption("--edgejson-no-check-files")
        self._judge: WorkerPool | None = None
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
        self._named = frozenset(real_path(Path(argument)) for argument in named)
        format_name = config.getoption("--edgejson-format")
        if format_name not in (None, *FORMATS):
            known = ", ".join(FORMATS)
            raise pytest.UsageError(f"--edgejson-format: expected one of {known}, not {format_name!r}")
        try:
            self._jobs = job_count(config.getoption("--edgejson-jobs"))
            check_report_paths(**self._reports)
        except EdgejsonError as error:
            raise pytest.UsageError(str(error)) from error

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Collect data files, but not the list of findings that this run will write anew."""
        findings = self._reports["findings"]
        real = real_path(file_path)
        endings = WHERE_NAMED if real in self._named else IN_FOLDERS
        if not file_path.name.endswith(endings) or (findings and real == real_path(findings)):
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

    def _process(self) -> WorkerPool:
        """Return the process that validates; its first task is to import what rules import."""
        if self._judge is None:
            with self._uncaptured():
                self._judge = WorkerPool(1)
            self._judge.submit(warm_up)
        return self._judge

    def _uncaptured(self) -> AbstractContextManager[None]:
        """Leave standard output and error as they were: for progress bars, for prints of rules."""
        capture = self.config.pluginmanager.getplugin("capturemanager")
        return nullcontext() if capture is None else capture.global_and_fixture_disabled()

    def _validate(self, path: Path, selected: frozenset[str]) -> FileResults:
        config, format_name = (self.config.getoption(f"--edgejson-{name}") for name in ("config", "format"))
        try:
            with self._uncaptured():
                task = self._process().submit(
                    validate_file, path, config, format_name, selected, self._jobs, self._run_checks
                )
                summary = task.result()
        except WorkerDied as error:
            raise EdgejsonError(f"{path}: {error}") from None
        except EdgejsonError:
            raise
        except BaseException:
            # Ctrl-C or a timeout: the process is still at it. No other item is to begin anew with the file.
            self._end_judge()
            self._results[path] = EdgejsonError(f"{path}: the validation was stopped")
            raise
        self.outcomes[str(path)] = Outcome(path=str(path), summary=summary)
        return FileResults(FileSummary.from_json(summary))

    def _end_judge(self) -> None:
        if self._judge is not None:
            self._judge.shutdown()
            self._judge = None

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write what was asked for; under xdist hand what was found to the controller, which reports it."""
        stopped = (
            session.shouldstop or session.shouldfail or session.exitstatus == pytest.ExitCode.INTERRUPTED
        )
        if not stopped and not self.config.getoption("--edgejson-no-attest"):
            self._attest()
        self._end_judge()
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output[_OUTPUT] = [asdict(outcome) for outcome in self.outcomes.values()]
            return
        self._summaries = [FileSummary.from_json(outcome.summary) for outcome in self._in_order()]
        # Where nothing was validated, an earlier run's reports are not to be replaced by empty ones.
        if self._summaries:
            self._report()
        self._notes += [outcome.attestation for outcome in self._in_order() if outcome.attestation]
        if session.exitstatus == pytest.ExitCode.OK and not all(o.is_attested for o in self._in_order()):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

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
        for path, outcome in self.outcomes.items():
            # Under xdist the controller has the workers' outcomes, and they have written.
            if Path(path) not in self._results or not FileSummary.from_json(outcome.summary).complete:
                continue
            place = attestation_path(Path(path))
            try:
                left = self._process().submit(leave_statement, Path(path)).result()
            except OSError as error:
                said, is_attested = f"cannot be written ({error.strerror})", False
            except WorkerDied:
                said, is_attested = "cannot be written (the process that made it died)", False
            else:
                lost = "lost, because the process that made it died later; run again"
                said, is_attested = (lost, False) if left == "lost" else (f"({left})", True)
            self.outcomes[path] = replace(
                outcome, attestation=f"attestation: {place} {said}", is_attested=is_attested
            )

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what an xdist worker found out."""
        for values in getattr(node, "workeroutput", {}).get(_OUTPUT, ()):
            known = self.outcomes.get(values["path"])
            # Of two workers that had the same file validated, one has written the attestation.
            if known is None or "(written)" not in (known.attestation or ""):
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
            for advice in filter(None, (summary.advice for summary in self._summaries)):
                terminalreporter.write_line(advice)
            if os.environ.get("GITHUB_ACTIONS") == "true":
                for command in annotations(self._summaries):
                    terminalreporter.write_line(command)


def _check_argument(argument: str) -> None:
    """Raise UsageError for a file compressed in a way that is not read: pytest would find no match."""
    path = Path(argument)
    if path.suffix.lower() in _COMPRESSED and path.is_file():
        raise pytest.UsageError(f"{argument}: is compressed; unpack it, or compress it with gzip or zstd")


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
