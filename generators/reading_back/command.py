"""The command ``read-back``: how many labels of a file can be read from their prompts by layout alone."""

import argparse
import json
from pathlib import Path
from typing import Any

from edgejson.core.files import write_atomically
from edgejson.generators.argument_types import at_least
from edgejson.generators.progress import progress_display
from edgejson.generators.reading_back.result import read_back

REQUIRED_PERCENT = 99
"""Per cent of the labels of listings that must come back exactly."""

LISTING = "listing"

_EXPLANATION = """\
Read every label of FILE back from its prompt, guided by the schema alone: no rule of the suite, no model.

The share that comes back exactly is a ceiling for what copying a layout can reach on listings. The other
styles are counted apart: this reader knows lines and items, not sentences. Styles are those of meta.style;
records without one are counted as "not stated".
"""
_EXAMPLES = """\
examples:
  python -m edgejson.generators read-back data/test_v3.jsonl
  python -m edgejson.generators read-back data/test_v3.jsonl --show 20 --report ceiling.json

exit codes: 0 at least 99 % of the listings came back exactly; 1 fewer did; 2 the file cannot be used
"""


def add_parser(subparsers: Any) -> None:
    """Add the command's parser to `subparsers`."""
    parser = subparsers.add_parser(
        "read-back",
        help="read labels back from their prompts by layout alone",
        description=_EXPLANATION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a .jsonl file")
    parser.add_argument(
        "--show", type=at_least(0), default=5, metavar="N", help="misses shown, listings first (5)"
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write counts and all misses there, as JSON"
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: nearest pyproject.toml)"
    )


def run(args: argparse.Namespace) -> int:
    """Read back, and print a line for each style and each of the first misses; 1 when too few came back."""
    with progress_display() as on_progress:
        result = read_back(args.file, config=args.config, on_progress=on_progress)
    for style in sorted(result.records, key=lambda style: (-result.percent(style), style)):
        print(
            f"{style:<12} {result.exact[style]:6,} of {result.records[style]:6,} exact "
            f"({result.percent(style):.2f} %)"
        )
    ordered = sorted(result.misses, key=lambda miss: (miss.style != LISTING, miss.line))
    for miss in ordered[: args.show]:
        print(
            f"miss ({miss.style}) {args.file}:{miss.line} {miss.id} {miss.pointer}: "
            f"expected {miss.expected}, read {miss.read}"
        )
    if args.report:
        text = json.dumps(result.to_json(args.file), indent=2, ensure_ascii=False)
        write_atomically(args.report, f"{text}\n".encode())
    reached = not result.records[LISTING] or result.percent(LISTING) >= REQUIRED_PERCENT
    return 0 if reached else 1
