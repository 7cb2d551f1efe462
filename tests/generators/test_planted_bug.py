"""A bug planted in a generator is found by the fuzzing and shrunk to something that a person can read."""

import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from edgejson._typing import JSONObject
from edgejson.generators import WORLDS, Draws, World
from edgejson.generators.worlds import shopping_cart
from edgejson.suite.suite import resolve_suite
from tests.generators.fuzzing import RefusedError, fuzz_schema


def independent_total(draws: Draws) -> JSONObject:
    """Build a cart whose total is drawn on its own, as every cart of the first data set was."""
    label = shopping_cart.build(draws)
    label["total"] = Decimal(draws.between(100, 99_999)).scaleb(-2)
    return label


def planted_bug_found(suite_of: Path) -> RefusedError:
    """Fuzz the carts of a world with the bug, as any generator is fuzzed; return what was found."""
    with pytest.raises(RefusedError) as refused:
        fuzz_schema("shopping_cart", resolve_suite(suite_of), settings.get_profile("ci"))
    return refused.value


def test_an_independent_total_is_shrunk_to_a_minimal_cart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = WORLDS["shopping_cart"]
    planted = World(
        build=independent_total, check=lambda label: None, subject=world.subject, headings=world.headings
    )
    monkeypatch.setitem(WORLDS, "shopping_cart", planted)
    began = time.perf_counter()
    found = planted_bug_found(tmp_path / "data.jsonl")
    seconds = time.perf_counter() - began
    print(f"\nfound and shrunk in {seconds:.1f} s:\n{found.record.prompt}")
    [finding] = found.findings
    assert finding.rule == "shopping_cart.total_is_subtotal_plus_shipping_plus_tax"
    label: Any = found.record.label
    assert list(label) == ["cart_id", "user_id", "items", "total"]
    [item] = label["items"]
    assert list(item) == ["product_id", "product_name", "quantity", "price"]
    assert item["quantity"] == 1
    assert label["total"] == Decimal("1.00")
    assert found.record.meta["style"] == "listing"
    assert seconds < 60  # far above what it takes, for machines that are busy; make bench prints it
