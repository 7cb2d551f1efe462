"""The breakdowns of several reports of the same records, cell by cell beside each other."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Report: TypeAlias = Mapping[str, Any]
Summary: TypeAlias = Mapping[str, Any]
Cells: TypeAlias = dict[str, list[Summary | None]]
"""By cell, the summary of each report; None where a report has no such cell."""


def breakdowns(reports: Sequence[Report]) -> dict[str, Cells]:
    """Return every breakdown that a report has, in the reports' order; those without a cell are left out."""
    of_reports = [report["breakdowns"] for report in reports]
    joined: dict[str, Cells] = {}
    for by in dict.fromkeys(by for each in of_reports for by in each):
        cells = dict.fromkeys(cell for each in of_reports for cell in each.get(by, {}))
        if cells:
            joined[by] = {cell: [each.get(by, {}).get(cell) for each in of_reports] for cell in cells}
    return joined
