"""Prompts in many styles with the labels that they support: nothing to find."""

import json

import pytest

from edgejson.suite.schema_registry import registry
from tests.edgejson.grounding.judging import flaws
from tests.edgejson.grounding.prompts import good_prompts

GOOD = good_prompts()


@pytest.mark.parametrize(
    ("schema_id", "prompt", "label"), [one[1:] for one in GOOD], ids=[one[0] for one in GOOD]
)
def test_nothing_is_found(schema_id: str, prompt: str, label: str) -> None:
    assert registry().schemas[schema_id].validator.is_valid(json.loads(label))
    assert flaws(schema_id, prompt, label) == []


def test_every_schema_has_a_prompt() -> None:
    assert {schema_id for _, schema_id, _, _ in GOOD} == set(registry().schema_ids)
