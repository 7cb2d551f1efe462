"""A judged file with findings of every kind of place: a record, a broken line, the file as a whole."""

import json
from pathlib import Path

import pytest

from edgejson.reports.summary import FileSummary, summarise
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import broken_invoice, contact, invoice


@pytest.fixture
def judged(tmp_path: Path) -> FileSummary:
    """Line 2 has a wrong total, line 4 is no JSON, line 5 holds a name that would be markup."""
    hostile = contact(5)
    hostile["expected_output"]["name"] = "<script>alert('x')</script>"
    lines = [json.dumps(record) for record in (contact(1), broken_invoice(2), invoice(3))]
    data = tmp_path / "some data.jsonl"
    data.write_text("\n".join([*lines, '{"id": ', json.dumps(hostile)]) + "\n")
    suite = resolve_suite(data)
    return summarise(examine(data, suite), suite)
