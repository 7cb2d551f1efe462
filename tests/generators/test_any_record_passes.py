"""The generators and the suite agree: whatever is drawn has no finding, warnings included."""

from collections.abc import Callable

import pytest
from hypothesis import given

from edgejson.generators import WORLDS, GeneratedRecord, strategies
from edgejson.generators.record_findings import findings_of_file
from edgejson.generators.styles import STYLES
from edgejson.suite.suite import Suite, resolve_suite
from tests.generators.conftest import EXAMPLES
from tests.generators.fuzzing import examples, fuzz, fuzz_schema


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """The built-in suite with its defaults."""
    return resolve_suite(tmp_path_factory.mktemp("drawn") / "data.jsonl")


@pytest.mark.parametrize("schema_id", sorted(WORLDS))
def test_any_record_passes(
    schema_id: str, suite: Suite, record_property: Callable[[str, object], None]
) -> None:
    record_property(EXAMPLES, fuzz_schema(schema_id, suite, examples(12, 10_000)))


@pytest.mark.parametrize("style", STYLES)
def test_any_prompt_of_a_style_states_its_label(
    style: str, suite: Suite, record_property: Callable[[str, object], None]
) -> None:
    record_property(EXAMPLES, fuzz(strategies.records(style=style), suite, examples(12, 2_000)))


def test_any_file_passes(suite: Suite) -> None:
    @examples(4, 400)
    @given(strategies.files())
    def passes(records: tuple[GeneratedRecord, ...]) -> None:
        found = findings_of_file(records, suite)
        assert [(one.rule, one.pointer) for one in found if one.kind != "balance"] == []

    passes()
