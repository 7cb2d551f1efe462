"""Every operator in every schema that it breaks, on both splits of the frozen draw: all must be caught."""

import time
from pathlib import Path

import pytest
from rich.console import Console

from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.evaluation import evaluate_mutations
from edgejson.generators.mutations.planned_mutation import plan_mutations
from edgejson.generators.mutations.report import mutation_report, show
from edgejson.generators.mutations.target_file import TargetFile
from edgejson.suite.suite import resolve_suite

DRAW = Path(__file__).parents[1] / "data"


@pytest.mark.timeout(1800)
def test_every_mutation_is_caught() -> None:
    tried: set[str] = set()
    for name in ("frozen_v1.jsonl", "frozen_test_v1.jsonl"):
        frozen = TargetFile.read(DRAW / name, resolve_suite(DRAW / name))
        began = time.perf_counter()
        mutations = plan_mutations(frozen, OPERATORS, each=1, seed=0)
        report = mutation_report(list(evaluate_mutations(frozen, mutations, on_judged=lambda: None)))
        print(f"\n{name}: {len(frozen.records):,} records, {time.perf_counter() - began:.0f} s")
        show(report, Console(width=110))
        tried |= {operator["name"] for operator in report["operators"]}
        assert report["survivors"] == report["strangers"] == []
        assert report["kill_rate"] == 1.0
    assert tried == {operator.name for operator in OPERATORS}
