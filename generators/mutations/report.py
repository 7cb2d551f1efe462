"""What came out of a round of mutations, as JSON and for people."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from edgejson.generators.mutations.evaluation import Outcome


def mutation_report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the report: the share of mutations that the expected rule caught, in all and by operator.

    ``kill_rate`` is a fraction of 1, also for each of the ``operators`` and of the ``families`` of expected
    rules. ``survivors`` are the mutations that the expected rule did not find, ``strangers`` those that
    triggered an unexpected rule, which the operator does not list.
    """
    return {
        **_counts(outcomes),
        "families": [
            {"name": name, **_counts(group)}
            for name, group in _groups(outcomes, lambda outcome: outcome.expected.partition(".")[0])
        ],
        "operators": [
            {
                "name": name,
                **_counts(group),
                "schemas": sorted({outcome.schema_id for outcome in group}),
                "caught_by": sorted({outcome.expected for outcome in group}),
                "companions": sorted({rule for outcome in group for rule in outcome.companions}),
            }
            for name, group in _groups(outcomes, lambda outcome: outcome.operator)
        ],
        "survivors": [outcome.to_json() for outcome in outcomes if not outcome.caught],
        "strangers": [outcome.to_json() for outcome in outcomes if outcome.unexpected],
    }


def show(report: dict[str, Any], console: Console) -> None:
    """Print every survivor and every unexpected rule, a table of the families of rules, and the totals."""
    for title, key in (("survivor", "survivors"), ("unexpected rule", "strangers")):
        for outcome in report[key]:
            triggered = ", ".join(outcome["strangers"] + outcome["companions"]) or "no rule"
            console.print(
                f"{title}: {outcome['operator']} in {outcome['record_id']} ({outcome['what']}): "
                f"expected {outcome['meant']}, triggered {triggered}",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
    table = Table("expected rules", "mutations", "caught", "kill rate")
    for family in report["families"]:
        counts = (f"{family['mutants']:,}", f"{family['killed']:,}", f"{family['kill_rate']:.4f}")
        table.add_row(family["name"], *counts)
    console.print(table)
    console.print(
        f"{report['killed']:,} of {report['mutants']:,} mutations caught by the expected rule "
        f"(kill rate {report['kill_rate']:.4f}), {len(report['operators'])} operators, "
        f"{len(report['strangers'])} with unexpected rules",
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
