"""The frozen draw: large, over all schemas, and without any finding."""

from collections import Counter
from pathlib import Path

import pytest

from edgejson.generators.mutations.target_file import TargetFile
from edgejson.suite.engine import examine
from edgejson.suite.schema_registry import registry
from edgejson.suite.suite import resolve_suite
from tests.generators.mutations.conftest import FROZEN, FROZEN_TEST


def test_it_holds_a_thousand_records_of_all_schemas(frozen: TargetFile) -> None:
    counts = Counter(str(record["schema_id"]) for record in frozen.records)
    assert counts.keys() == set(registry().schema_ids)
    assert sum(counts.values()) >= 1_000
    assert min(counts.values()) >= 40


@pytest.mark.parametrize("path", [FROZEN, FROZEN_TEST], ids=lambda path: path.stem)
def test_the_suite_has_no_finding_on_it(path: Path) -> None:
    suite = resolve_suite(path)
    examination = examine(path, suite)
    assert [(one.rule, one.line, one.pointer) for one in examination.findings] == []
    # Warnings and rules of splits included: nothing was switched off, left out or waived.
    assert examination.ran == {rule.id for rule in suite.rules}
    assert suite.notes() == ()
