"""The suite notices what is broken, by the rule meant for it, and says nothing else (all: `make bench`)."""

import pytest

from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.evaluation import evaluate_mutations
from edgejson.generators.mutations.planned_mutation import plan_mutations
from edgejson.generators.mutations.report import mutation_report
from edgejson.generators.mutations.target_file import TargetFile

SAMPLE = 150


def test_a_sample_is_caught(frozen: TargetFile) -> None:
    assert_all_caught(frozen, SAMPLE)


def test_a_sample_of_the_test_split_is_caught(frozen_test: TargetFile) -> None:
    of_splits = {operator.name for operator in OPERATORS if operator.breaks in ("file", "split")}
    assert_all_caught(frozen_test, 2 * len(of_splits), names=of_splits)


def assert_all_caught(frozen: TargetFile, sample: int, names: set[str] | None = None) -> None:
    """Fail unless every one of the mutations is caught as its operator says."""
    operators = [operator for operator in OPERATORS if names is None or operator.name in names]
    mutations = plan_mutations(frozen, operators, each=1, seed=0, sample=sample)
    report = mutation_report(list(evaluate_mutations(frozen, mutations, on_judged=lambda: None)))
    assert report["survivors"] == []
    assert report["strangers"] == []
    assert report["kill_rate"] == 1.0
    assert report["mutants"] == sample
    assert len(report["operators"]) >= 60 or names is not None


@pytest.mark.parametrize("seed", [0, 1])
def test_a_sample_covers_as_many_operators_as_it_can(frozen: TargetFile, seed: int) -> None:
    mutations = plan_mutations(frozen, OPERATORS, each=1, seed=seed, sample=100)
    assert len({mutation.operator.name for mutation in mutations}) == 100
    assert mutations == plan_mutations(frozen, OPERATORS, each=1, seed=seed, sample=100)
