"""The invariants of the schemas hold in what the worlds build."""

from collections.abc import Callable
from typing import Any

import pytest

from edgejson.generators import WORLDS, generate
from tests.generators.invariants import complex_schemas, medium_schemas, simple_schemas

SEEDS = range(150)

INVARIANTS: dict[str, Callable[[Any], None]] = {
    name: function
    for module in (simple_schemas, medium_schemas, complex_schemas)
    for name, function in vars(module).items()
    if name in WORLDS and callable(function)
}


def test_every_schema_has_its_invariants_here() -> None:
    assert INVARIANTS.keys() == WORLDS.keys()


@pytest.mark.parametrize("schema_id", sorted(WORLDS))
def test_invariants_hold(schema_id: str) -> None:
    for seed in SEEDS:
        record = generate(schema_id, seed)
        try:
            INVARIANTS[schema_id](record.label)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {error}\n{record.prompt}") from error
