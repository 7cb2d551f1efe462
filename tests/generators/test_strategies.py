"""The strategies: any draw is valid, keeps its invariants, and shrinks to something small."""

import json

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from edgejson.core.json_text import compact
from edgejson.generators import WORLDS, GeneratedRecord, strategies
from edgejson.suite.schema_registry import registry

QUICK = settings(max_examples=60, deadline=None, derandomize=True, database=None)


@QUICK
@given(strategies.records())
def test_any_record_is_valid(record: GeneratedRecord) -> None:
    envelope = json.loads(record.line())
    assert registry().schemas[record.schema_id].validator.is_valid(envelope["expected_output"])
    WORLDS[record.schema_id].check(record.label)


@pytest.mark.parametrize("schema_id", sorted(WORLDS))
def test_records_of_one_schema_keep_its_invariants(schema_id: str) -> None:
    @settings(QUICK, max_examples=15)
    @given(strategies.records(schema_id))
    def holds(record: GeneratedRecord) -> None:
        assert record.schema_id == schema_id
        WORLDS[schema_id].check(record.label)

    holds()


def test_labels_shrink_to_a_minimal_cart() -> None:
    smallest = find(strategies.labels("shopping_cart"), lambda label: label["total"] != 0, settings=QUICK)
    assert list(smallest) == ["cart_id", "user_id", "items", "total"]
    assert compact(smallest).count("product_id") == 1


def test_unknown_schemas_and_styles_are_refused_at_once() -> None:
    with pytest.raises(KeyError):
        strategies.records("invoce")
    with pytest.raises(KeyError):
        strategies.prompts("invoice", style="listings")


@QUICK
@given(strategies.records("invoice", style="table"), strategies.prompts("rating", style="listing"))
def test_a_style_can_be_asked_for(record: GeneratedRecord, prompt: str) -> None:
    assert record.meta["style"] == "table"
    assert "\nRating: " in prompt


@QUICK
@given(strategies.files(min_size=2, max_size=4))
def test_no_record_of_a_file_repeats_another(records: tuple[GeneratedRecord, ...]) -> None:
    assert 2 <= len(records) <= 4
    assert len({record.schema_id for record in records}) == len({record.prompt for record in records})
    assert len({record.id for record in records}) == len(records)


def test_files_shrink_to_two_small_records() -> None:
    smallest = find(strategies.files(min_size=2), lambda records: True, settings=QUICK)
    assert len(smallest) == 2
    assert {record.meta["style"] for record in smallest} == {"listing"}


def test_what_is_exported_is_a_strategy() -> None:
    assert strategies.__all__ == ["files", "labels", "prompts", "records"]
    for name in strategies.__all__:
        assert isinstance(getattr(strategies, name)(), st.SearchStrategy)
