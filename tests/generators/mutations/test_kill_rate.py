"""The suite notices what is broken, by the rule meant for it, and says nothing else (all: `make bench`)."""

import pytest

from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.bench import run_trials
from edgejson.generators.mutations.field import Field
from edgejson.generators.mutations.report import mutation_report
from edgejson.generators.mutations.trial import plan

SAMPLE = 150


def test_a_sample_is_caught(field: Field) -> None:
    judge(field, SAMPLE)


def test_a_sample_of_the_test_split_is_caught(test_field: Field) -> None:
    of_splits = {operator.name for operator in OPERATORS if operator.breaks in ("file", "split")}
    judge(test_field, 2 * len(of_splits), names=of_splits)


def judge(field: Field, sample: int, names: set[str] | None = None) -> None:
    """Fail unless every one of the mutations is caught as its operator says."""
    operators = [operator for operator in OPERATORS if names is None or operator.name in names]
    trials = plan(field, operators, each=1, seed=0, sample=sample)
    report = mutation_report(list(run_trials(field, trials, on_trial=lambda: None)))
    assert report["survivors"] == []
    assert report["strangers"] == []
    assert report["kill_rate"] == 1.0
    assert report["mutants"] == sample
    assert len(report["operators"]) >= 60 or names is not None


@pytest.mark.parametrize("seed", [0, 1])
def test_a_sample_covers_as_many_operators_as_it_can(field: Field, seed: int) -> None:
    trials = plan(field, OPERATORS, each=1, seed=seed, sample=100)
    assert len({trial.operator.name for trial in trials}) == 100
    assert trials == plan(field, OPERATORS, each=1, seed=seed, sample=100)
