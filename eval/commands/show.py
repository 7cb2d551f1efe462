"""``show``: one or two stored reports as tables."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.eval.comparison import check_comparable
from edgejson.eval.errors import EvaluationError
from edgejson.eval.report import read_report
from edgejson.eval.tables import print_reports, terminal

_ABOUT = """\
Show a stored report, or two of the same records side by side with the difference in records.

  python -m edgejson.eval show base.json tuned.json
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "show", help="show stored reports", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("reports", metavar="R.json", type=Path, nargs="+", help="one or two reports")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, _argv: Sequence[str]) -> int:
    """Print; returns the exit code."""
    if len(args.reports) > 2:
        raise EvaluationError(f"{len(args.reports)} reports were named; name one, or two to compare")
    reports = [read_report(path) for path in args.reports]
    if len(reports) == 2:
        check_comparable(*args.reports, *reports)
    print_reports(reports, console=terminal())
    return 0
