"""Writing the reports that a run was asked for."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from edgejson.counting import counted
from edgejson.files import write_atomically
from edgejson.reports.summary import FileSummary


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
        from edgejson.reports.sarif import sarif as as_sarif

        write_atomically(sarif, as_sarif(summaries))
        yield f"SARIF: {sarif}"
    if html:
        from edgejson.reports.suite_page import suite_page

        write_atomically(html, suite_page(summaries).encode())
        yield f"page: {html}"
