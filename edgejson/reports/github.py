"""Findings as workflow commands, which GitHub Actions turns into annotations on the changed lines."""

from collections.abc import Iterator, Sequence

from edgejson.core.finding import Finding
from edgejson.reports.summary import FileSummary
from edgejson.reports.terminal_text import shown, shown_value

MOST_OF_A_LEVEL = 10
"""Annotations of a level that GitHub shows of a step (its documented limit)."""


def annotations(summaries: Sequence[FileSummary]) -> Iterator[str]:
    """Yield a command for the first findings of each severity, errors first, rules taking turns."""
    found = [finding for summary in summaries for finding in summary.findings]
    for severity in ("error", "warning"):
        yield from (
            _command(f) for f in _by_turns([f for f in found if f.severity == severity])[:MOST_OF_A_LEVEL]
        )


def _by_turns(findings: list[Finding]) -> list[Finding]:
    """Order findings so that every rule has had its first before any has its second."""
    turns: dict[str, int] = {}
    keyed = []
    for finding in findings:
        turn = turns[finding.rule] = turns.get(finding.rule, -1) + 1
        keyed.append((turn, finding))
    return [finding for _, finding in sorted(keyed, key=lambda item: item[0])]


def _command(finding: Finding) -> str:
    who = f"{finding.record_id} {finding.pointer}".strip() if finding.record_id else finding.pointer
    lines = [
        finding.message,
        who,
        f"expected: {shown(finding.expected)}",
        f"actual: {shown_value(finding.actual)}",
    ]
    place = f"file={_property(finding.file)},line={finding.line or 1},title={_property(finding.rule)}"
    return f"::{finding.severity} {place}::{_data(chr(10).join(line for line in lines if line))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
