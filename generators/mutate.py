"""``edgejson mutate FILE``: break good records on purpose, and report which mutations the suite finds."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from edgejson.core.files import write_atomically
from edgejson.errors import EdgejsonError
from edgejson.generators.argument_types import at_least
from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.evaluation import evaluate_mutations
from edgejson.generators.mutations.operator import Operator
from edgejson.generators.mutations.operator_factories import SCHEMA_RULES
from edgejson.generators.mutations.planned_mutation import plan_mutations
from edgejson.generators.mutations.report import mutation_report, show
from edgejson.generators.mutations.target_file import TargetFile
from edgejson.suite.suite import resolve_suite

_EXPLANATION = """
Break good records in named ways, one at a time, and see whether the suite finds them.

Each operator is one way to break a record: a total off by one cent, a word lost, a reference cut, a record
repeated or leaked from another split. It names the rule that must find it, and the few that may be triggered
as well because the same mutation is wrong in more than one way. The file must be without findings, so that
every finding is due to a mutation. Split rules are tried where [tool.edgejson.splits] declares the file.

A mutation that the expected rule does not find is a survivor. A survivor is a mistake of the suite, of the
operator, or of its list of companions. So is an unexpected rule that is triggered ("stranger" in the report).
"""

_EXAMPLES = """examples:
  edgejson mutate tests/data/frozen_v1.jsonl --report mutations.json     everything, in a few minutes
  edgejson mutate tests/data/frozen_v1.jsonl --sample 150                a sample of 150 mutations
  edgejson mutate data/train_v3.jsonl --operators total_off_by_one_cent --each 20
  edgejson mutate --list                                                 what is broken, and caught by what

exit status: 0 every mutation was caught by the expected rule and triggered no unexpected one; 1 otherwise;
2 the file cannot be used
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``edgejson mutate``."""
    result = argparse.ArgumentParser(
        prog="edgejson mutate",
        description=_EXPLANATION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a data file without findings")
    result.add_argument("--report", type=Path, metavar="R.json", help="write the report there, as JSON")
    result.add_argument(
        "--sample",
        type=at_least(1),
        metavar="N",
        help="make N mutations in all, of as many operators and schemas as N allows (default: all there are)",
    )
    result.add_argument(
        "--each",
        type=at_least(1),
        default=1,
        metavar="N",
        help="mutations of each operator in each schema (default: 1)",
    )
    result.add_argument("--operators", metavar="A,B", help="only these operators (--list names them)")
    result.add_argument(
        "--seed", type=int, default=0, metavar="S", help="which records and values are broken (default: 0)"
    )
    result.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: nearest pyproject.toml)"
    )
    result.add_argument("--list", action="store_true", help="list the operators and exit")
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = parser().parse_args(argv)
    console = Console(stderr=True)
    try:
        if options.list:
            return _list(Console())
        return _mutate(options, console)
    except EdgejsonError as error:
        console.print(f"edgejson: {error}", markup=False, highlight=False, soft_wrap=True)
        return 2


def _list(console: Console) -> int:
    for operator in OPERATORS:
        caught_by = operator.caught_by
        expected = [caught_by] if isinstance(caught_by, str) else sorted(set(caught_by.values()))
        companions = sorted(operator.companions.difference(SCHEMA_RULES))
        if operator.companions.issuperset(SCHEMA_RULES):
            companions.append("rules of single schemas")
        text = f"{operator.name} ({operator.breaks})\n    caught by {', '.join(expected)}"
        if companions:
            text += f"\n    may also trigger {', '.join(companions)}"
        console.print(text, markup=False, highlight=False, soft_wrap=True)
    console.print(f"{len(OPERATORS)} operators", highlight=False)
    return 0


def _chosen(names: str | None) -> list[Operator]:
    if names is None:
        return list(OPERATORS)
    known = {operator.name: operator for operator in OPERATORS}
    unknown = [name for name in names.split(",") if name not in known]
    if unknown:
        raise EdgejsonError(f"no operator is named {', '.join(unknown)}; edgejson mutate --list names them")
    return [known[name] for name in names.split(",")]


def _mutate(options: argparse.Namespace, console: Console) -> int:
    if options.file is None:
        raise EdgejsonError("name a data file to break, or --list to see the operators")
    file = TargetFile.read(options.file, resolve_suite(options.file, options.config))
    chosen = _chosen(options.operators)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("breaking records", total=None)
        mutations = plan_mutations(file, chosen, each=options.each, seed=options.seed, sample=options.sample)
        bar.update(task, description="validating mutations", total=len(mutations))
        outcomes = list(evaluate_mutations(file, mutations, on_judged=lambda: bar.advance(task)))
    report = mutation_report(outcomes)
    if options.report:
        write_atomically(options.report, (json.dumps(report, indent=2, ensure_ascii=False) + "\n").encode())
    show(report, Console())
    return 0 if outcomes and not report["survivors"] and not report["strangers"] else 1
