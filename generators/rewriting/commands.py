"""The commands ``repair`` and ``balance``: their options, what they print, and their exit codes."""

import argparse
from pathlib import Path
from typing import Any, get_args

from edgejson._typing import SplitName
from edgejson.core.counting import counted
from edgejson.generators.argument_types import at_least
from edgejson.generators.generator_file import load_generators
from edgejson.generators.generator_set import GeneratorSet, built_in_generators
from edgejson.generators.progress import progress_display
from edgejson.generators.rewriting.balance import balance
from edgejson.generators.rewriting.repair import repair
from edgejson.generators.rewriting.replacement import Replacement
from edgejson.generators.rewriting.rewritten_file import RewrittenFile, check_paths, failing_findings
from edgejson.generators.used_records import UsedRecords
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


def add_parsers(subparsers: Any) -> None:
    """Add the parsers of both commands to `subparsers`."""
    raw: dict[str, Any] = {"formatter_class": argparse.RawDescriptionHelpFormatter}
    repair_parser = subparsers.add_parser(
        "repair", help="put new records in the place of faulty ones", description=_REPAIR,
        epilog=_REPAIR_EXAMPLES, **raw,
    )  # fmt: skip
    _add_shared_options(repair_parser, "repair")
    balance_parser = subparsers.add_parser(
        "balance", help="add records until every schema has enough", description=_BALANCE,
        epilog=_BALANCE_EXAMPLES, **raw,
    )  # fmt: skip
    balance_parser.add_argument(
        "--per-schema",
        type=at_least(1),
        required=True,
        metavar="N",
        help="records that every schema is to have",
    )
    balance_parser.add_argument(
        "--schemas", metavar="A,B", help="add records of these schemas only (default: all with a generator)"
    )
    _add_shared_options(balance_parser, "balance")


def _add_shared_options(parser: argparse.ArgumentParser, name: str) -> None:
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


def run_repair(args: argparse.Namespace) -> int:
    """Repair, and say what was done; 1 when something that fails the file is left."""
    replacement, report, generator_set, used = _inputs(args, "repair")
    with progress_display() as on_progress:
        rewritten = repair(
            replacement, generator_set=generator_set, split=args.split, used=used, on_progress=on_progress
        )
    rewritten.write("repair", output=args.output, report=report)
    repaired, left = len(rewritten.changes["repaired"]), len(rewritten.changes["not_repaired"])
    total = f"{rewritten.before.n_lines:,}"
    print(
        f"{args.output}: {repaired:,} of {total} lines have a new record, the others are as they were, byte "
        f"for byte. {_comparison(rewritten)} {counted(left, 'line')} left with errors that a new record does "
        f"not mend. The report is {report}; now: pytest --edgejson {args.output}"
    )
    return 1 if failing_findings(rewritten.after, replacement) else 0


def run_balance(args: argparse.Namespace) -> int:
    """Balance, and say what was done; 1 when a schema is still short, or a new record has an error."""
    replacement, report, generator_set, used = _inputs(args, "balance")
    chosen = generator_set.parse_schema_ids(args.schemas) if args.schemas is not None else None
    with progress_display() as on_progress:
        rewritten = balance(
            replacement,
            generator_set=generator_set,
            per_schema=args.per_schema,
            schemas=chosen,
            split=args.split,
            used=used,
            on_progress=on_progress,
        )
    rewritten.write("balance", output=args.output, report=report)
    added, short = rewritten.changes["added"], rewritten.changes["still_short"]
    faulty = rewritten.changes["new_lines_with_errors"]
    records, schemas = counted(sum(added.values()), "new record"), counted(len(added), "schema")
    sentences = [
        f"{args.output}: {records} of {schemas} after the {rewritten.before.n_lines:,} lines of {args.data}.",
        _comparison(rewritten),
    ]
    if short:
        sentences.append(f"Without a generator and still short: {', '.join(short)}.")
    if faulty:
        sentences.append(f"New records with errors: {counted(len(faulty), 'line')}, first {faulty[0]}.")
    sentences.append(f"The report is {report}; now: pytest --edgejson {args.output}")
    print(" ".join(sentences))
    return 1 if short or faulty else 0


def _inputs(args: argparse.Namespace, name: str) -> tuple[Replacement, Path, GeneratorSet, UsedRecords]:
    report = args.report or Path(f"{args.output}.{name}.json")
    check_paths(args.data, args.output, report)
    replacement = Replacement.of(args.data, args.output, args.config)
    generator_set = (
        load_generators(args.generator).with_built_in() if args.generator else built_in_generators()
    )
    used = UsedRecords.of_named_files(args.distinct_from, replacement.suite.settings)
    return replacement, report, generator_set, used


def _comparison(rewritten: RewrittenFile) -> str:
    before, after = (_finding_counts(found) for found in (rewritten.before, rewritten.after))
    return f"Before there were {before}, now there are {after}."


def _finding_counts(found: Examination) -> str:
    errors = sum(finding.severity == "error" for finding in found.findings)
    return f"{counted(errors, 'error')} and {counted(len(found.findings) - errors, 'warning')}"
