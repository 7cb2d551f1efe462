"""An attestation is of the other files of its declared splits as well."""

import shutil
from pathlib import Path

import pytest

from edgejson import admit, admit_or_validate
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, contact, invoice, jsonl
from tests.edgejson.gate.conftest import refused

SPLITS = '[tool.edgejson.splits]\ntrain = ["data/train*.jsonl"]\ntest = ["data/test*.jsonl"]'
# Rules about whole splits are no matter of these tests: two records are a poor split.
FEW = 'disable = ["balance"]\n'


@pytest.fixture
def train(project: Project) -> Path:
    """A train file whose project declares splits, with its attestation."""
    project.settings(FEW + SPLITS)
    project.data("data/test.jsonl", contact(3), invoice(4))
    path = project.data("data/train.jsonl", contact(1), invoice(2))
    admit_or_validate(path)
    return path


def test_peers_are_told(train: Path) -> None:
    admitted = admit(train)
    assert list(admitted.peers) == ["data/test.jsonl"]
    assert [len(digest) for digest in admitted.peers.values()] == [64]


@pytest.mark.parametrize("change", ["new", "edited", "gone"])
def test_changed_peers(train: Path, change: str) -> None:
    test = train.with_name("test.jsonl")
    if change == "new":
        test = train.with_name("test_more.jsonl")
        test.write_bytes(jsonl(contact(5)))
    elif change == "edited":
        test.write_bytes(jsonl(contact(3)))
    else:
        test.unlink()
    assert f"data/{test.name}" in str(refused(train, "changed peers"))


def test_file_that_is_no_peer_may_change(train: Path) -> None:
    train.with_name("notes.jsonl").write_bytes(jsonl(contact(7)))
    admit(train)


def test_file_that_was_in_no_split_and_is_in_one_now(project: Project) -> None:
    """Its split rules were never asked; with no other file declared there are no peers to tell it by."""
    project.settings(FEW + SPLITS)
    elsewhere = project.data("elsewhere/test.jsonl", contact(1))
    admit_or_validate(elsewhere)
    (project.root / "data").mkdir()
    moved = project.root / "data" / "test.jsonl"
    shutil.move(elsewhere, moved)
    shutil.move(attestation_path(elsewhere), attestation_path(moved))
    assert "no split" in str(refused(moved, "changed peers"))
