"""The commands ``repair`` and ``balance``: their options, what they print, and their exit codes."""

import argparse
from pathlib import Path
from typing import Any, get_args

from edgejson._typing import SplitName
from edgejson.core.counting import counted
from edgejson.generators.balance import balance
from edgejson.generators.bars import stages
from edgejson.generators.generator_file import load_generators
from edgejson.generators.in_place import Place
from edgejson.generators.mending import Mended, check_places, failing, write
from edgejson.generators.repair import repair
from edgejson.generators.sources import Sources, built_in
from edgejson.generators.spent import Spent
from edgejson.generators.whole_numbers import at_least
from edgejson.suite.examination import Examination

_REPAIR = """\
Write OUT as IN with a new record in the place of each record that has errors.

A record has errors where a finding that fails the file is about its prompt or its label. The new record is of
the same schema and keeps id, source and every other field; its meta says which rules the old one broke. All
other lines are copied byte for byte. What a new prompt and label cannot mend (a line that is no record, a
repeated id, a missing field, a schema without a generator) stays as it is and is listed in the report.
"""
_REPAIR_EXAMPLES = """\
examples:
  python -m edgejson.generators repair train_v2.jsonl train_v3.jsonl
  python -m edgejson.generators repair test.jsonl test_fixed.jsonl --split test --distinct-from train.jsonl
  python -m edgejson.generators repair jobs.jsonl fixed.jsonl --generator my_generators.py

exit codes: 0 nothing that fails the file is left; 1 something is left (the report lists it); 2 the request
makes no sense, or a file cannot be used
"""
_BALANCE = """\
Write OUT as IN with new records after its lines, so that every schema has at least N.

The lines of IN are copied byte for byte. New records have the fields that the records of IN have, and repeat
no prompt, label, id or seed of IN, of the declared splits, or of a file named with --distinct-from.
"""
_BALANCE_EXAMPLES = """\
examples:
  python -m edgejson.generators balance train.jsonl lifted.jsonl --per-schema 40 --distinct-from test.jsonl
  python -m edgejson.generators balance test.jsonl lifted.jsonl --per-schema 15 --split test
  python -m edgejson.generators balance train.jsonl lifted.jsonl --per-schema 100 --schemas invoice,rating

exit codes: 0 done; 1 a schema without a generator is still short, or a new record has an error; 2 the request
makes no sense, or a file cannot be used
"""


def add_parsers(verbs: Any) -> None:
    """Add the parsers of both commands to the subparsers `verbs`."""
    raw: dict[str, Any] = {"formatter_class": argparse.RawDescriptionHelpFormatter}
    mend = verbs.add_parser(
        "repair", help="put new records in the place of faulty ones", description=_REPAIR,
        epilog=_REPAIR_EXAMPLES, **raw,
    )  # fmt: skip
    _add_common(mend, "repair")
    lift = verbs.add_parser(
        "balance", help="add records until every schema has enough", description=_BALANCE,
        epilog=_BALANCE_EXAMPLES, **raw,
    )  # fmt: skip
    lift.add_argument(
        "--per-schema",
        type=at_least(1),
        required=True,
        metavar="N",
        help="records that every schema is to have",
    )
    lift.add_argument(
        "--schemas", metavar="A,B", help="lift only these schemas (default: all with a generator)"
    )
    _add_common(lift, "balance")


def _add_common(parser: argparse.ArgumentParser, name: str) -> None:
    parser.add_argument("data", type=Path, metavar="IN", help="a .jsonl file")
    parser.add_argument("output", type=Path, metavar="OUT", help="another file, written whole or not at all")
    parser.add_argument(
        "--split", choices=get_args(SplitName),
        help="the split whose seeds are used (default: the one that the settings declare IN in, else train)",
    )  # fmt: skip
    parser.add_argument(
        "--distinct-from", type=Path, action="append", default=[], metavar="FILE",
        help="repeat no prompt, label or seed of FILE; may be given more than once",
    )  # fmt: skip
    parser.add_argument(
        "--generator", type=Path, metavar="FILE.py", help="use these generators too (docs/generators.md)"
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help=f"where the report goes, as JSON (default: OUT.{name}.json)",
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: nearest pyproject.toml)"
    )


def run_repair(args: argparse.Namespace) -> tuple[int, list[str]]:
    """Repair; return the exit code and a paragraph that says what was done."""
    place, report, sources, spent = _common(args, "repair")
    with stages() as show:
        mended = repair(place, sources=sources, split=args.split, spent=spent, show=show)
    write(mended, "repair", output=args.output, report=report)
    repaired, left = mended.done["repaired"], mended.done["not_repaired"]
    told = (
        f"{args.output}: {len(repaired):,} of {mended.before.n_lines:,} lines have a new record, the others "
        f"are as they were, byte for byte. {_change(mended)} {counted(len(left), 'line')} left with errors "
        f"that a new record does not mend. The report is {report}; now: pytest --edgejson {args.output}"
    )
    return 1 if failing(mended.after, place) else 0, [told]


def run_balance(args: argparse.Namespace) -> tuple[int, list[str]]:
    """Balance; return the exit code and a paragraph that says what was done."""
    place, report, sources, spent = _common(args, "balance")
    chosen = sources.known(args.schemas) if args.schemas is not None else None
    with stages() as show:
        mended = balance(
            place,
            sources=sources,
            per_schema=args.per_schema,
            schemas=chosen,
            split=args.split,
            spent=spent,
            show=show,
        )
    write(mended, "balance", output=args.output, report=report)
    added, short = mended.done["added"], mended.done["still_short"]
    faulty = mended.done["new_lines_with_errors"]
    records, schemas = counted(sum(added.values()), "new record"), counted(len(added), "schema")
    sentences = [
        f"{args.output}: {records} of {schemas} after the {mended.before.n_lines:,} lines of {args.data}.",
        _change(mended),
    ]
    if short:
        sentences.append(f"Without a generator and still short: {', '.join(short)}.")
    if faulty:
        sentences.append(f"New records with errors: {counted(len(faulty), 'line')}, first {faulty[0]}.")
    sentences.append(f"The report is {report}; now: pytest --edgejson {args.output}")
    return 1 if short or faulty else 0, [" ".join(sentences)]


def _common(args: argparse.Namespace, name: str) -> tuple[Place, Path, Sources, Spent]:
    report = args.report or Path(f"{args.output}.{name}.json")
    check_places(args.data, args.output, report)
    place = Place.of(args.data, args.output, args.config)
    sources = load_generators(args.generator).with_built_in() if args.generator else built_in()
    return place, report, sources, Spent.of_files(args.distinct_from, place.suite.settings)


def _change(mended: Mended) -> str:
    before, after = (_told(found) for found in (mended.before, mended.after))
    return f"Before there were {before}, now there are {after}."


def _told(found: Examination) -> str:
    errors = sum(finding.severity == "error" for finding in found.findings)
    return f"{counted(errors, 'error')} and {counted(len(found.findings) - errors, 'warning')}"
