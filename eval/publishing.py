"""The end of every evaluation: report, per-record results and page on disk, the table on the terminal."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from edgejson.core.console import notify
from edgejson.eval.comparison import check_comparable
from edgejson.eval.evaluation_data import EvaluationData
from edgejson.eval.page.evaluation_page import write_page
from edgejson.eval.report import Origin, make_report, read_report, write_report
from edgejson.eval.scored_records import write_scored_records
from edgejson.eval.tables import print_reports, terminal
from edgejson.scoring.scored_record import ScoredRecord


def read_comparison(
    args: argparse.Namespace, data: EvaluationData, selection: Mapping[str, Any] | None
) -> dict[str, Any] | None:
    """Return the report that ``--compare`` names; ReportError if it is of other data, protocol or records."""
    if args.compare is None:
        return None
    before = read_report(args.compare)
    coming = {"data": {"sha256": data.admitted.sha256}, "protocol": args.protocol, "selection": selection}
    check_comparable(args.compare, args.report, before, coming)
    return before


def publish(
    args: argparse.Namespace,
    data: EvaluationData,
    scored: Sequence[ScoredRecord],
    origin: Origin,
    before: Mapping[str, Any] | None,
) -> None:
    """Write the report, the per-record results and the page; print the report, next to `before` if given."""
    report = make_report(data.admitted, scored, origin)
    write_scored_records(args.report, scored, origin.contamination.seen)
    write_report(args.report, report)
    print_reports([before, report] if before else [report], console=terminal())
    notify(f"report: {args.report}")
    if args.html:
        write_page(args.html, [args.compare, args.report] if before else [args.report])
        notify(f"page: {args.html}")
