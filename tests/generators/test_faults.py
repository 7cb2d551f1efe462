"""The exhibit's fault: totals that follow from nothing, in three schemas and nowhere else."""

from fractions import Fraction
from typing import Any

import pytest

from edgejson.generators import WORLDS, BrokenInvariantError, generate
from edgejson.generators.faults import DERIVED

SEEDS = range(60)


@pytest.mark.parametrize("schema_id", sorted(WORLDS.keys() - DERIVED.keys()))
def test_other_schemas_are_untouched(schema_id: str) -> None:
    for seed in SEEDS:
        faulty, sound = generate(schema_id, seed, fault="independent-totals"), generate(schema_id, seed)
        assert (faulty.label, faulty.prompt, faulty.id) == (sound.label, sound.prompt, sound.id)


@pytest.mark.parametrize("schema_id", sorted(DERIVED))
def test_every_record_is_faulty_in_derived_figures_only(schema_id: str) -> None:
    for seed in SEEDS:
        faulty, sound = generate(schema_id, seed, fault="independent-totals"), generate(schema_id, seed)
        assert faulty.label.keys() == sound.label.keys()
        changed = {name for name in sound.label if faulty.label[name] != sound.label[name]}
        assert changed <= set(DERIVED[schema_id])
        assert DERIVED[schema_id][-1] in changed
        assert faulty.meta["fault"] == "independent-totals"
        with pytest.raises(BrokenInvariantError):
            WORLDS[schema_id].check(faulty.label)


@pytest.mark.parametrize("schema_id", ["invoice", "shopping_cart"])
def test_stated_parts_do_not_sum_to_the_total(schema_id: str) -> None:
    for seed in SEEDS:
        label: dict[str, Any] = dict(generate(schema_id, seed, fault="independent-totals").label)
        if "subtotal" in label:
            parts = [label[name] for name in ("subtotal", "shipping_cost", "tax") if name in label]
            assert sum(map(Fraction, parts)) != Fraction(label[DERIVED[schema_id][-1]])
