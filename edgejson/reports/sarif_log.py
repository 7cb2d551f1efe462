"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from edgejson._version import __version__
from edgejson.core.counting import counted
from edgejson.core.finding import Finding
from edgejson.core.json_text import compact
from edgejson.reports.summary import FileSummary

MOST_RESULTS = 25_000
"""Results that GitHub accepts in a run; of more it refuses the whole file (its documented limit)."""

_LEVELS = {"error": "error", "warning": "warning"}


def sarif(summaries: Sequence[FileSummary]) -> bytes:
    """Return one run with the findings of all files, errors first, at most `MOST_RESULTS` of them.

    What was left out is counted in a notification of the run; `--edgejson-findings` has everything.
    """
    rules = {rule.id: rule for summary in summaries for rule in summary.rules}
    index = {rule_id: number for number, rule_id in enumerate(rules)}
    found = [finding for summary in summaries for finding in summary.findings]
    found.sort(key=lambda finding: finding.severity)
    invocation: dict[str, Any] = {"executionSuccessful": True}
    departures = [f"{summary.file}: {note}" for summary in summaries for note in summary.notes]
    if departures:
        invocation["toolConfigurationNotifications"] = [
            {"level": "note", "message": {"text": departure}} for departure in departures
        ]
    if len(found) > MOST_RESULTS:
        left_out = counted(len(found) - MOST_RESULTS, "finding")
        text = f"{left_out} left out; --edgejson-findings FILE writes them all"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    run = {
        "tool": {
            "driver": {
                "name": "edgejson",
                "semanticVersion": __version__,
                "rules": [
                    {
                        "id": rule.id,
                        "name": rule.id.replace(".", "_"),
                        "shortDescription": {"text": rule.sentence},
                        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
                        "properties": {"tags": list(dict.fromkeys((rule.kind, rule.family)))},
                    }
                    for rule in rules.values()
                ],
            }
        },
        "columnKind": "utf16CodeUnits",
        "invocations": [invocation],
        "artifacts": [
            {"location": {"uri": _uri(s.file)}, "hashes": {"sha-256": s.sha256}} for s in summaries
        ],
        "results": [_result(finding, index[finding.rule]) for finding in found[:MOST_RESULTS]],
    }
    document = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def _result(finding: Finding, rule_index: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    # GitHub asks for a region; what is about the whole file is shown at its first line.
    physical["region"] = {"startLine": finding.line or 1}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.pointer:
        name = f"{finding.record_id or ''}{finding.pointer}"
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "member"}]
    text = f"{finding.message} Expected: {_text(finding.expected)}. Actual: {_text(finding.actual)}."
    identity = "\0".join((finding.rule, finding.file, finding.record_id or "", finding.pointer))
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"edgejson/v1": hashlib.sha256(identity.encode()).hexdigest()},
    }


def _text(value: Any) -> str:
    return value if isinstance(value, str) else compact(value)


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else "/".join(map(_quoted, path.parts))


def _quoted(part: str) -> str:
    return quote(part)
