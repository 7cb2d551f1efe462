"""Every operator in every schema that it breaks, on both splits of the frozen draw: all must be caught."""

import time
from pathlib import Path

import pytest
from rich.console import Console

from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.bench import run_trials
from edgejson.generators.mutations.field import Field
from edgejson.generators.mutations.report import mutation_report, show
from edgejson.generators.mutations.trial import plan
from edgejson.suite.suite import resolve_suite

DRAW = Path(__file__).parents[1] / "data"


@pytest.mark.timeout(1800)
def test_every_mutation_is_caught() -> None:
    tried: set[str] = set()
    for name in ("frozen_v1.jsonl", "frozen_test_v1.jsonl"):
        field = Field.read(DRAW / name, resolve_suite(DRAW / name))
        began = time.perf_counter()
        trials = plan(field, OPERATORS, each=1, seed=0)
        report = mutation_report(list(run_trials(field, trials, on_trial=lambda: None)))
        print(f"\n{name}: {len(field.records):,} records, {time.perf_counter() - began:.0f} s")
        show(report, Console(width=110))
        tried |= {operator["name"] for operator in report["operators"]}
        assert report["survivors"] == report["strangers"] == []
        assert report["kill_rate"] == 1.0
    assert tried == {operator.name for operator in OPERATORS}
