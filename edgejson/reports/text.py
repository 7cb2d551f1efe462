"""Findings as text for a terminal."""

from collections.abc import Iterator, Sequence

from edgejson._typing import JSONValue
from edgejson.finding import Finding
from edgejson.json_text import compact

_LONGEST = 160


def finding_lines(finding: Finding) -> Iterator[str]:
    """Yield the lines that show one finding: where, which record, which value, what was expected."""
    who = f" {finding.record_id}" if finding.record_id is not None else ""
    yield f"{finding.place}{who} {finding.pointer}".rstrip()
    yield f"    expected: {shown(finding.expected)}"
    yield f"    actual:   {shown(finding.actual)}"


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


def shown(value: JSONValue) -> str:
    """Return a value for a terminal: text as it is, the rest as JSON, both cut where they are long."""
    text = value if isinstance(value, str) else compact(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text):,} characters)"
