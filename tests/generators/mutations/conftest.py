"""The frozen draw, as the mutations see it."""

from pathlib import Path

import pytest

from edgejson.generators.mutations.target_file import TargetFile
from edgejson.suite.suite import resolve_suite

DRAW = Path(__file__).parents[2] / "data"
FROZEN = DRAW / "frozen_v1.jsonl"
FROZEN_TEST = DRAW / "frozen_test_v1.jsonl"


@pytest.fixture(scope="session")
def frozen() -> TargetFile:
    """The training split of the frozen draw."""
    return TargetFile.read(FROZEN, resolve_suite(FROZEN))


@pytest.fixture(scope="session")
def frozen_test() -> TargetFile:
    """The test split of the frozen draw."""
    return TargetFile.read(FROZEN_TEST, resolve_suite(FROZEN_TEST))
