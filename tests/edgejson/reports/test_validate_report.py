"""What `edgejson validate` prints of a file."""

from dataclasses import replace

from edgejson.commands.validate import report
from edgejson.reports.summary import FileSummary


def test_departures_from_the_full_suite_follow_the_verdict(judged: FileSummary) -> None:
    lines = list(report(replace(judged, notes=("disabled: balance",)), show=1))
    assert lines[-2:] == [judged.line, "    disabled: balance"]
