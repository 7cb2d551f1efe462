"""What came out of a round of mutations, as JSON and for people."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from edgejson.generators.mutations.bench import Outcome


def mutation_report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the report: the share of mutations that were caught by the rule meant for them, and by operator.

    ``kill_rate`` is a fraction of 1, also of each of the ``operators`` and of the ``families`` of rules that
    were meant to notice. ``survivors`` are the mutations that their rule did not find, ``strangers`` those
    that made a rule speak which the operator does not list.
    """
    return {
        **_counts(outcomes),
        "families": [
            {"name": name, **_counts(group)}
            for name, group in _groups(outcomes, lambda outcome: outcome.meant.partition(".")[0])
        ],
        "operators": [
            {
                "name": name,
                **_counts(group),
                "schemas": sorted({outcome.schema_id for outcome in group}),
                "caught_by": sorted({outcome.meant for outcome in group}),
                "companions": sorted({rule for outcome in group for rule in outcome.companions}),
            }
            for name, group in _groups(outcomes, lambda outcome: outcome.operator)
        ],
        "survivors": [asdict(outcome) for outcome in outcomes if not outcome.caught],
        "strangers": [asdict(outcome) for outcome in outcomes if outcome.strangers],
    }


def show(report: dict[str, Any], console: Console) -> None:
    """Print every survivor and stranger, a table of the families of rules, and the sum of it."""
    for title in ("survivor", "stranger"):
        for outcome in report[f"{title}s"]:
            spoke = ", ".join(outcome["strangers"] + outcome["companions"]) or "no rule"
            console.print(
                f"{title}: {outcome['operator']} in {outcome['record_id']} ({outcome['what']}): "
                f"meant for {outcome['meant']}, spoke: {spoke}",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
    table = Table("meant for", "mutations", "caught", "kill rate")
    for family in report["families"]:
        counts = (f"{family['mutants']:,}", f"{family['killed']:,}", f"{family['kill_rate']:.4f}")
        table.add_row(family["name"], *counts)
    console.print(table)
    console.print(
        f"{report['killed']:,} of {report['mutants']:,} mutations caught by the rule meant for them "
        f"(kill rate {report['kill_rate']:.4f}), {len(report['operators'])} operators, "
        f"{len(report['strangers'])} with strangers",
        highlight=False,
        soft_wrap=True,
    )


def _counts(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    killed = sum(outcome.caught for outcome in outcomes)
    rate = killed / len(outcomes) if outcomes else 0.0
    return {"kill_rate": rate, "mutants": len(outcomes), "killed": killed}


def _groups(
    outcomes: Sequence[Outcome], key: Callable[[Outcome], str]
) -> Iterator[tuple[str, list[Outcome]]]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[key(outcome)].append(outcome)
    yield from sorted(groups.items())
