"""One pytest session over data files: examines them, and hands out verdicts, findings and attestations.

The rules run in processes of their own, started fresh: nothing that a conftest.py or a plugin does in
pytest's process reaches them. Under xdist the workers examine and the controller writes.
"""

import os
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, get_args

import pytest

from edgejson._typing import Kind
from edgejson.attestation import attestation_path, statement, write_statement
from edgejson.engine import Examination, examine
from edgejson.errors import EdgejsonError
from edgejson.reports.github import annotations
from edgejson.reports.summary import FileSummary, summarise
from edgejson.reports.writing import write_reports
from edgejson.suite import Suite
from edgejson.validate import job_count, progress_bar, warm_up
from pytest_edgejson.nodes import WARNINGS, DataFile, RuleItem

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
        self._examinations: dict[Path, Examination] = {}
        self._executor: Executor | None = None
        self._notes: list[str] = []
        self._summaries: list[FileSummary] = []
        for kind in (*get_args(Kind), "error", "warning"):
            config.addinivalue_line("markers", f"{kind}: edgejson rules of this kind or severity")
        try:
            self._jobs = job_count(config.getoption("--edgejson-jobs"))
        except EdgejsonError as error:
            raise pytest.UsageError(f"--edgejson-jobs: {error}") from error

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Collect .jsonl files."""
        if file_path.suffix != ".jsonl":
            return None
        file: DataFile = DataFile.from_parent(parent, path=file_path)
        file.data_session = self
        if not self.config.option.collectonly:
            # They start while pytest goes on collecting.
            self._workers()
        return file

    def examine(self, item: RuleItem) -> Examination:
        """Return the examination of the item's file, for all rules that this session selected."""
        path = item.path
        if path not in self._examinations:
            items = [other for other in item.session.items if isinstance(other, RuleItem)]
            selected = frozenset(other.rule.id for other in items if other.path == path)
            self._examinations[path] = self._examine(path, item.file.suite, selected)
        return self._examinations[path]

    def _workers(self) -> Executor:
        """Return the processes that run the rules; a first task has them import what rules import."""
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))
            self._executor.submit(warm_up)
        return self._executor

    def _examine(self, path: Path, suite: Suite, selected: frozenset[str]) -> Examination:
        capture = self.config.pluginmanager.getplugin("capturemanager")
        config = self.config.getoption("--edgejson-config")
        try:
            with capture.global_and_fixture_disabled(), progress_bar(path) as progress:
                examination = examine(
                    path,
                    suite,
                    config=config,
                    selected=selected,
                    executor=self._workers(),
                    on_progress=progress,
                )
        except BrokenProcessPool:
            self._executor = None
            problem = f"{path}: the process that ran the rules died; is there enough memory for it?"
            raise EdgejsonError(problem) from None
        summary = summarise(examination, suite)
        self.outcomes[str(path)] = Outcome(
            path=str(path),
            statement=statement(examination, suite).decode() if summary.complete else None,
            summary=summary.to_json(),
        )
        return examination

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write what was asked for, or under xdist hand it to the controller, which does."""
        if self._executor is not None:
            self._executor.shutdown()
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output[_OUTPUT] = [asdict(outcome) for outcome in self.outcomes.values()]
            return
        self._summaries = [FileSummary.from_json(outcome.summary) for outcome in self._in_order()]
        self._report()
        stopped = (
            session.shouldstop or session.shouldfail or session.exitstatus == pytest.ExitCode.INTERRUPTED
        )
        if not stopped and not self.config.getoption("--edgejson-no-attest"):
            self._attest()

    def _report(self) -> None:
        paths = {name: self.config.getoption(f"--edgejson-{name}") for name in ("findings", "sarif", "html")}
        try:
            self._notes += write_reports(self._summaries, **paths)
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
