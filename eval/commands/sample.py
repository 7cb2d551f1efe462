"""``sample``: a fixed list of records to evaluate on, stratified over the schemas."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edgejson.core.console import notify
from edgejson.core.json_text import compact
from edgejson.eval.commands.options import add_data_options, admit_named_data, positive
from edgejson.eval.errors import EvaluationError
from edgejson.eval.output_paths import check_output_paths
from edgejson.eval.report import recorded_command
from edgejson.eval.sample_file import SampleFile, write_sample_file
from edgejson.models.limits import token_limit
from edgejson.scoring.stratified_sample import ids_by_schema, stratified_sample

_ABOUT = """\
Write a fixed sample of a data file's records, for evaluations that have to be quick.

Records are drawn evenly over the schemas. With --complex N exactly N are complex and the simple and medium
schemas share the rest; with --max-label-tokens only labels of at most so many tokens are drawn. The file
holds the ids, the seed, the digest of the data and the token limit: the longest label drawn times 1.2.

  python -m edgejson.eval sample --data data/test_v3.jsonl --records 50 --seed 7 --complex 4 \\
    --max-label-tokens 400 --output eval/demo_sample.json
"""


def add(subparsers: Any) -> None:
    """Declare the subcommand."""
    parser = subparsers.add_parser(
        "sample", help="fix a stratified sample of records", description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add_data_options(parser)
    parser.add_argument("--records", metavar="N", type=positive, required=True, help="how many records")
    parser.add_argument("--seed", metavar="S", type=int, default=7, help="seed (default: 7)")
    parser.add_argument(
        "--complex",
        metavar="N",
        type=int,
        help="how many of them complex (default: as many as even shares give)",
    )
    parser.add_argument(
        "--max-label-tokens", metavar="N", type=positive, help="draw only labels of at most N tokens"
    )
    parser.add_argument(
        "--model",
        metavar="MODEL",
        help="the model whose tokens are counted (default: the default base model)",
    )
    parser.add_argument("--output", metavar="FILE", type=Path, required=True, help="the sample file")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, argv: Sequence[str]) -> int:
    """Draw and write; returns the exit code."""
    check_output_paths([args.output], read=[args.data, args.config])
    data = admit_named_data(args)
    from edgejson.models.base_model import load_model
    from edgejson.models.prompt_format import answer_tokens

    loaded = load_model(args.model)
    lengths = {
        record.id: len(answer_tokens(loaded.tokenizer, compact(record.label))) for record in data.records
    }
    limit = args.max_label_tokens
    short = [record for record in data.records if limit is None or lengths[record.id] <= limit]
    if args.complex is None:
        ids = stratified_sample(ids_by_schema(short), args.records, args.seed)
    else:
        if not 0 <= args.complex <= args.records:
            raise EvaluationError(f"--complex is {args.complex}, expected 0 to {args.records} (--records)")
        hard = [record for record in short if data.complexity(record) == "complex"]
        easy = [record for record in short if data.complexity(record) != "complex"]
        ids = stratified_sample(ids_by_schema(hard), args.complex, args.seed)
        ids += stratified_sample(ids_by_schema(easy), args.records - args.complex, args.seed)
    chosen = [record for record in data.records if record.id in set(ids)]
    longest = max(lengths[record.id] for record in chosen)
    sample = SampleFile(
        command=recorded_command(argv),
        data_file=data.admitted.path.name,
        data_sha256=data.admitted.sha256,
        tokenizer=loaded.name,
        tokenizer_sha256=loaded.sha256,
        seed=args.seed,
        max_label_tokens=limit,
        longest_label_tokens=longest,
        max_new_tokens=token_limit(longest),
        by_schema=dict(sorted(Counter(record.schema_id for record in chosen).items())),
        ids=[record.id for record in chosen],
    )
    write_sample_file(args.output, sample)
    notify(
        f"{len(chosen)} records of {len(sample.by_schema)} schemas, labels of at most {longest} tokens, "
        f"token limit {sample.max_new_tokens}: {args.output}"
    )
    return 0
