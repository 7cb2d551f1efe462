"""``edgejson mutate FILE``: break good records on purpose, and report which breaks the suite notices."""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from edgejson.errors import EdgejsonError
from edgejson.files import write_atomically
from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.bench import Outcome, run_trials
from edgejson.generators.mutations.field import Field
from edgejson.generators.mutations.operator import Operator
from edgejson.generators.mutations.trial import plan
from edgejson.suite import resolve_suite

_EXAMPLES = """examples:
  edgejson mutate data/train_v3.jsonl --report mutations.json
  edgejson mutate data/train_v3.jsonl --report mutations.json --sample 40 --operators total_off_by_one_cent

exit status: 0 every mutation was caught by the rule meant for it, 1 one was not, or a rule spoke that the
operator does not list; 2 the file cannot be used
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``edgejson mutate``."""
    result = argparse.ArgumentParser(
        prog="edgejson mutate",
        description="Break good records in named ways, run the suite over them, and report the kill rate.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a data file without findings")
    result.add_argument("--report", type=Path, metavar="R.json", help="write the report there, as JSON")
    result.add_argument(
        "--sample", type=int, metavar="N", help="make N mutations in all, of as many operators as N allows"
    )
    result.add_argument(
        "--each", type=int, default=1, metavar="N", help="mutants of each operator and schema (default: 1)"
    )
    result.add_argument("--operators", metavar="A,B", help="only these operators (--list names them)")
    result.add_argument("--seed", type=int, default=0, help="seed of all draws (default: 0)")
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
    table = Table("operator", "breaks", "caught by", "companions")
    for operator in OPERATORS:
        caught_by = operator.caught_by
        meant = caught_by if isinstance(caught_by, str) else "\n".join(sorted(set(caught_by.values())))
        table.add_row(operator.name, operator.breaks, meant, "\n".join(sorted(operator.companions)))
    console.print(table)
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
    field = Field.read(options.file, resolve_suite(options.file, options.config))
    chosen = _chosen(options.operators)
    trials = plan(field, chosen, each=options.each, seed=options.seed, sample=options.sample)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("mutations", total=len(trials))
        outcomes = list(run_trials(field, trials, on_trial=lambda: bar.advance(task)))
    report = mutation_report(outcomes)
    if options.report:
        write_atomically(options.report, (json.dumps(report, indent=2, ensure_ascii=False) + "\n").encode())
    _show(report, Console())
    return 0 if outcomes and not report["survivors"] and not report["strangers"] else 1


def mutation_report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the report: the share of mutations that were caught by the rule meant for them, and by operator.

    ``kill_rate`` is a fraction of 1. ``survivors`` are the mutations that their rule did not find,
    ``strangers`` those that made a rule speak which the operator does not list.
    """
    by_operator: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_operator[outcome.operator].append(outcome)
    killed = sum(outcome.caught for outcome in outcomes)
    return {
        "kill_rate": killed / len(outcomes) if outcomes else 0.0,
        "mutants": len(outcomes),
        "killed": killed,
        "operators": [
            {
                "name": name,
                "mutants": len(group),
                "killed": sum(outcome.caught for outcome in group),
                "schemas": sorted({outcome.schema_id for outcome in group}),
                "caught_by": sorted({outcome.meant for outcome in group}),
                "companions": sorted({rule for outcome in group for rule in outcome.companions}),
            }
            for name, group in sorted(by_operator.items())
        ],
        "survivors": [asdict(outcome) for outcome in outcomes if not outcome.caught],
        "strangers": [asdict(outcome) for outcome in outcomes if outcome.strangers],
    }


def _show(report: dict[str, Any], console: Console) -> None:
    for title in ("survivors", "strangers"):
        for outcome in report[title]:
            spoke = ", ".join(outcome["strangers"] + outcome["companions"]) or "no rule"
            console.print(
                f"{title[:-1]}: {outcome['operator']} in {outcome['record_id']} ({outcome['what']}): "
                f"meant for {outcome['meant']}, spoke: {spoke}",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
    console.print(
        f"{report['killed']:,} of {report['mutants']:,} mutations caught by the rule meant for them "
        f"(kill rate {report['kill_rate']:.4f}), {len(report['operators'])} operators, "
        f"{len(report['strangers'])} with strangers",
        highlight=False,
    )
