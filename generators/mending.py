"""What `repair` and `balance` have in common: a file that becomes another one, and a report on both."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edgejson._typing import SplitName
from edgejson.core.files import write_atomically
from edgejson.core.finding import Finding
from edgejson.errors import EdgejsonError
from edgejson.generators.in_place import Place
from edgejson.generators.record import VERSION
from edgejson.suite.examination import Examination
from edgejson.suite.verdict import fails


class MendingError(EdgejsonError):
    """A file that cannot be mended as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """The bytes of the new file, what was found before and after, and what was done, for the report."""

    content: bytes
    split: SplitName
    before: Examination
    after: Examination
    done: Mapping[str, Any]

    def report(self, command: str) -> dict[str, Any]:
        """Return the report as JSON values: no times, so that equal input gives an equal report."""
        return {
            "command": command,
            "generator": VERSION,
            "split": self.split,
            "before": _counts(self.before),
            "after": _counts(self.after),
            **self.done,
        }


def split_of(place: Place, asked: SplitName | None) -> SplitName:
    """Return the split whose seeds new records are made of: the declared one, the `asked` one, or train.

    Raises MendingError when the settings declare another split than is asked for.
    """
    declared = place.split()
    if declared is not None and asked not in (None, declared):
        raise MendingError(
            f"{place.data}: the settings declare it in the split {declared}, but --split says {asked}; "
            "leave --split out"
        )
    return declared or asked or "train"


def write(mended: Mended, command: str, *, output: Path, report: Path) -> None:
    """Write the report and then the new file, each whole or not at all."""
    text = json.dumps(mended.report(command), indent=2, ensure_ascii=False)
    write_atomically(report, f"{text}\n".encode())
    write_atomically(output, mended.content)


def check_places(data: Path, output: Path, report: Path) -> None:
    """Raise MendingError unless the three are different files and the last two can be written."""
    if len({data.resolve(), output.resolve(), report.resolve()}) < 3:
        raise MendingError(f"{output}: IN, OUT and the report are three files; name another")
    for path in (output, report):
        if path.is_dir():
            raise MendingError(f"{path}: this is a folder; name a file")


def failing(found: Examination, place: Place) -> Sequence[Finding]:
    """Return the findings that fail the file, by the settings' ``fail_on``."""
    return [one for one in found.findings if fails(one.severity, place.suite.settings.fail_on)]


def lines_of(content: bytes) -> list[bytes]:
    """Return the lines of a file with their line feeds; joined, they are the file."""
    lines = [line + b"\n" for line in content.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _counts(found: Examination) -> dict[str, Any]:
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
