"""``run``, the default: a model's answers to a data file's prompts, scored and reported."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from edgejson.core.record import Record
from edgejson.eval.commands.options import (
    add_data_options,
    add_report_options,
    admit_named_data,
    positive,
    tokens_or_prompt,
)
from edgejson.eval.contamination import contamination
from edgejson.eval.errors import EvaluationError
from edgejson.eval.evaluated_model import (
    DTYPES,
    ENGINES,
    describe_model,
    load_evaluated_model,
    make_engine,
)
from edgejson.eval.evaluation_data import EvaluationData
from edgejson.eval.few_shot import Prompting, draw_examples
from edgejson.eval.output_paths import check_output_paths, with_scored_records
from edgejson.eval.publishing import publish, read_comparison
from edgejson.eval.report import Origin, recorded_command
from edgejson.eval.requests import default_limit, make_requests
from edgejson.eval.sample_file import SampleFile, ids_digest, read_sample_file, sampled_records
from edgejson.eval.score_records import score_records
from edgejson.eval.training_data import find_training_data
from edgejson.scoring.stratified_sample import ids_by_schema, stratified_sample

_ABOUT = """\
Evaluate a model on admitted data; 'run' may be left out.

The data goes through the gate before any weight is loaded. Answers are decoded greedily, and kept beside
the report as they come: the same command, given again after an interruption, goes on where it stopped.

  python -m edgejson.eval --model base --data data/test_v3.jsonl --report base.json
  python -m edgejson.eval --model runs/mine --data data/test_v3.jsonl --report mine.json --compare base.json
  python -m edgejson.eval --model runs/mine --data data/test_v3.jsonl \\
    --sample-file eval/demo_sample.json --report demo.json
  python -m edgejson.eval --model base --few-shot 3 --few-shot-data data/train_v3.jsonl \\
    --max-new-tokens prompt --data data/test_v3.jsonl --report base-3-shot.json
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
    parser.add_argument(
        "--seed", metavar="S", type=int, default=7, help="seed of --sample and --few-shot (default: 7)"
    )
    parser.add_argument(
        "--max-new-tokens", metavar="N|prompt", type=tokens_or_prompt,
        help="token limit of an answer (default: the sample's, else the longest label's tokens times 1.2; "
        "512 with --protocol historical). 'prompt': for each record 1.6 tokens for each token of its prompt, "
        "and 128: every label of our data fits with room, and a model that never stops costs far less",
    )  # fmt: skip
    parser.add_argument(
        "--engine", choices=ENGINES, default="greedy",
        help="'lookup' drafts what followed the same tokens before and has the model confirm it: the same "
        "answers in fewer passes (default: greedy)",
    )  # fmt: skip
    parser.add_argument(
        "--batch-size",
        metavar="N",
        type=positive,
        default=64,
        help="answers decoded together, on a CPU in each thread (default: 64)",
    )
    parser.add_argument(
        "--dtype", choices=list(DTYPES),
        help="number type; 'auto': bfloat16 where the hardware computes in it, else float32 (default: "
        "$EDGEJSON_PRECISION, else float32, so that answers are the same on other machines)",
    )  # fmt: skip
    parser.add_argument(
        "--constrained",
        action="store_true",
        help="let the record's JSON Schema forbid tokens (needs llguidance)",
    )
    parser.add_argument(
        "--chat-template", metavar="own|plain|FILE", default="own",
        help="how the prompt is put: the tokenizer's own chat template where it has one (default), the plain "
        "prompt of models without, or a Jinja file",
    )  # fmt: skip
    parser.add_argument(
        "--few-shot", metavar="N", type=positive,
        help="show N answered examples before each prompt, drawn by --seed from --few-shot-data",
    )  # fmt: skip
    parser.add_argument(
        "--few-shot-data", metavar="FILE", type=Path,
        help="the training file that examples are drawn from; it goes through the gate",
    )  # fmt: skip
    add_report_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, argv: Sequence[str]) -> int:
    """Admit, answer, score, report; returns the exit code."""
    check_output_paths(
        [*with_scored_records([args.report]), args.html],
        read=[args.data, args.config, args.sample_file, args.train_data, args.few_shot_data],
        reports=[args.compare],
    )
    data = admit_named_data(args)
    records, selection, sample = _selected(args, data)
    prompting = _prompting(args, data)
    before = read_comparison(args, data, selection)

    # Only now, with the data admitted: torch and the weights.
    from edgejson.eval.answering import answer_all
    from edgejson.eval.journal import journal_for
    from edgejson.models.batches import plan_batches
    from edgejson.models.worker_threads import WorkerThreads

    loaded = load_evaluated_model(args.model, args.chat_template)
    training = find_training_data(
        (loaded.manifest or {}).get("data"), args.train_data, data=args.data, config=args.config
    )
    compared = contamination(records, data.admitted.sha256, training)
    wanted = args.max_new_tokens or default_limit(args.protocol, loaded, records, sample)
    requests, remarks = make_requests(records, loaded, prompting, wanted)
    limit = max(request.max_new_tokens or 0 for request in requests)
    engine, workers = make_engine(args, loaded, data.schemas)
    batches = plan_batches(requests, max_rows=engine.batch_rows, max_new_tokens=limit)
    origin = Origin(
        command=recorded_command(argv),
        protocol=args.protocol + prompting.suffix,
        contamination=compared,
        model=describe_model(args.model, loaded),
        prompting=prompting.description(loaded.tokenizer),
        decoding={
            **engine.description,
            "max_new_tokens": limit,
            "max_new_tokens_by": "prompt" if wanted == "prompt" else "number",
            "batch_size": args.batch_size,
        },
        selection=selection,
        remarks=[*data.remarks, *remarks],
    )
    journal = journal_for(
        args.report,
        {
            "data": data.admitted.sha256,
            "records": ids_digest(record.id for record in records),
            "model": origin.model,
            "prompting": origin.prompting,
            "decoding": origin.decoding,
        },
    )
    predictions = answer_all(batches, engine, journal, max_new_tokens=limit, workers=WorkerThreads(workers))
    publish(args, data, score_records(args.protocol, records, predictions, data), origin, before)
    journal.remove()
    return 0


def _prompting(args: argparse.Namespace, data: EvaluationData) -> Prompting:
    """Return how prompts are put; EvaluationError when one few-shot option lacks the other."""
    if (args.few_shot is None) != (args.few_shot_data is None):
        raise EvaluationError("--few-shot N and --few-shot-data FILE go together; give both or none")
    template = args.chat_template if args.chat_template in ("own", "plain") else Path(args.chat_template).name
    if args.few_shot is None:
        return Prompting(template=template)
    examples, source = draw_examples(
        args.few_shot_data, args.few_shot, seed=args.seed, config=args.config, evaluated=data
    )
    return Prompting(examples=examples, source=source, template=template)


def _selected(
    args: argparse.Namespace, data: EvaluationData
) -> tuple[Sequence[Record], Mapping[str, Any] | None, SampleFile | None]:
    """Return the records to evaluate, what the report says of the choice, the sample file."""
    if args.sample_file:
        sample = read_sample_file(args.sample_file)
        records = sampled_records(sample, args.sample_file, data.records, data.admitted.sha256)
        return records, sample.summary(args.sample_file), sample
    if args.sample:
        chosen = set(stratified_sample(ids_by_schema(data.records), args.sample, args.seed))
        picked = [record for record in data.records if record.id in chosen]
        ids = ids_digest(record.id for record in picked)
        return picked, {"file": None, "seed": args.seed, "records": len(picked), "ids_sha256": ids}, None
    return data.records, None, None
