"""``score``: stored predictions to a report, without a model."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.record import Record
from edgejson.eval.commands.options import add_data_options, add_report_options, admit_named_data
from edgejson.eval.contamination import contamination
from edgejson.eval.errors import PredictionsError
from edgejson.eval.outputs import check_outputs, with_samples
from edgejson.eval.publishing import publish, read_comparison
from edgejson.eval.report import Origin, recorded_command
from edgejson.eval.scoring import score_all
from edgejson.eval.selection import read_selection, selected_records
from edgejson.eval.training_data import find_training_data
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
    check_outputs(
        [*with_samples([args.report]), args.html],
        read=[args.data, args.config, args.predictions, args.sample_file, args.train_data],
        reports=[args.compare],
    )
    data = admit_named_data(args)
    records: Sequence[Record] = data.records
    selection = read_selection(args.sample_file) if args.sample_file else None
    if selection:
        records = selected_records(selection, args.sample_file, data.records, data.admitted.sha256)
    summary = selection.summary(args.sample_file) if selection else None
    before = read_comparison(args, data, summary)
    stored = read_predictions(args.predictions)
    _check_ids(stored, {record.id for record in data.records}, args.data)
    training = find_training_data(None, args.train_data, data=args.data, config=args.config)
    samples = score_all(args.protocol, records, stored.by_id, data)
    missing = sum(sample.prediction is None for sample in samples)
    remarks = list(data.remarks)
    if missing:
        remarks.append(f"{missing} of {len(samples)} records have no prediction and count as misses")
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
        selection=summary,
        remarks=remarks,
    )
    publish(args, data, samples, origin, before)
    return 0


def _check_ids(stored: StoredPredictions, known: set[str], data: Path) -> None:
    unknown = [record_id for record_id in stored.by_id if record_id not in known]
    if unknown:
        raise PredictionsError(
            stored.path, stored.lines[unknown[0]],
            f"{data} has no record {unknown[0]!a} ({len(unknown)} unknown ids in all); "
            "score predictions with the data that they were made for",
        )  # fmt: skip
