"""``score``: stored predictions to a report, without a model."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.record import Record
from edgejson.eval.commands.options import add_data_options, add_report_options, admit_named_data
from edgejson.eval.contamination import contamination
from edgejson.eval.output_paths import check_output_paths, with_scored_records
from edgejson.eval.publishing import publish, read_comparison
from edgejson.eval.report import Origin, recorded_command
from edgejson.eval.sample_file import read_sample_file, sampled_records
from edgejson.eval.score_records import score_records
from edgejson.eval.training_data import find_training_data
from edgejson.scoring.errors import PredictionsError
from edgejson.scoring.prediction import StoredPredictions, read_predictions

_ABOUT = """\
Score stored predictions; no model is loaded.

A predictions file has one JSON object a line: "id", the record's, and "output", the raw text that the model
wrote (or the object). "stop" ("eos" or "length"), "tokens" and "seconds" may be added. A record without a
prediction is a miss; an id that the data does not have, or that comes twice, is an error.

  python -m edgejson.eval score --data data/test_v3.jsonl --predictions P.jsonl --report R.json
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "score", help="score stored predictions, without a model", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add_data_options(parser)
    parser.add_argument(
        "--predictions", metavar="P.jsonl", type=Path, required=True, help="stored predictions, JSON Lines"
    )
    parser.add_argument(
        "--sample-file",
        metavar="FILE",
        type=Path,
        help="score only the records of a sample (see: sample --help)",
    )
    add_report_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, argv: Sequence[str]) -> int:
    """Score, write the report and print it; returns the exit code."""
    check_output_paths(
        [*with_scored_records([args.report]), args.html],
        read=[args.data, args.config, args.predictions, args.sample_file, args.train_data],
        reports=[args.compare],
    )
    data = admit_named_data(args)
    records: Sequence[Record] = data.records
    sample = read_sample_file(args.sample_file) if args.sample_file else None
    if sample:
        records = sampled_records(sample, args.sample_file, data.records, data.admitted.sha256)
    selection = sample.summary(args.sample_file) if sample else None
    before = read_comparison(args, data, selection)
    stored = read_predictions(args.predictions)
    _check_ids(stored, {record.id for record in data.records}, args.data)
    training = find_training_data(None, args.train_data, data=args.data, config=args.config)
    scored = score_records(args.protocol, records, stored.by_id, data)
    missing = sum(each.prediction is None for each in scored)
    remarks = list(data.remarks)
    if missing:
        remarks.append(f"{missing} of {len(scored)} records have no prediction and count as misses")
    origin = Origin(
        command=recorded_command(argv),
        protocol=args.protocol,
        contamination=contamination(records, data.admitted.sha256, training),
        predictions={
            "file": stored.path.name,
            "sha256": stored.sha256,
            "predictions": len(stored.by_id),
            "missing": missing,
        },
        selection=selection,
        remarks=remarks,
    )
    publish(args, data, scored, origin, before)
    return 0


def _check_ids(stored: StoredPredictions, known: set[str], data: Path) -> None:
    unknown = [record_id for record_id in stored.by_id if record_id not in known]
    if unknown:
        raise PredictionsError(
            stored.path, stored.lines[unknown[0]],
            f"{data} has no record {unknown[0]!a} ({len(unknown)} unknown ids in all); "
            "score predictions with the data that they were made for",
        )  # fmt: skip
