"""``python -m edgejson.generators``: make data files, mend them, rebuild the committed ones, and more."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

from edgejson.errors import EdgejsonError
from edgejson.generators.commands import data, describe, new
from edgejson.generators.reading_back import command as reading_back
from edgejson.generators.rewriting import commands as rewriting
from edgejson.generators.vocabulary.fake_values import other_faker_version

_EXAMPLES = """\
examples:
  python -m edgejson.generators new --records 1000 --seed 7 --output train.jsonl
  python -m edgejson.generators new --records 200 --seed 7 --output test.jsonl \\
      --split test --distinct-from train.jsonl
  python -m edgejson.generators new --records 50 --seed 1 --output carts.jsonl --schemas shopping_cart,invoice
  python -m edgejson.generators new --records 300 --seed 1 --output mix.jsonl \\
      --shares simple=50,medium=30,complex=20
  python -m edgejson.generators new --records 40 --seed 1 --output jobs.jsonl --generator my_generators.py
  python -m edgejson.generators new --records 40 --seed 1 --output loans.jsonl --schema loan.schema.json
  python -m edgejson.generators repair train_v2.jsonl train_v3.jsonl
  python -m edgejson.generators balance train.jsonl lifted.jsonl --per-schema 40
  python -m edgejson.generators read-back train.jsonl
  python -m edgejson.generators describe --schemas invoice
  python -m edgejson.generators new --records 90 --seed 1 --output talk.jsonl --styles email,chat
  python -m edgejson.generators data --check
  python -m edgejson.generators report

exit codes: 0 done; 1 `data --check` found a file that differs, or something is left that `repair`, `balance`
or `read-back` could not do (their --help says what); 2 the request makes no sense, or a file cannot be used;
130 interrupted
"""


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": new.run,
    "repair": rewriting.run_repair,
    "balance": rewriting.run_balance,
    "read-back": reading_back.run,
    "describe": describe.run,
    "data": data.run_data,
    "report": data.run_report,
}
_GENERATING = ("new", "repair", "balance", "data")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = arguments()
    args = parser.parse_args(argv)
    if args.command in _GENERATING and (note := other_faker_version()):
        print(f"{parser.prog}: {note}", file=sys.stderr)
    try:
        return _COMMANDS[args.command](args)
    except KeyboardInterrupt:
        print(f"{parser.prog}: interrupted", file=sys.stderr)
        return 130
    except (EdgejsonError, OSError, ValueError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    options: dict[str, Any] = {"epilog": _EXAMPLES, "formatter_class": argparse.RawDescriptionHelpFormatter}
    parser = argparse.ArgumentParser(
        prog="python -m edgejson.generators",
        description="Make records that are right by construction: same seed, same bytes, everywhere.",
        **options,
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    new.add_parser(subparsers, **options)
    rewriting.add_parsers(subparsers)
    reading_back.add_parser(subparsers)
    describe.add_parser(subparsers, **options)
    data.add_parsers(subparsers, **options)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
