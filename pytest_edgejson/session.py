"""One pytest session over data files: examines them, and hands out verdicts, findings and attestations.

The rules run in processes of their own, started fresh: nothing that a conftest.py or a plugin does in
pytest's process reaches them. Under xdist the workers examine and the controller writes.
"""

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
from edgejson.files import write_atomically
from edgejson.reports.text import verdict_line
from edgejson.suite import Suite
from edgejson.validate import job_count, progress_bar
from edgejson.verdict import judge
from pytest_edgejson.nodes import WARNINGS, DataFile, RuleItem

_OUTPUT = "edgejson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the controller needs of an examined file: JSON-safe, so that xdist can carry it."""

    path: str
    line: str
    statement: str | None
    findings: list[str]


class DataSession:
    """The plugin of one session that was started with ``--edgejson``."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.outcomes: dict[str, Outcome] = {}
        self._examinations: dict[Path, Examination] = {}
        self._executor: Executor | None = None
        self._notes: list[str] = []
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
        return file

    def examine(self, item: RuleItem) -> Examination:
        """Return the examination of the item's file, for all rules that this session selected."""
        path = item.path
        if path not in self._examinations:
            items = [other for other in item.session.items if isinstance(other, RuleItem)]
            selected = frozenset(other.rule.id for other in items if other.path == path)
            self._examinations[path] = self._examine(path, item.file.suite, selected)
        return self._examinations[path]

    def _examine(self, path: Path, suite: Suite, selected: frozenset[str]) -> Examination:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))
        capture = self.config.pluginmanager.getplugin("capturemanager")
        config = self.config.getoption("--edgejson-config")
        try:
            with capture.global_and_fixture_disabled(), progress_bar(path) as progress:
                examination = examine(
                    path,
                    suite,
                    config=config,
                    selected=selected,
                    executor=self._executor,
                    on_progress=progress,
                )
        except BrokenProcessPool:
            self._executor = None
            problem = f"{path}: the process that ran the rules died; is there enough memory for it?"
            raise EdgejsonError(problem) from None
        verdict = judge(examination, suite)
        self.outcomes[str(path)] = Outcome(
            path=str(path),
            line=verdict_line(examination, verdict),
            statement=statement(examination, suite).decode() if verdict.complete else None,
            findings=[finding.to_json() for finding in examination.findings],
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
        findings = self.config.getoption("--edgejson-findings")
        if findings:
            lines = [line for outcome in self._in_order() for line in outcome.findings]
            write_atomically(findings, "".join(f"{line}\n" for line in lines).encode())
            self._notes.append(f"findings: {findings} ({len(lines):,})")
        stopped = (
            session.shouldstop or session.shouldfail or session.exitstatus == pytest.ExitCode.INTERRUPTED
        )
        if not stopped and not self.config.getoption("--edgejson-no-attest"):
            self._attest()

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
            for outcome in self._in_order():
                partial = "" if outcome.statement else " (not all rules were run: no attestation)"
                terminalreporter.write_line(outcome.line + partial)
            for note in self._notes:
                terminalreporter.write_line(note)
