"""The nodes: a data file, in it a collector a family, in that an item a rule."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from edgejson.core.finding import Finding
from edgejson.errors import EdgejsonError
from edgejson.formats.reader import open_data
from edgejson.reports.terminal_text import rule_text
from edgejson.suite.checks import Rule
from edgejson.suite.suite import Suite, resolve_suite
from edgejson.suite.verdict import fails
from pytest_edgejson.file_results import FileResults

WARNINGS = "edgejson_warnings"
"""Name of the report property that holds the number of warnings of an item."""


class FindingsError(Exception):
    """The findings of one rule in one file, on their way to the item's report."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings
        super().__init__(f"{len(findings)} findings")


class DataFile(pytest.File):
    """A data file, or the folder of a saved data set.

    ``results_for`` has the file of an item validated, unless it has been, and returns the results.
    """

    suite: Suite
    results_for: Callable[["RuleItem"], FileResults]

    def collect(self) -> Iterator["Family"]:
        """Yield the families of the file's suite."""
        try:
            option = self.config.getoption
            self.suite = resolve_suite(
                self.path,
                option("--edgejson-config"),
                format_name=option("--edgejson-format"),
                run_checks=not option("--edgejson-no-check-files"),
            )
            # What cannot be read is said here once, and not by each of the file's items.
            open_data(self.path, self.suite.settings.record_format)
        except EdgejsonError as error:
            raise self.CollectError(str(error)) from error
        for name in dict.fromkeys(rule.family for rule in self.suite.rules):
            yield Family.from_parent(self, name=name)


class Family(pytest.Collector):
    """The rules of one family."""

    def collect(self) -> Iterator["RuleItem"]:
        """Yield an item for each rule of the family."""
        file = self.getparent(DataFile)
        assert file is not None
        for rule in file.suite.rules:
            if rule.family == self.name:
                yield RuleItem.from_parent(self, name=rule.name, rule=rule, file=file)


class RuleItem(pytest.Item):
    """One rule over one file."""

    def __init__(self, *, rule: Rule, file: DataFile, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.rule = rule
        self.file = file
        self.add_marker(rule.kind)
        self.add_marker(rule.severity)

    def runtest(self) -> None:
        """Have the file validated, unless an item before has, and raise this rule's findings."""
        results = self.file.results_for(self)
        if reason := results.not_checked.get(self.rule.id):
            pytest.skip(f"not checked: {reason}")
        findings = results.findings.get(self.rule.id)
        if not findings:
            return
        fail_on = self.config.getoption("--edgejson-fail-on") or self.file.suite.settings.fail_on
        if any(fails(finding.severity, fail_on) for finding in findings):
            raise FindingsError(findings)
        self.user_properties.append((WARNINGS, len(findings)))
        self.add_report_section("call", "warnings", self._text(findings))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | Any:
        """Return the findings, or the one sentence of what could not be run, as text."""
        if isinstance(excinfo.value, FindingsError):
            return self._text(excinfo.value.findings)
        if isinstance(excinfo.value, EdgejsonError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the file and the rule; the lines are in the failure's text."""
        # Marks such as skip need a line.
        return self.path, 0, f"{self.rule.family}::{self.rule.name}"

    def _text(self, findings: Sequence[Finding]) -> str:
        path = self.config.getoption("--edgejson-findings")
        where = f"all are in {path}" if path else "--edgejson-findings FILE writes them all"
        show = self.config.getoption("--edgejson-show")
        return rule_text(self.rule.sentence, findings, show=show, complete_list=where)
