"""The summary of a validated file: the one value that every report is written from."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Literal, Self, TypeAlias

from edgejson._typing import Digest, Kind, Severity
from edgejson.core.counting import counted
from edgejson.core.finding import Finding
from edgejson.core.json_text import compact
from edgejson.core.record_format import NO_SCHEMA, FormatName
from edgejson.suite.examination import Examination
from edgejson.suite.suite import Suite
from edgejson.suite.verdict import Result, verdict_of

Status: TypeAlias = Literal["passed", "warned", "failed", "not checked", "not selected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSummary:
    """A rule and what came of it; ``reason`` says why it was not checked."""

    id: str
    family: str
    sentence: str
    severity: Severity
    kind: Kind
    status: Status
    n_findings: int
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSummary:
    """A validated file. Its ``n_lines`` are those that were judged and those that were refused.

    ``schemas`` counts its records by schema id; ``notes`` are `Suite.notes`, and waivers that match nothing.
    """

    file: str
    path: str
    sha256: Digest
    suite_sha256: Digest
    result: Result
    complete: bool
    split: str | None
    n_lines: int
    n_judged: int
    n_refused: int
    n_unlabelled: int
    format: FormatName
    n_records: int
    n_errors: int
    n_warnings: int
    n_waived: int
    schemas: dict[str, int]
    notes: tuple[str, ...]
    rules: tuple[RuleSummary, ...]
    findings: tuple[Finding, ...]

    @property
    def line(self) -> str:
        """One line on the file: result, the account of its lines, records, rules, errors and warnings."""
        ran = sum(rule.status in ("passed", "warned", "failed") for rule in self.rules)
        unchecked = sum(rule.status == "not checked" for rule in self.rules)
        parts = [counted(self.n_records, "record"), counted(ran, "rule")]
        if unchecked:
            parts.append(f"{unchecked} not checked")
        parts += [counted(self.n_errors, "error"), counted(self.n_warnings, "warning")]
        if self.n_waived:
            parts.append(f"{self.n_waived:,} waived")
        return f"{self.file}: {self.result} ({', '.join(parts)}; {self.account})"

    @property
    def account(self) -> str:
        """The lines in words: how they were read, and what became of them."""
        unlabelled = f", {self.n_unlabelled:,} without a label" if self.n_unlabelled else ""
        return (
            f"{counted(self.n_lines, 'line')} read as {self.format} = "
            f"{self.n_judged:,} judged + {self.n_refused:,} refused{unlabelled}"
        )

    @property
    def advice(self) -> str | None:
        """What would let the suite say more, in a sentence."""
        without = self.schemas.get(NO_SCHEMA, 0)
        if not without:
            return None
        return (
            f"{counted(without, 'record')} of {self.file} {'has' if without == 1 else 'have'} no schema: "
            "types, required fields and sums are not judged; "
            f"edgejson init {self.file} drafts schemas and rules"
        )

    def to_json(self) -> str:
        """Return the summary as JSON text, numbers exactly."""
        return compact(_plain(asdict(self)))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the summary that `to_json` wrote."""
        values: dict[str, Any] = json.loads(text, parse_float=Decimal)
        values["notes"] = tuple(values["notes"])
        values["rules"] = tuple(RuleSummary(**rule) for rule in values["rules"])
        values["findings"] = tuple(Finding.from_dict(finding) for finding in values["findings"])
        return cls(**values)


def summarise(examination: Examination, suite: Suite) -> FileSummary:
    """Return the summary of an examination."""
    verdict = verdict_of(examination, suite)
    found = Counter(finding.rule for finding in examination.findings)
    outcomes: dict[str, Status] = {
        **dict.fromkeys(verdict.passed, "passed"),
        **dict.fromkeys(verdict.warned, "warned"),
        **dict.fromkeys(verdict.failed, "failed"),
        **dict.fromkeys(examination.not_checked, "not checked"),
    }
    rules = tuple(
        RuleSummary(
            id=rule.id,
            family=rule.family,
            sentence=rule.sentence,
            severity=rule.severity,
            kind=rule.kind,
            status=outcomes.get(rule.id, "not selected"),
            n_findings=found[rule.id],
            reason=examination.not_checked.get(rule.id),
        )
        for rule in suite.rules
    )
    return FileSummary(
        file=examination.file,
        path=str(examination.path),
        sha256=examination.sha256,
        suite_sha256=examination.suite_sha256,
        result=verdict.result,
        complete=verdict.complete,
        split=examination.split,
        n_lines=examination.n_lines,
        n_judged=examination.n_judged,
        n_refused=examination.n_refused,
        n_unlabelled=examination.n_unlabelled,
        format=examination.format,
        n_records=examination.n_records,
        n_errors=verdict.n_errors,
        n_warnings=verdict.n_warnings,
        n_waived=examination.waived,
        schemas=examination.schemas,
        notes=(*suite.notes(), *_idle(examination)),
        rules=rules,
        findings=examination.findings,
    )


def _idle(examination: Examination) -> Iterator[str]:
    for rule, record_id in examination.idle_waivers:
        yield f"warning: the waiver of {rule} for record {record_id} matches nothing; take it out"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
