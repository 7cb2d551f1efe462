"""``leaderboard``: LEADERBOARD.md out of stored reports."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.console import notify
from edgejson.core.files import write_atomically
from edgejson.eval.leaderboard import leaderboard
from edgejson.eval.output_paths import check_output_paths

_ABOUT = """\
Build the leaderboard from stored reports of the same records; free and constrained decoding are separate
rows.

A report is refused if its data, protocol or sample is not that of the others, if its data was admitted with
findings, or if its model was trained on the data.

  python -m edgejson.eval leaderboard eval/reports/*.json --output LEADERBOARD.md
  python -m edgejson.eval leaderboard eval/reports/*.json --output LEADERBOARD.md --check

Exit codes: 0 done, 1 (--check) the file is not what the command gives, 2 a report cannot be used.
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "leaderboard", help="build LEADERBOARD.md from stored reports", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("reports", metavar="R.json", type=Path, nargs="+", help="stored reports")
    parser.add_argument(
        "--output", metavar="LEADERBOARD.md", type=Path, required=True, help="the file to build"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when the file is not what the command gives"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, _argv: Sequence[str]) -> int:
    """Build, or compare with what is there; returns the exit code."""
    check_output_paths([args.output], reports=args.reports)
    text = leaderboard(args.reports, output=args.output).encode()
    if not args.check:
        write_atomically(args.output, text)
        notify(f"leaderboard: {args.output}")
        return 0
    if not args.output.exists():
        notify(f"error: {args.output}: is not there; the same command without --check builds it")
        return 1
    if args.output.read_bytes() != text:
        notify(
            f"error: {args.output}: is not what these reports give; the same command without --check mends it"
        )
        return 1
    return 0
