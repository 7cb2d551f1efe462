"""A data file as `repair` or `balance` has rewritten it, and the report on what was done."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edgejson._typing import SplitName
from edgejson.core.files import real_path, write_atomically
from edgejson.core.finding import Finding
from edgejson.generators.errors import GenerationError
from edgejson.generators.record import VERSION
from edgejson.generators.rewriting.replacement import Replacement
from edgejson.suite.examination import Examination
from edgejson.suite.verdict import fails


@dataclass(frozen=True, slots=True, kw_only=True)
class RewrittenFile:
    """The new bytes, what the suite found before and after, and the `changes` for the report."""

    content: bytes
    split: SplitName
    before: Examination
    after: Examination
    changes: Mapping[str, Any]

    def report(self, command: str) -> dict[str, Any]:
        """Return the report as JSON values: no times, so that equal input gives an equal report."""
        return {
            "command": command,
            "generator": VERSION,
            "split": self.split,
            "before": _summary(self.before),
            "after": _summary(self.after),
            **self.changes,
        }

    def write(self, command: str, *, output: Path, report: Path) -> None:
        """Write the report and then the new file, each whole or not at all."""
        text = json.dumps(self.report(command), indent=2, ensure_ascii=False)
        write_atomically(report, f"{text}\n".encode())
        write_atomically(output, self.content)


def choose_split(replacement: Replacement, asked: SplitName | None) -> SplitName:
    """Return the split whose seeds new records are made of: the declared one, the `asked` one, or train.

    Raises GenerationError when the settings declare another split than is asked for.
    """
    declared = replacement.split()
    if declared is not None and asked not in (None, declared):
        raise GenerationError(
            f"{replacement.data}: the settings declare it in the split {declared}, but --split says {asked}; "
            "leave --split out"
        )
    return declared or asked or "train"


def check_paths(data: Path, output: Path, report: Path) -> None:
    """Raise GenerationError unless the three are different files and the last two can be written."""
    if len({real_path(data), real_path(output), real_path(report)}) < 3:
        raise GenerationError(f"{output}: IN, OUT and the report are three files; name another")
    for path in (output, report):
        if path.is_dir():
            raise GenerationError(f"{path}: this is a folder; name a file")


def failing_findings(found: Examination, replacement: Replacement) -> Sequence[Finding]:
    """Return the findings that fail the file, by the settings' ``fail_on``."""
    return [one for one in found.findings if fails(one.severity, replacement.suite.settings.fail_on)]


def _summary(found: Examination) -> dict[str, Any]:
    severities = Counter(finding.severity for finding in found.findings)
    rules = Counter((finding.rule, finding.kind, finding.severity) for finding in found.findings)
    return {
        "sha256": found.sha256,
        "lines": found.n_lines,
        "records": found.n_records,
        "errors": severities["error"],
        "warnings": severities["warning"],
        "lines_with_errors": len({f.line for f in found.findings if f.severity == "error" and f.line}),
        "by_kind": dict(sorted(Counter(finding.kind for finding in found.findings).items())),
        "by_rule": [
            {"rule": rule, "kind": kind, "severity": severity, "findings": count}
            for (rule, kind, severity), count in sorted(rules.items())
        ],
        "schemas": found.schemas,
    }
