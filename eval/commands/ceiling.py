"""``ceiling``: what gold answers score under the published harness, by complexity."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.files import write_atomically
from edgejson.eval.ceiling import ceiling, markdown
from edgejson.eval.commands.options import add_data_options, admit_named_data
from edgejson.eval.output_paths import check_output_paths
from edgejson.eval.report import recorded_command

FORMAT = "edgejson.ceiling/1"

_ABOUT = """\
Score the gold answers themselves as the published harness did: its 512 tokens, its regular expression of two
brace levels. What they lose, no model could have won. The table is printed as Markdown, JSONExact in records.

  python -m edgejson.eval ceiling --data data/test_v3.jsonl
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "ceiling", help="what the published harness can at most give", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add_data_options(parser)
    parser.add_argument(
        "--model",
        metavar="MODEL",
        help="the model whose tokens are counted (default: the default base model)",
    )
    parser.add_argument("--output", metavar="C.json", type=Path, help="write the numbers as JSON, too")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, argv: Sequence[str]) -> int:
    """Score, print and write; returns the exit code."""
    check_output_paths([args.output], read=[args.data, args.config])
    data = admit_named_data(args)
    from edgejson.models.base_model import load_model

    loaded = load_model(args.model)
    table = ceiling(data.records, data.complexity, loaded.tokenizer)
    if args.output:
        document = {
            "format": FORMAT,
            "command": recorded_command(argv),
            "data_sha256": data.admitted.sha256,
            "data_result": data.admitted.result,
            "tokenizer_sha256": loaded.sha256,
            "rows": table,
        }
        write_atomically(args.output, (json.dumps(document, indent=2) + "\n").encode())
    sys.stdout.write(markdown(table))
    return 0
