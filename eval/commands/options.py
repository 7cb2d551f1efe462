"""Options that several subcommands share."""

import argparse
from pathlib import Path

from edgejson.eval.evaluation_data import EvaluationData, admit_data
from edgejson.models.limits import Limit
from edgejson.scoring.scored_record import PROTOCOLS


def add_data_options(parser: argparse.ArgumentParser) -> None:
    """Add what concerns the data file and its admission."""
    parser.add_argument(
        "--data", metavar="FILE", type=Path, required=True, help="records to evaluate on, JSON Lines"
    )
    parser.add_argument(
        "--config", metavar="FILE", type=Path,
        help="settings file, instead of the nearest pyproject.toml with [tool.edgejson]",
    )  # fmt: skip
    parser.add_argument(
        "--require-attestation", action="store_true",
        help="refuse a file without an attestation; otherwise the suite is run on it now",
    )  # fmt: skip
    parser.add_argument(
        "--admit-with-findings", action="store_true",
        help="take a file that failed the suite; the report is marked and stays out of the leaderboard",
    )  # fmt: skip


def admit_named_data(args: argparse.Namespace) -> EvaluationData:
    """Take the data file that `add_data_options` asked for through the gate; see `admit_data`."""
    return admit_data(
        args.data,
        config=args.config,
        require_attestation=args.require_attestation,
        admit_with_findings=args.admit_with_findings,
    )


def add_report_options(parser: argparse.ArgumentParser) -> None:
    """Add what concerns the report."""
    parser.add_argument(
        "--report", metavar="R.json", type=Path, required=True,
        help="where the report goes; the per-record results go to R.samples.jsonl beside it",
    )  # fmt: skip
    parser.add_argument(
        "--html", metavar="FILE", type=Path, help="write the report as an HTML page, too (see: page --help)"
    )
    parser.add_argument(
        "--compare",
        metavar="R0.json",
        type=Path,
        help="a stored report of the same records, to show side by side",
    )
    add_training_option(parser)
    parser.add_argument(
        "--protocol", choices=sorted(PROTOCOLS), default="edgejson",
        help="how to score: by our definitions, or as the published harness did, faults included",
    )  # fmt: skip


def add_training_option(parser: argparse.ArgumentParser) -> None:
    """Add what names the training file of a model."""
    parser.add_argument(
        "--train-data", metavar="FILE", type=Path,
        help="the file that the model was trained on, to count what it shares with the evaluated records "
        "(default: the adapter's, where it lies beside the evaluated file)",
    )  # fmt: skip


def positive(text: str) -> int:
    """Read an option that counts something."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} given, expected a whole number of at least 1")
    return int(text)


def tokens_or_prompt(text: str) -> Limit:
    """Read ``--max-new-tokens``."""
    if text != "prompt" and (not text.isdecimal() or int(text) < 1):
        raise argparse.ArgumentTypeError(f"{text!r} given, expected a number of tokens or 'prompt'")
    return "prompt" if text == "prompt" else int(text)
