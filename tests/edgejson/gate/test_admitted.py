"""What the gate hands out: the records of a file, and what is known of it; and files it cannot take."""

import copy
import dataclasses
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edgejson import Admitted, EdgejsonError, admit, admit_or_validate
from edgejson.errors import DataChanged, SourceError
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, changed, contact


@pytest.mark.parametrize("change", ["edited", "longer", "shorter"])
def test_records_of_a_file_that_changed_since(data: Path, change: str) -> None:
    admitted = admit(data)
    content = data.read_bytes()
    data.write_bytes(
        {"edited": content.replace(b"0001", b"0002"), "longer": content * 2, "shorter": content[:-1]}[change]
    )
    with pytest.raises(DataChanged, match=r"train data\.jsonl"):
        list(admitted.records())


def test_records_of_a_file_that_is_gone(data: Path) -> None:
    admitted = admit(data)
    data.unlink()
    with pytest.raises(SourceError):
        list(admitted.records())


def test_records_are_read_with_the_settings_that_were_in_force(project: Project) -> None:
    project.settings('fields = { prompt = "question" }')
    record = contact(1)
    record["question"] = record.pop("prompt")
    admitted = admit_or_validate(project.data("a.jsonl", record))
    project.settings()
    assert [made.prompt for made in admitted.records()] == [record["question"]]


def test_only_the_gate_makes_an_admitted(data: Path) -> None:
    admitted = admit(data)
    fields = {field.name: getattr(admitted, field.name) for field in dataclasses.fields(admitted)}
    with pytest.raises(TypeError, match=r"edgejson\.admit"):
        Admitted(**fields)
    with pytest.raises(TypeError, match=r"edgejson\.admit"):
        dataclasses.replace(admitted, sha256="0" * 64)
    with pytest.raises((TypeError, AttributeError)):
        admitted.sha256 = "0" * 64  # type: ignore[misc]
    assert copy.copy(admitted) == admitted


def test_admitted_is_shown_without_its_inside(data: Path) -> None:
    assert "Suite(" not in repr(admit(data))


def test_notes_reach_the_admitted(project: Project) -> None:
    project.settings('tolerance = 0.02\ndisable = ["grounding"]')
    path = project.data("a.jsonl", contact(1))
    admit_or_validate(path)
    notes = "\n".join(admit(path).notes)
    assert "grounding" in notes
    assert "0.02" in notes


def test_attestation_that_cannot_be_kept_does_not_stand_in_the_way(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("edgejson.gate.attestation.write_atomically", full)
    path = project.data("a.jsonl", contact(1))
    assert admit_or_validate(path).result == "PASSED"
    assert not attestation_path(path).exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is read-only for root")
def test_read_only_folder(project: Project) -> None:
    path = project.data("a.jsonl", contact(1))
    project.root.chmod(0o555)
    try:
        assert admit_or_validate(path).result == "PASSED"
    finally:
        project.root.chmod(0o755)
    assert not attestation_path(path).exists()


def test_optimised_python_is_refused(data: Path) -> None:
    program = f"import edgejson; edgejson.admit({str(data)!r})"
    done = subprocess.run(
        [sys.executable, "-O", "-c", program], capture_output=True, text=True, cwd=data.parent, check=False
    )
    assert done.returncode == 1
    assert "run python without -O" in done.stderr.splitlines()[-1]


def test_file_in_two_splits_is_a_mistake(project: Project) -> None:
    project.settings('splits = { train = ["*.jsonl"], test = ["a.jsonl"] }')
    path = project.data("a.jsonl", contact(1))
    with pytest.raises(EdgejsonError, match="declared in 2 splits: train, test"):
        admit_or_validate(path)


def test_name_that_is_no_utf8(project: Project) -> None:
    path = project.data(os.fsdecode(b"caf\xe9.jsonl"), contact(1))
    admit_or_validate(path)
    json.loads(attestation_path(path).read_bytes().decode("utf-8"))
    assert admit(path).n_records == 1


def test_statement_is_the_same_for_the_same_input(project: Project, data: Path) -> None:
    before = attestation_path(data).read_bytes()
    attestation_path(data).unlink()
    admit_or_validate(data)
    assert attestation_path(data).read_bytes() == before
    assert str(project.root).encode() not in before


def test_verdict_survives_a_change_that_changes_nothing(project: Project, data: Path) -> None:
    admitted = admit(data)
    os.utime(data)
    project.data("unrelated.jsonl", changed(contact(5), name="Someone Else"))
    assert admit(data) == admitted
    assert pickle.loads(pickle.dumps(admitted.path)) == data


@pytest.mark.parametrize("gate", [admit, admit_or_validate])
@pytest.mark.parametrize("folder", [Path(), Path("data")])
def test_a_folder_is_refused_in_a_sentence(
    gate: Callable[[Path], Admitted], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match="is a folder; name one data file"):
        gate(folder)
