"""``run``, the default: a model's answers to a data file's prompts, scored and reported."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edgejson.core.json_text import compact
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
from edgejson.eval.evaluation_data import EvaluationData
from edgejson.eval.outputs import check_outputs, with_samples
from edgejson.eval.prompting import Prompting, few_shot, use_template
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
)
from edgejson.eval.training_data import find_training_data
from edgejson.models.limits import Limit, limit_by_prompt, token_limit, within_window
from edgejson.models.prompt_format import answer_tokens, format_id, prompt_tokens
from edgejson.scoring import historical

if TYPE_CHECKING:
    from edgejson.models.base_model import BaseModel
    from edgejson.models.engines import Engine
    from edgejson.models.engines.numerics import Numerics

ENGINES = ("greedy", "lookup")

_TOLD = ("data", "records", "recipe", "recipe_sha256", "seed")
"""What a report repeats of an adapter's manifest."""

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
        help="answers decoded together, on a CPU in each lane (default: 64)",
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
    check_outputs(
        [*with_samples([args.report]), args.html],
        read=[args.data, args.config, args.sample_file, args.train_data, args.few_shot_data],
        reports=[args.compare],
    )
    data = admit_named_data(args)
    records, summary, selection = _selected(args, data)
    prompting = _prompting(args, data)
    protocol = args.protocol + prompting.suffix
    before = read_comparison(args, data, summary)

    # Only now, with the data admitted: torch and the weights.
    from edgejson.eval.answering import answer_all
    from edgejson.eval.journal import journal_for
    from edgejson.models.base_model import load_model
    from edgejson.models.batches import plan_batches
    from edgejson.models.engines import Request
    from edgejson.models.engines.model import context_window
    from edgejson.models.engines.numerics import choose_numerics
    from edgejson.models.worker_threads import Lanes

    numerics = choose_numerics(args.dtype)
    loaded = load_model(args.model)
    use_template(loaded.tokenizer, args.chat_template)
    _check_format(loaded, args.model)
    training = find_training_data(
        (loaded.manifest or {}).get("data"), args.train_data, data=args.data, config=args.config
    )
    compared = contamination(records, data.admitted.sha256, training)
    engine, lanes = _engine(args, loaded, numerics, data)
    wanted: Limit = args.max_new_tokens or _limit(args.protocol, loaded, records, selection)
    prompts = {record.id: prompting.tokens(loaded.tokenizer, record.prompt) for record in records}
    requests = [
        Request(
            id=record.id,
            schema_id=record.schema_id,
            tokens=prompts[record.id],
            max_new_tokens=_own_limit(loaded, record) if wanted == "prompt" else wanted,
        )
        for record in records
    ]
    requests, remarks = within_window(requests, context_window(loaded.model))
    if not requests:
        raise EvaluationError(f"{args.model}: {remarks[0]}; evaluate a model with a larger context window")
    limit = max(request.max_new_tokens or 0 for request in requests)
    batches = plan_batches(requests, max_rows=engine.batch_rows, max_new_tokens=limit)
    decoding = {
        **engine.description,
        "max_new_tokens": limit,
        "max_new_tokens_by": "prompt" if wanted == "prompt" else "number",
        "batch_size": args.batch_size,
    }
    model, prompted = _model(args.model, loaded), prompting.description(loaded.tokenizer)
    journal = journal_for(
        args.report,
        {
            "data": data.admitted.sha256,
            "records": ids_digest(record.id for record in records),
            "model": model,
            "prompting": prompted,
            "decoding": decoding,
        },
    )
    predictions = answer_all(batches, engine, journal, max_new_tokens=limit, lanes=Lanes(lanes))
    samples = score_all(args.protocol, records, predictions, data)
    origin = Origin(
        command=recorded_command(argv),
        protocol=protocol,
        contamination=compared,
        model=model,
        prompting=prompted,
        decoding=decoding,
        selection=summary,
        remarks=[*data.remarks, *remarks],
    )
    publish(args, data, samples, origin, before)
    journal.remove()
    return 0


def _prompting(args: argparse.Namespace, data: EvaluationData) -> Prompting:
    """Return how prompts are put; EvaluationError when one few-shot option lacks the other."""
    if (args.few_shot is None) != (args.few_shot_data is None):
        raise EvaluationError("--few-shot N and --few-shot-data FILE go together; give both or none")
    template = args.chat_template if args.chat_template in ("own", "plain") else Path(args.chat_template).name
    if args.few_shot is None:
        return Prompting(template=template)
    examples, source = few_shot(
        args.few_shot_data, args.few_shot, seed=args.seed, config=args.config, evaluated=data
    )
    return Prompting(examples=examples, source=source, template=template)


def _check_format(loaded: "BaseModel", named: str) -> None:
    """Raise EvaluationError when an adapter would be asked in another format than it was trained in."""
    trained = (loaded.manifest or {}).get("prompt_format")
    if trained is not None and trained != format_id(loaded.tokenizer):
        raise EvaluationError(f"{named}: was trained with prompt format {trained}; leave --chat-template out")


def _engine(
    args: argparse.Namespace, loaded: "BaseModel", numerics: "Numerics", data: EvaluationData
) -> tuple["Engine", int]:
    """Return the engine, and how many lanes it answers in."""
    from peft import PeftModel

    from edgejson.models.engines.choice import choose_engine

    # An adapter is added to the weights once instead of to every product; in float32, before any rounding.
    weights = loaded.model.merge_and_unload() if isinstance(loaded.model, PeftModel) else loaded.model
    restriction = None
    if args.constrained:
        from edgejson.models.engines.model import end_tokens_of
        from edgejson.models.engines.schema_restriction import SchemaRestriction

        restriction = SchemaRestriction(
            tokenizer=loaded.tokenizer,
            schemas=data.schemas,
            end_tokens=end_tokens_of(weights, loaded.tokenizer),
        )
    return choose_engine(
        weights,
        loaded.tokenizer,
        numerics,
        drafting=args.engine == "lookup",
        rows=args.batch_size,
        restriction=restriction,
    )


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


def _own_limit(loaded: "BaseModel", record: Record) -> int:
    """Return the token limit by the record's prompt; examples in front of it do not count."""
    return limit_by_prompt(len(prompt_tokens(loaded.tokenizer, record.prompt)))


def _model(named: str, loaded: "BaseModel") -> dict[str, Any]:
    """Return what a report says of the model: names and digests, no paths."""
    adapter: dict[str, Any] | None = None
    if loaded.adapter_sha256 is not None:
        manifest = loaded.manifest or {}
        told = {key: manifest[key] for key in _TOLD if key in manifest}
        adapter = {"folder": Path(named).resolve().name, "sha256": loaded.adapter_sha256, "training": told}
    return {
        "name": loaded.name,
        "sha256": loaded.sha256,
        "prompt_format": loaded.format_id,
        "adapter": adapter,
    }
