"""One suite for all tests of schema rules, and what it says of a label."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edgejson.suite.engine import examine
from edgejson.suite.suite import Suite, resolve_suite
from tests.conftest import jsonl

# Prompts here do not state what their labels say, and one record is no data set.
_ELSEWHERE = ("grounding", "envelope", "conventions", "duplicates", "balance", "leakage")

Judge = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def default_suite(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """The built-in rules with default settings."""
    return resolve_suite(tmp_path_factory.mktemp("suite") / "data.jsonl")


@pytest.fixture
def judge(tmp_path: Path, default_suite: Suite) -> Judge:
    """Return (rule, pointer in the label) of each finding about a label."""
    selected = frozenset(rule.id for rule in default_suite.rules if rule.family not in _ELSEWHERE)

    def judge(
        schema_id: str, label: dict[str, Any], prompt: str = "As JSON, please."
    ) -> list[tuple[str, str]]:
        data = tmp_path / "data.jsonl"
        record = {
            "id": "r1", "schema_id": schema_id, "complexity": "simple", "source": "human",
            "prompt": prompt, "expected_output": label,
        }  # fmt: skip
        data.write_bytes(jsonl(record))
        found = examine(data, default_suite, selected=selected).findings
        assert not [one for one in found if "the rule itself failed" in one.message]
        return [(one.rule, one.pointer.removeprefix("/expected_output")) for one in found]

    return judge
