"""Options that several subcommands share: whose generators, and which of their schemas."""

import argparse
from pathlib import Path
from typing import get_args

from edgejson._typing import Complexity
from edgejson.generators.generator_file import load_generators
from edgejson.generators.generator_set import GeneratorSet, built_in_generators


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose generators and schemas."""
    parser.add_argument("--schemas", metavar="A,B", help="only these schemas")
    parser.add_argument(
        "--complexity", choices=get_args(Complexity), action="append", help="only schemas of this kind"
    )
    parser.add_argument(
        "--generator", type=Path, metavar="FILE.py", help="the generators of this file (docs/generators.md)"
    )


def selected_generators(args: argparse.Namespace) -> GeneratorSet:
    """Return the generators that the arguments name, by default the built-in ones."""
    return load_generators(args.generator) if args.generator else built_in_generators()


def selected_schemas(args: argparse.Namespace, generator_set: GeneratorSet) -> tuple[str, ...]:
    """Return the schemas that the arguments choose; ValueError when there is none."""
    if args.schemas is None:
        chosen = tuple(generator_set.generators)
    else:
        chosen = generator_set.parse_schema_ids(args.schemas)
    if args.complexity:
        chosen = tuple(name for name in chosen if generator_set.schemas.complexity(name) in args.complexity)
    if not chosen:
        raise ValueError(
            f"none of the chosen schemas is {' or '.join(args.complexity)}; `describe` lists them"
        )
    return chosen
