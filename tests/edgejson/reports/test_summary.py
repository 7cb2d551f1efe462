"""The summary that all reports are written from."""

from edgejson.reports.summary import FileSummary


def test_summary_counts_what_was_found(judged: FileSummary) -> None:
    assert (judged.result, judged.n_lines, judged.n_records) == ("FAILED", 5, 4)
    assert judged.schemas == {"contact_info": 2, "invoice": 2}
    assert judged.n_errors == sum(finding.severity == "error" for finding in judged.findings)
    statuses = {rule.id: rule.status for rule in judged.rules}
    assert statuses["invoice.total_is_subtotal_plus_tax"] == "failed"
    assert statuses["structure.line_is_one_json_object"] == "failed"
    assert statuses["structure.line_is_utf8"] == "passed"
    assert statuses["leakage.prompt_is_in_one_split_only"] == "not checked"
    assert "FAILED (4 records" in judged.line


def test_summary_survives_json(judged: FileSummary) -> None:
    assert FileSummary.from_json(judged.to_json()) == judged
