"""``run``, the default: a model's answers to a data file's prompts, scored and reported."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from edgejson.eval import historical
from edgejson.eval.commands.options import add_data_options, add_report_options, positive
from edgejson.eval.evaluation_data import EvaluationData, admit_data
from edgejson.eval.report import Origin, make_report, read_report, recorded_command, write_report
from edgejson.eval.sample import PROTOCOLS
from edgejson.eval.samples import write_samples
from edgejson.eval.selection import (
    choose,
    group_by_schema,
    ids_digest,
    read_selection,
    selected_records,
    token_limit,
)
from edgejson.eval.speech import say
from edgejson.eval.tables import print_reports
from edgejson.json_text import compact
from edgejson.prompt_format import answer_tokens, prompt_tokens
from edgejson.record import Record

if TYPE_CHECKING:
    from edgejson.train.base_model import BaseModel

_ABOUT = """\
Evaluate a model on admitted data; 'run' may be left out.

The data goes through the gate before any weight is loaded. Answers are decoded greedily, and kept beside
the report as they come: the same command, given again after an interruption, goes on where it stopped.

  python -m edgejson.eval --model base --data data/test_v3.jsonl --report base.json
  python -m edgejson.eval --model runs/mine --data data/test_v3.jsonl --report mine.json --compare base.json
  python -m edgejson.eval --model runs/mine --data data/test_v3.jsonl \\
    --sample-file eval/demo_sample.json --report demo.json
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "run", help="evaluate a model (the default)", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "--model", metavar="MODEL", required=True,
        help="'base', the folder of a trained adapter, or the path or hub id of another causal model",
    )  # fmt: skip
    add_data_options(parser)
    some = parser.add_mutually_exclusive_group()
    some.add_argument(
        "--sample", metavar="N", type=positive, help="evaluate N records only, spread evenly over the schemas"
    )
    some.add_argument(
        "--sample-file",
        metavar="FILE",
        type=Path,
        help="evaluate the records of a sample (see: sample --help)",
    )
    parser.add_argument("--seed", metavar="S", type=int, default=7, help="seed of --sample (default: 7)")
    parser.add_argument(
        "--max-new-tokens", metavar="N", type=positive,
        help="token limit of an answer (default: the sample's, else the longest label's tokens times 1.2; "
        "512 with --protocol historical)",
    )  # fmt: skip
    parser.add_argument(
        "--batch-size", metavar="N", type=positive, default=32, help="answers decoded together (default: 32)"
    )
    parser.add_argument(
        "--dtype", choices=["auto", "float32", "bfloat16"], default="auto",
        help="number type (default: bfloat16 where the hardware computes in it, else float32)",
    )  # fmt: skip
    parser.add_argument(
        "--constrained",
        action="store_true",
        help="let the record's JSON Schema forbid tokens (needs llguidance)",
    )
    add_report_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, argv: Sequence[str]) -> int:
    """Admit, answer, score, report; returns the exit code."""
    data = admit_data(
        args.data,
        config=args.config,
        require_attestation=args.require_attestation,
        admit_with_findings=args.admit_with_findings,
    )
    before = read_report(args.compare) if args.compare else None
    records, selection, limit = _selected(args, data)

    # Only now, with the data admitted: torch and the weights.
    from edgejson.eval.answering import answer_all
    from edgejson.eval.batches import plan_batches
    from edgejson.eval.engines import Request
    from edgejson.eval.engines.greedy import GreedyEngine
    from edgejson.eval.engines.numerics import choose_numerics
    from edgejson.eval.journal import journal_for
    from edgejson.train.base_model import load_model

    numerics = choose_numerics(args.dtype)
    loaded = load_model(args.model)
    engine = GreedyEngine(model=loaded.model, tokenizer=loaded.tokenizer, numerics=numerics)
    if args.constrained:
        from edgejson.eval.engines.schema_restriction import SchemaRestriction

        restriction = SchemaRestriction(
            tokenizer=loaded.tokenizer, schemas=data.schemas, end_tokens=engine.end_tokens
        )
        engine = replace(engine, restriction=restriction)
    if args.protocol == "historical":
        limit = historical.MAX_NEW_TOKENS
    limit = args.max_new_tokens or limit or token_limit(_longest_label(loaded.tokenizer, records))
    requests = [
        Request(
            id=record.id,
            schema_id=record.schema_id,
            tokens=tuple(prompt_tokens(loaded.tokenizer, record.prompt)),
        )
        for record in records
    ]
    batches = plan_batches(requests, max_rows=args.batch_size, max_new_tokens=limit)
    decoding = {**engine.description, "max_new_tokens": limit, "batch_size": args.batch_size}
    model = _model(args.model, loaded)
    journal = journal_for(
        args.report,
        {
            "data": data.admitted.sha256,
            "records": ids_digest(record.id for record in records),
            "model": model,
            "decoding": decoding,
        },
    )
    try:
        predictions = answer_all(batches, engine, journal, max_new_tokens=limit)
    except KeyboardInterrupt:
        say("interrupted; the same command goes on with the next batch")
        return 130
    score = PROTOCOLS[args.protocol]
    samples = [score(record, predictions.get(record.id), data.schemas) for record in records]
    origin = Origin(
        command=recorded_command(argv),
        protocol=args.protocol,
        model=model,
        decoding=decoding,
        selection=selection,
        remarks=data.remarks,
    )
    report = make_report(data.admitted, samples, origin)
    write_samples(args.report, samples)
    write_report(args.report, report)
    journal.remove()
    print_reports([before, report] if before else [report], console=Console())
    say(f"report: {args.report}")
    return 0


def _selected(
    args: argparse.Namespace, data: EvaluationData
) -> tuple[Sequence[Record], Mapping[str, Any] | None, int | None]:
    """Return the records to evaluate, what the report says of the choice, and its token limit."""
    if args.sample_file:
        selection = read_selection(args.sample_file)
        records = selected_records(selection, args.sample_file, data.records, data.admitted.sha256)
        return records, selection.summary(args.sample_file), selection.max_new_tokens
    if args.sample:
        chosen = set(choose(group_by_schema(data.records), args.sample, args.seed))
        picked = [record for record in data.records if record.id in chosen]
        ids = ids_digest(record.id for record in picked)
        return picked, {"file": None, "seed": args.seed, "records": len(picked), "ids_sha256": ids}, None
    return data.records, None, None


def _longest_label(tokenizer: Any, records: Sequence[Record]) -> int:
    """Return the most tokens that a label takes, the end token included."""
    return max(len(answer_tokens(tokenizer, compact(record.label))) for record in records)


def _model(named: str, loaded: "BaseModel") -> dict[str, Any]:
    """Return what a report says of the model: names and digests, no paths."""
    adapter: dict[str, Any] | None = None
    if loaded.adapter_sha256 is not None:
        adapter = {"folder": Path(named).resolve().name, "sha256": loaded.adapter_sha256}
        if loaded.manifest is not None:
            adapter["manifest"] = {key: loaded.manifest[key] for key in ("data",) if key in loaded.manifest}
    return {
        "name": loaded.name,
        "sha256": loaded.sha256,
        "prompt_format": loaded.format_id,
        "adapter": adapter,
    }
