"""False alarms and misses on the records of tests/data/foreign, by kind of fault and of prompt."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.table import Table

from edgejson.eval.interval import wilson
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite

CORPUS = Path(__file__).parents[1] / "data" / "foreign"
ABOUT_FILES = ("duplicate", "balance", "leakage", "convention")
"""Kinds of findings about records beside each other: variants of one prompt stand beside each other here."""

Record = dict[str, Any]
Accusation = tuple[str, str | None]
"""A rule and the place that it accuses."""


def read(name: str) -> list[Record]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


def accusations(records: Sequence[Record], folder: Path) -> dict[str, set[Accusation]]:
    """Return the errors of each record; records that share a prompt are judged in files of their own."""
    batches: list[dict[str, Record]] = []
    for record in records:
        batch = next((batch for batch in batches if record["prompt"] not in batch), None)
        if batch is None:
            batches.append(batch := {})
        batch[record["prompt"]] = record
    found: dict[str, set[Accusation]] = defaultdict(set)
    for number, batch in enumerate(batches):
        path = folder / f"batch{number}.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in batch.values()), encoding="utf-8")
        for finding in examine(path, resolve_suite(path)).findings:
            if finding.severity == "error" and finding.kind not in ABOUT_FILES and finding.record_id:
                found[finding.record_id].add((finding.rule, finding.pointer))
    return found


def rates(groups: Iterable[tuple[str, bool]]) -> Table:
    """Return a table of how often something holds, by group, with Wilson 95 % intervals."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for group, holds in groups:
        counts[group][0] += holds
        counts[group][1] += 1
    table = Table("", "records", "of", "share", "95 % interval")
    for group, (hits, n) in sorted(counts.items(), key=lambda item: (-item[1][0] / item[1][1], item[0])):
        low, high = wilson(hits, n)
        table.add_row(group, str(hits), str(n), f"{hits / n:.1%}", f"{low:.1%} to {high:.1%}")
    return table


def stratum(record: Record) -> str:
    if record["meta"]["kind"] == "spoken":
        return "spoken"
    return "typed English" if record["meta"]["language"] == "en" else "typed, other languages"


@pytest.mark.timeout(1800)
def test_rates(tmp_path: Path) -> None:
    right, wrong = read("right.jsonl"), read("wrong.jsonl")
    alarms, caught = accusations(right, tmp_path), accusations(wrong, tmp_path)
    missed = {
        record["id"]: not caught[record["id"]] - alarms[record["id"].rpartition("_w")[0]] for record in wrong
    }
    console = Console(width=110)
    for title, table in {
        "False alarms: right records with an error": rates(
            (group, bool(alarms[record["id"]])) for record in right for group in ("all", stratum(record))
        ),
        "Misses: wrong variants without an error of their own": rates(
            (group, missed[record["id"]]) for record in wrong for group in ("all", stratum(record))
        ),
        "Misses by fault": rates((record["meta"]["fault"], missed[record["id"]]) for record in wrong),
        "Misses by kind of prompt": rates((record["meta"]["kind"], missed[record["id"]]) for record in wrong),
    }.items():
        console.print(f"\n{title}", table)
    assert len(right) == 300
    assert len(wrong) == 600
