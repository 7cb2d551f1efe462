"""The generators and the suite agree: whatever is drawn has no finding, warnings included."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from edgejson.engine import examine
from edgejson.generators import WORLDS, GeneratedRecord, strategies
from edgejson.suite import Suite, resolve_suite


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the drawn record is written, away from any settings."""
    return tmp_path_factory.mktemp("drawn") / "data.jsonl"


@pytest.fixture(scope="module")
def suite(data: Path) -> Suite:
    """The built-in suite with its defaults."""
    return resolve_suite(data)


@pytest.mark.parametrize("schema_id", sorted(WORLDS))
def test_any_record_passes(schema_id: str, data: Path, suite: Suite) -> None:
    # An example is a pass of the whole suite: few and always the same ones, but in a thorough run.
    thorough = settings.get_current_profile_name() == "thorough"

    @settings(
        settings() if thorough else settings(max_examples=10, deadline=None, derandomize=True, database=None)
    )
    @given(strategies.records(schema_id))
    def passes(record: GeneratedRecord) -> None:
        data.write_bytes(record.line())
        found = examine(data, suite).findings
        assert [(one.rule, one.pointer, one.message) for one in found] == [], record.prompt

    passes()
