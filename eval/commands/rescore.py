"""``rescore``: stored answers, scored by the rules and scores as they are now."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.console import notify
from edgejson.eval.commands.options import add_data_options, add_training_option, admit_named_data
from edgejson.eval.report import read_report, write_report
from edgejson.eval.rescoring import changes, renewed, rescore
from edgejson.eval.scored_records import write_scored_records

_ABOUT = """\
Score the answers beside stored reports again, by the rules and scores as they are now; no model is loaded.

With --check nothing is written: anybody can see that a published report follows from its answers. Without,
reports are brought up to date after a rule or a score has changed; command, model, decoding and machine stay
as they were. Where every figure holds, only the digests of suite and attestation are renewed, and the
samples are left alone.

  python -m edgejson.eval rescore eval/reports/*.json --data data/test_v3.jsonl --check

Exit codes: 0 done, 1 (--check) a number would change, 2 a report cannot be used, 3 the gate refused the data.
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "rescore", help="check or renew stored reports from their answers, without a model",
        description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("reports", metavar="R.json", type=Path, nargs="+", help="stored reports")
    add_data_options(parser)
    add_training_option(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a number would change")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, _argv: Sequence[str]) -> int:
    """Score again, say what changes, and write; returns the exit code."""
    data = admit_named_data(args)
    changed = 0
    for path in args.reports:
        before = read_report(path)
        after, scored, seen = rescore(path, before, data, train_data=args.train_data, config=args.config)
        found = changes(before, after)
        changed += bool(found)
        verb = "would change" if args.check else "changed"
        notify(f"{path}: {len(found)} figures {verb}: {found[0]}" if found else f"{path}: every figure holds")
        if args.check:
            continue
        if found:
            write_scored_records(path, scored, seen)
        if (report := renewed(before, after)) != before:
            write_report(path, report)
    return int(args.check and changed > 0)
