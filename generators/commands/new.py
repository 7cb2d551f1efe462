"""``new``: write a data file of new records."""

import argparse
from pathlib import Path
from typing import Any, get_args

from edgejson._typing import Complexity, SplitName
from edgejson.core.files import write_atomically
from edgejson.generators.argument_types import at_least
from edgejson.generators.commands.selection import add_selection, selected_generators, selected_schemas
from edgejson.generators.faults import Fault
from edgejson.generators.file_spec import FileSpec
from edgejson.generators.from_schema import generators_of_schema
from edgejson.generators.generator_set import GeneratorSet
from edgejson.generators.progress import progress_display
from edgejson.generators.styles import STYLES


def add_parser(subparsers: Any, **options: Any) -> None:
    """Add the command's parser to `subparsers`."""
    parser = subparsers.add_parser("new", help="write a new data file", **options)
    parser.add_argument(
        "--records", type=at_least(1), required=True, metavar="N", help="how many records, at least 1"
    )
    parser.add_argument("--seed", type=at_least(0), required=True, metavar="S", help="a whole number from 0")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="whole or not at all")
    parser.add_argument(
        "--split", choices=get_args(SplitName), default="train", help="splits never share a record"
    )
    parser.add_argument(
        "--shares", type=_shares, default={}, metavar="C=P,...", help="per cent by complexity"
    )
    parser.add_argument(
        "--styles", type=_styles, metavar="A,B", help="only prompts of these styles (default: the split's)"
    )
    parser.add_argument(
        "--fault", choices=get_args(Fault), help="put a historical fault into every record it fits"
    )
    parser.add_argument(
        "--distinct-from", type=Path, action="append", default=[], metavar="FILE",
        help="use no prompt and no label of FILE again; may be given more than once",
    )  # fmt: skip
    parser.add_argument(
        "--mix-in", type=Path, action="append", default=[], metavar="FILE",
        help="put the records of FILE, as they are, among the new ones; may be given more than once",
    )  # fmt: skip
    parser.add_argument(
        "--schema",
        type=Path,
        metavar="FILE",
        help="records of this JSON Schema, SCHEMA_ID.schema.json",
    )
    add_selection(parser)


def run(args: argparse.Namespace) -> int:
    """Make the file, whole or not at all, and say so."""
    generator_set = _generators(args)
    spec = file_spec(args, generator_set)
    with progress_display() as on_progress:
        lines = spec.lines(generator_set, on_progress=on_progress)
    write_atomically(spec.output, b"".join(lines))
    print(f"{spec.output}: {len(lines)} records")
    return 0


def _generators(args: argparse.Namespace) -> GeneratorSet:
    if args.schema is None:
        return selected_generators(args)
    if args.generator is not None or args.schemas is not None or args.shares:
        raise ValueError("--schema names one schema: leave out --generator, --schemas and --shares")
    return generators_of_schema(args.schema)


def file_spec(args: argparse.Namespace, generator_set: GeneratorSet) -> FileSpec:
    """Return what the arguments ask for."""
    return FileSpec(
        output=args.output,
        records=args.records,
        seed=args.seed,
        split=args.split,
        schemas=selected_schemas(args, generator_set),
        shares=args.shares,
        styles=args.styles,
        fault=args.fault,
        distinct_from=tuple(args.distinct_from),
        mixed_in=tuple(args.mix_in),
    )


def _styles(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := [name for name in names if name not in STYLES]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is not a style; there are {', '.join(STYLES)}")
    return names


def _shares(text: str) -> dict[str, int]:
    shares: dict[str, int] = {}
    for part in text.split(","):
        name, _, share = part.partition("=")
        if name not in get_args(Complexity) or not share.isdigit() or name in shares:
            raise argparse.ArgumentTypeError(f"{part!r} is not simple=P, medium=P or complex=P, each once")
        shares[name] = int(share)
    return shares
