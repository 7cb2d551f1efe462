"""Findings as text for a terminal."""

import json
import re
from collections.abc import Iterator, Sequence

from edgejson._typing import JSONValue
from edgejson.core.counting import counted
from edgejson.core.finding import Finding
from edgejson.core.json_text import compact

_LONGEST = 160
_READS_AS_JSON = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?|true|false|null|[\[{].*[\]}]")


def finding_lines(finding: Finding) -> Iterator[str]:
    """Yield the lines that show one finding: where, which record, which value, what was expected."""
    who = f" {finding.record_id}" if finding.record_id is not None else ""
    yield _harmless(f"{finding.location}{who} {finding.pointer}".rstrip())
    yield f"    expected: {shown(finding.expected)}"
    yield f"    actual:   {shown_value(finding.actual)}"


def rule_text(sentence: str, findings: Sequence[Finding], *, show: int, complete_list: str) -> str:
    """Return a rule's sentence, its first `show` findings, how many more there are and where."""
    lines = [sentence]
    for finding in findings[: max(show, 0)]:
        if finding.message != sentence:
            lines.extend(map(_harmless, finding.message.splitlines()))
        lines.extend(finding_lines(finding))
    if show <= 0:
        lines.append(f"{counted(len(findings), 'finding')}; {complete_list}")
    elif len(findings) > show:
        lines.append(f"... and {len(findings) - show:,} more; {complete_list}")
    return "\n".join(lines)


def shown(value: JSONValue) -> str:
    """Return a value for a terminal, on one line: text as it is where it can be, the rest as JSON."""
    if isinstance(value, str):
        text = value if value.isprintable() and value == value.strip() and value else _quoted(value)
    else:
        text = _harmless(compact(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text):,} characters)"


def shown_value(value: JSONValue) -> str:
    """Return a value of the data like `shown`, but text that reads as another JSON value in quotes."""
    return (
        shown(value) if not isinstance(value, str) or not _READS_AS_JSON.fullmatch(value) else _quoted(value)
    )


def _quoted(text: str) -> str:
    return _harmless(json.dumps(text, ensure_ascii=False))


def _harmless(text: str) -> str:
    """Return `text` with JSON's escapes for whatever could steer a terminal or not be seen on it."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
