"""The attestations in the repository are those of its data and of its rules (`make attest` renews them)."""

from pathlib import Path

import pytest

import edgejson

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.mark.parametrize("name", ["train_v3.jsonl", "test_v3.jsonl"])
def test_committed_attestation_admits_its_file(name: str) -> None:
    admitted = edgejson.admit(DATA / name)
    assert (admitted.result, admitted.notes) == ("PASSED", ())
    assert sum(1 for _ in admitted.records()) == admitted.n_records
