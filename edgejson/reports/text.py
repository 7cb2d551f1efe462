"""Findings as text for a terminal."""

from collections.abc import Iterator, Sequence

from edgejson._typing import JSONValue
from edgejson.engine import Examination
from edgejson.finding import Finding
from edgejson.json_text import compact
from edgejson.verdict import Verdict

_LONGEST = 160


def finding_lines(finding: Finding) -> Iterator[str]:
    """Yield the lines that show one finding: where, which record, which value, what was expected."""
    who = f" {finding.record_id}" if finding.record_id is not None else ""
    yield f"{finding.place}{who} {finding.pointer}".rstrip()
    yield f"    expected: {_shown(finding.expected)}"
    yield f"    actual:   {_shown(finding.actual)}"


def rule_text(sentence: str, findings: Sequence[Finding], *, show: int, complete_list: str) -> str:
    """Return a rule's sentence, its first `show` findings, how many more there are and where."""
    lines = [sentence]
    for finding in findings[:show]:
        if finding.message != sentence:
            lines.extend(finding.message.splitlines())
        lines.extend(finding_lines(finding))
    rest = len(findings) - show
    if rest > 0:
        lines.append(f"... and {rest:,} more; {complete_list}")
    return "\n".join(lines)


def verdict_line(examination: Examination, verdict: Verdict) -> str:
    """Return one line on a file: result, records, rules, errors and warnings."""
    parts = [f"{examination.n_records:,} records", f"{len(examination.ran)} rules"]
    if examination.not_checked:
        parts.append(f"{len(examination.not_checked)} not checked")
    parts += [counted(verdict.n_errors, "error"), counted(verdict.n_warnings, "warning")]
    if examination.waived:
        parts.append(f"{examination.waived:,} waived")
    return f"{examination.file}: {verdict.result} ({', '.join(parts)})"


def counted(number: int, noun: str) -> str:
    """Return ``1 error`` or ``2 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _shown(value: JSONValue) -> str:
    text = value if isinstance(value, str) else compact(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text):,} characters)"
