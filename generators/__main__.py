"""``python -m edgejson.generators``: make data files, mend them, rebuild the committed ones, and more."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args

from edgejson._typing import Complexity, SplitName
from edgejson.errors import EdgejsonError
from edgejson.generators import commands, mending_commands, reading_back
from edgejson.generators.faults import Fault
from edgejson.generators.generator_file import load_generators
from edgejson.generators.run import Run
from edgejson.generators.sources import Sources, built_in
from edgejson.generators.styles import STYLES
from edgejson.generators.whole_numbers import at_least

_EXAMPLES = """\
examples:
  python -m edgejson.generators new --records 1000 --seed 7 --output train.jsonl
  python -m edgejson.generators new --records 200 --seed 7 --output test.jsonl \\
      --split test --distinct-from train.jsonl
  python -m edgejson.generators new --records 50 --seed 1 --output carts.jsonl --schemas shopping_cart,invoice
  python -m edgejson.generators new --records 300 --seed 1 --output mix.jsonl \\
      --shares simple=50,medium=30,complex=20
  python -m edgejson.generators new --records 40 --seed 1 --output jobs.jsonl --generator my_generators.py
  python -m edgejson.generators repair train_v2.jsonl train_v3.jsonl
  python -m edgejson.generators balance train.jsonl lifted.jsonl --per-schema 40
  python -m edgejson.generators read-back train.jsonl
  python -m edgejson.generators describe --schemas invoice
  python -m edgejson.generators new --records 90 --seed 1 --output talk.jsonl --styles email,chat
  python -m edgejson.generators data --check
  python -m edgejson.generators report

exit codes: 0 done; 1 `data --check` found a file that differs, or something is left that `repair`, `balance`
or `read-back` could not do (their --help says what); 2 the request makes no sense, or a file cannot be used
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = _parser()
    args = parser.parse_args(argv)
    try:
        return _COMMANDS[args.command](args)
    except (EdgejsonError, OSError, ValueError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m edgejson.generators",
        description="Make records that are right by construction: same seed, same bytes, everywhere.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    raw: dict[str, Any] = {"epilog": _EXAMPLES, "formatter_class": argparse.RawDescriptionHelpFormatter}

    new = verbs.add_parser("new", help="write a new data file", **raw)
    new.add_argument(
        "--records", type=at_least(1), required=True, metavar="N", help="how many records, at least 1"
    )
    new.add_argument("--seed", type=at_least(0), required=True, metavar="S", help="a whole number from 0")
    new.add_argument("--output", type=Path, required=True, metavar="FILE", help="whole or not at all")
    new.add_argument(
        "--split", choices=get_args(SplitName), default="train", help="splits never share a record"
    )
    new.add_argument("--shares", type=_shares, default={}, metavar="C=P,...", help="per cent by complexity")
    new.add_argument(
        "--styles", type=_styles, metavar="A,B", help="only prompts of these styles (default: the split's)"
    )
    new.add_argument(
        "--fault", choices=get_args(Fault), help="put a historical fault into every record it fits"
    )
    new.add_argument(
        "--distinct-from", type=Path, action="append", default=[], metavar="FILE",
        help="use no prompt and no label of FILE again; may be given more than once",
    )  # fmt: skip
    _add_choice(new)

    mending_commands.add_parsers(verbs)
    reading_back.add_parser(verbs)

    _add_choice(verbs.add_parser("describe", help="list generators, fields and sizes", **raw))

    data = verbs.add_parser("data", help="rebuild the committed files under data/, byte for byte", **raw)
    data.add_argument(
        "--folder", type=Path, default=Path(), metavar="DIR", help="the project's root (default: here)"
    )
    data.add_argument("--check", action="store_true", help="compare instead of writing")

    report = verbs.add_parser("report", help="write the validation report of the committed files", **raw)
    report.add_argument(
        "--folder", type=Path, default=Path(), metavar="DIR", help="the project's root (default: here)"
    )
    return parser


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--schemas", metavar="A,B", help="only these schemas")
    parser.add_argument(
        "--complexity", choices=get_args(Complexity), action="append", help="only schemas of this kind"
    )
    parser.add_argument(
        "--generator", type=Path, metavar="FILE.py", help="the generators of this file (docs/generators.md)"
    )


def _run(args: argparse.Namespace, sources: Sources) -> Run:
    return Run(
        output=args.output,
        records=args.records,
        seed=args.seed,
        split=args.split,
        schemas=_chosen(args, sources),
        shares=args.shares,
        styles=args.styles,
        fault=args.fault,
        distinct_from=tuple(args.distinct_from),
    )


def _new(args: argparse.Namespace) -> int:
    sources = _sources(args)
    run = _run(args, sources)
    path = commands.new(run, sources)
    print(f"{path}: {args.records} records")
    return 0


def _said(answer: tuple[int, list[str]]) -> int:
    code, sentences = answer
    print(*sentences, sep="\n")
    return code


def _describe(args: argparse.Namespace) -> int:
    sources = _sources(args)
    commands.describe(sources, _chosen(args, sources))
    return 0


def _sources(args: argparse.Namespace) -> Sources:
    return load_generators(args.generator) if args.generator else built_in()


def _chosen(args: argparse.Namespace, sources: Sources) -> tuple[str, ...]:
    chosen = sources.known(args.schemas) if args.schemas is not None else tuple(sources.generators)
    if args.complexity:
        chosen = tuple(name for name in chosen if sources.schemas.complexity(name) in args.complexity)
    if not chosen:
        raise ValueError(
            f"none of the chosen schemas is {' or '.join(args.complexity)}; `describe` lists them"
        )
    return chosen


def _report(args: argparse.Namespace) -> int:
    print(f"{commands.report(folder=args.folder)}: written")
    return 0


def _data(args: argparse.Namespace) -> int:
    differing = commands.data(folder=args.folder, check=args.check)
    if not differing:
        print("every data file is what the recipe makes")
        return 0
    for name in differing:
        print(f"{name}: {'differs from what the recipe makes' if args.check else 'written'}")
    return 1 if args.check else 0


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


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": _new,
    "repair": lambda args: _said(mending_commands.run_repair(args)),
    "balance": lambda args: _said(mending_commands.run_balance(args)),
    "read-back": lambda args: _said(reading_back.run(args)),
    "describe": _describe,
    "data": _data,
    "report": _report,
}


if __name__ == "__main__":
    raise SystemExit(main())
