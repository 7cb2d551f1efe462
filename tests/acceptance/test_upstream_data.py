"""The public training files that the project began with: v2 has its fault, found whole, and v3 has not."""

import json
import shutil
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from edgejson.core.finding import Finding
from edgejson.gate.attestation import attestation_path
from tests.acceptance.conftest import ROOT, Command

UPSTREAM = ROOT.parent / "shared" / "upstream"
FILES = ("train_v2.jsonl", "train_v3.jsonl")

pytestmark = pytest.mark.skipif(
    not all((UPSTREAM / name).is_file() for name in FILES), reason="the public files are not here"
)


def test_arithmetic_of_72_records_of_v2_and_of_none_of_v3(python: Command, tmp_path: Path) -> None:
    for name in FILES:
        shutil.copy(UPSTREAM / name, tmp_path / name)
        (tmp_path / name).chmod(0o644)
    done = python("-m", "pytest", "--edgejson", *FILES, "--edgejson-findings", "f.jsonl", "-q", "--tb=no")
    assert done.returncode == 1, done.stdout + done.stderr

    arithmetic: dict[str, list[Finding]] = defaultdict(list)
    lines = (tmp_path / "f.jsonl").read_text("utf-8").split("\n")[:-1]
    for finding in (Finding.from_dict(json.loads(line, parse_float=Decimal)) for line in lines):
        if finding.kind == "arithmetic":
            arithmetic[finding.file].append(finding)
    assert set(arithmetic) == {"train_v2.jsonl"}
    assert len({finding.record_id for finding in arithmetic["train_v2.jsonl"]}) == 72

    records = [
        json.loads(line, parse_float=Decimal) for line in (tmp_path / FILES[0]).read_bytes().splitlines()
    ]
    for finding in arithmetic["train_v2.jsonl"]:
        assert finding.line is not None
        record = records[finding.line - 1]
        assert finding.record_id == record["id"]
        assert finding.schema_id in ("shopping_cart", "invoice", "order_details")
        at = record
        for token in finding.pointer.split("/")[1:]:
            at = at[int(token) if isinstance(at, list) else token]
        assert finding.actual == at
        assert str(finding.actual) not in str(finding.expected).split(" or ")

    for name in FILES:
        statement = json.loads(attestation_path(tmp_path / name).read_bytes())
        assert statement["predicate"]["result"] == "FAILED"


def test_nothing_was_written_beside_the_originals() -> None:
    assert sorted(path.name for path in UPSTREAM.glob("*.attestation.json")) == []
