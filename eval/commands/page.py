"""``page``: stored reports as one HTML page."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.console import notify
from edgejson.eval.output_paths import check_output_paths
from edgejson.eval.page.evaluation_page import write_page

_ABOUT = """\
Write one HTML page on a stored report, or on several of the same records: scores with intervals, plots, a
table for every breakdown, and a browser of misses with each difference marked where it stands in the JSON.
The page is one file and asks nothing of a network. Several reports are compared with the first.

  python -m edgejson.eval page tuned.json --output report.html
  python -m edgejson.eval page base.json tuned.json --output report.html
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "page", help="write stored reports as an HTML page", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "reports", metavar="R.json", type=Path, nargs="+", help="reports, with R.samples.jsonl beside each"
    )
    parser.add_argument("--output", metavar="FILE", type=Path, required=True, help="the page to write")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, _argv: Sequence[str]) -> int:
    """Write the page; returns the exit code."""
    check_output_paths([args.output], reports=args.reports)
    write_page(args.output, args.reports)
    notify(f"page: {args.output}")
    return 0
