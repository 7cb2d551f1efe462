"""Writing the reports that a run was asked for."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from edgejson.core.counting import counted
from edgejson.core.files import write_atomically
from edgejson.core.finding import Finding
from edgejson.core.regular_files import open_regular
from edgejson.errors import EdgejsonError
from edgejson.reports.summary import FileSummary


def check_report_paths(*, findings: Path | None, sarif: Path | None, html: Path | None) -> None:
    """Raise EdgejsonError when a report would overwrite data: a .jsonl file that holds no findings."""
    for path in (sarif, html):
        if path and path.suffix == ".jsonl":
            raise EdgejsonError(
                f"{path}: a report of this kind is not written to a .jsonl file; name another"
            )
    if findings and findings.is_file() and not _holds_findings(findings):
        raise EdgejsonError(f"{findings}: this file holds no findings and is not overwritten; name another")


_NAMES = {field.name for field in fields(Finding)} - {"traceback"}


def _holds_findings(path: Path) -> bool:
    with open_regular(path) as stream:
        first = stream.readline()
    try:
        return not first or set(json.loads(first)) >= _NAMES
    except (ValueError, TypeError, RecursionError):
        return False


def write_reports(
    summaries: Sequence[FileSummary], *, findings: Path | None, sarif: Path | None, html: Path | None
) -> Iterator[str]:
    """Write each report for which a path is given, and yield a line on it; raises OSError.

    `findings` gets every finding as JSON Lines, `sarif` a SARIF 2.1.0 document, `html` one page.
    """
    found = [finding for summary in summaries for finding in summary.findings]
    if findings:
        write_atomically(findings, "".join(f"{finding.to_json()}\n" for finding in found).encode())
        yield f"findings: {findings} ({counted(len(found), 'finding')})"
    if sarif:
        from edgejson.reports.sarif_log import sarif as as_sarif

        write_atomically(sarif, as_sarif(summaries))
        yield f"SARIF: {sarif}"
    if html:
        from edgejson.reports.suite_page import render_suite_page

        write_atomically(html, render_suite_page(summaries).encode())
        yield f"page: {html}"
