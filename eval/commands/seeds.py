"""``seeds``: reports of one recipe trained with several seeds, as one estimate with its spread."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.files import write_atomically
from edgejson.eval.output_paths import check_output_paths
from edgejson.eval.seeds import combine_seeds
from edgejson.eval.tables import print_seeds, terminal

_ABOUT = """\
Combine the reports of one recipe that was trained with three seeds or more: each score's mean, its spread
from run to run, and Student's t interval for the mean. All must be of the same records, recipe and decoding.

  python -m edgejson.eval seeds seed0.json seed1.json seed2.json --output claim.json
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "seeds", help="mean and spread over several seeds of one recipe", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("reports", metavar="R.json", type=Path, nargs="+", help="three reports or more")
    parser.add_argument("--output", metavar="C.json", type=Path, help="write the numbers as JSON, too")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, _argv: Sequence[str]) -> int:
    """Combine, print and write; returns the exit code."""
    check_output_paths([args.output], reports=args.reports)
    combined = combine_seeds(args.reports)
    if args.output:
        write_atomically(args.output, (json.dumps(combined, indent=2, ensure_ascii=False) + "\n").encode())
    print_seeds(combined, console=terminal())
    return 0
