"""``compare``: two evaluations of the same records, tested record by record."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.files import write_atomically
from edgejson.eval.comparison import compare_reports
from edgejson.eval.output_paths import check_output_paths
from edgejson.eval.tables import print_comparison, terminal

_ABOUT = """\
Compare two evaluations of the same records: the difference of each score with a paired bootstrap interval,
and for scores that are right or wrong McNemar's exact test on the records that just one of the two got
right.

  python -m edgejson.eval compare base.json tuned.json --output difference.json
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "compare", help="test two reports of the same records against each other", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("first", metavar="A.json", type=Path, help="the report to compare with")
    parser.add_argument("second", metavar="B.json", type=Path, help="the report that is compared with it")
    parser.add_argument("--output", metavar="C.json", type=Path, help="write the comparison as JSON, too")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, _argv: Sequence[str]) -> int:
    """Compare, print and write; returns the exit code."""
    check_output_paths([args.output], reports=[args.first, args.second])
    comparison = compare_reports(args.first, args.second)
    if args.output:
        write_atomically(args.output, (json.dumps(comparison, indent=2, ensure_ascii=False) + "\n").encode())
    print_comparison(comparison, console=terminal())
    return 0
