"""The verdict on a file: which rules passed, warned and failed, and what follows for the file."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias

from edgejson._typing import Severity
from edgejson.suite.examination import Examination
from edgejson.suite.suite import Suite

Result: TypeAlias = Literal["PASSED", "WARNED", "FAILED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Rule ids by outcome, in the suite's order. ``complete`` when the whole suite was run.

    A rule that found something of at least the severity that fails a file has failed; one that found
    something less has warned. FAILED, WARNED and PASSED are the values of in-toto's test-result.
    """

    passed: tuple[str, ...]
    warned: tuple[str, ...]
    failed: tuple[str, ...]
    complete: bool
    n_errors: int
    n_warnings: int

    @property
    def result(self) -> Result:
        """The file's result."""
        return result_of(warned=self.warned, failed=self.failed)


def result_of(*, warned: Collection[str], failed: Collection[str]) -> Result:
    """Return the result of a file of which these rules warned and failed."""
    return "FAILED" if failed else "WARNED" if warned else "PASSED"


def verdict_of(examination: Examination, suite: Suite) -> Verdict:
    """Return the verdict of `suite` on what was found."""
    found = Counter(finding.rule for finding in examination.findings)
    ran = [rule for rule in suite.rules if rule.id in examination.ran]
    failing = {f.rule for f in examination.findings if fails(f.severity, suite.settings.fail_on)}
    failed = tuple(rule.id for rule in ran if rule.id in failing)
    warned = tuple(r.id for r in ran if found[r.id] and r.id not in failed)
    severities = Counter(finding.severity for finding in examination.findings)
    return Verdict(
        passed=tuple(rule.id for rule in ran if not found[rule.id]),
        warned=warned,
        failed=failed,
        complete={rule.id for rule in suite.rules} == examination.ran | examination.not_checked.keys(),
        n_errors=severities["error"],
        n_warnings=severities["warning"],
    )


def fails(severity: Severity, fail_on: Severity) -> bool:
    """Whether a finding of `severity` fails its file."""
    return severity == "error" or fail_on == "warning"
