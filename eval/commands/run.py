"""``run``, the default: a model's answers to a data file's prompts, scored and reported."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edgejson.eval import historical
from edgejson.eval.commands.options import add_data_options, add_report_options, positive
from edgejson.eval.contamination import Contamination, contamination
from edgejson.eval.evaluation_data import EvaluationData, admit_data
from edgejson.eval.publishing import publish, read_comparison
from edgejson.eval.report import Origin, recorded_command
from edgejson.eval.scoring import score_all
from edgejson.eval.selection import (
    Selection,
    choose,
    group_by_schema,
    ids_digest,
    read_selection,
    selected_records,
    token_limit,
)
from edgejson.eval.training_data import find_training_data
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
    records, summary, selection = _selected(args, data)
    before = read_comparison(args, data, summary)

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
    # An adapter is added to the weights once instead of to every product; in float32, before any rounding.
    weights = loaded.model.merge_and_unload() if loaded.adapter_sha256 else loaded.model
    engine = GreedyEngine(model=weights, tokenizer=loaded.tokenizer, numerics=numerics)
    if args.constrained:
        from edgejson.eval.engines.schema_restriction import SchemaRestriction

        restriction = SchemaRestriction(
            tokenizer=loaded.tokenizer, schemas=data.schemas, end_tokens=engine.end_tokens
        )
        engine = replace(engine, restriction=restriction)
    training = find_training_data(
        (loaded.manifest or {}).get("data"), args.train_data, data=args.data, adapter=Path(args.model)
    )
    compared = contamination(records, data.admitted.sha256, training)
    limit = args.max_new_tokens or _limit(args.protocol, loaded, records, selection)
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
    predictions = answer_all(batches, engine, journal, max_new_tokens=limit)
    samples = score_all(args.protocol, records, predictions, data)
    origin = Origin(
        command=recorded_command(argv),
        protocol=args.protocol,
        contamination=compared,
        model=model,
        decoding=decoding,
        selection=summary,
        remarks=[*data.remarks, *_overlap(compared)],
    )
    publish(args, data, samples, origin, before)
    journal.remove()
    return 0


def _selected(
    args: argparse.Namespace, data: EvaluationData
) -> tuple[Sequence[Record], Mapping[str, Any] | None, Selection | None]:
    """Return the records to evaluate, what the report says of the choice, the sample file."""
    if args.sample_file:
        selection = read_selection(args.sample_file)
        records = selected_records(selection, args.sample_file, data.records, data.admitted.sha256)
        return records, selection.summary(args.sample_file), selection
    if args.sample:
        chosen = set(choose(group_by_schema(data.records), args.sample, args.seed))
        picked = [record for record in data.records if record.id in chosen]
        ids = ids_digest(record.id for record in picked)
        return picked, {"file": None, "seed": args.seed, "records": len(picked), "ids_sha256": ids}, None
    return data.records, None, None


def _limit(protocol: str, loaded: "BaseModel", records: Sequence[Record], selection: Selection | None) -> int:
    """Return the token limit: the protocol's, the sample's, or one that the longest label fits."""
    if protocol == "historical":
        return historical.MAX_NEW_TOKENS
    if selection and selection.tokenizer_sha256 == loaded.sha256:
        return selection.max_new_tokens
    return token_limit(max(len(answer_tokens(loaded.tokenizer, compact(record.label))) for record in records))


def _overlap(compared: Contamination) -> list[str]:
    """Return a remark when the model was trained on the very file that it is evaluated on."""
    if compared.same_file:
        return ["the model was trained on this very file: its scores say nothing about other data"]
    return []


def _model(named: str, loaded: "BaseModel") -> dict[str, Any]:
    """Return what a report says of the model: names and digests, no paths."""
    adapter: dict[str, Any] | None = None
    if loaded.adapter_sha256 is not None:
        manifest = loaded.manifest or {}
        told = {key: manifest[key] for key in ("data", "records", "recipe_sha256", "seed") if key in manifest}
        adapter = {"folder": Path(named).resolve().name, "sha256": loaded.adapter_sha256, "training": told}
    return {
        "name": loaded.name,
        "sha256": loaded.sha256,
        "prompt_format": loaded.format_id,
        "adapter": adapter,
    }
