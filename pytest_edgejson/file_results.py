"""What items need to know of their file: which rules were not checked, and what the others found."""

from edgejson.core.finding import Finding
from edgejson.reports.summary import FileSummary


class FileResults:
    """The results of a validated file by rule.

    ``not_checked`` says of a rule why it was not checked.
    """

    def __init__(self, summary: FileSummary) -> None:
        self.not_checked = {rule.id: rule.reason for rule in summary.rules if rule.reason is not None}
        self.findings: dict[str, list[Finding]] = {}
        for finding in summary.findings:
            self.findings.setdefault(finding.rule, []).append(finding)
