"""The gate: what it takes, and what it refuses for which reason, in one sentence with the way out."""

import copy
import dataclasses
import json
import os
import pickle
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import edgejson
from edgejson import Admitted, EdgejsonError, NotAdmitted, admit, admit_or_validate
from edgejson.errors import DataChanged, Refusal, SourceError
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice, changed, contact, invoice, jsonl

RULE = "from edgejson import check\n\n@check\ndef rule(record):\n    assert True\n"


@pytest.fixture
def data(project: Project) -> Path:
    """A good data file with its attestation."""
    path = project.data("train data.jsonl", contact(1), invoice(2))
    admit_or_validate(path)
    return path


def refused(path: Path, refusal: Refusal, **options: Any) -> NotAdmitted:
    """Have `path` refused, by `admit` and by `admit_or_validate`; the attestation is left as it was."""
    place = attestation_path(path)
    before = place.read_bytes() if place.is_file() else None
    for gate in (admit, admit_or_validate):
        if gate is admit_or_validate and refusal == "no attestation":
            options["require_attestation"] = True
        with pytest.raises(NotAdmitted) as caught:
            gate(path, **options)
        assert caught.value.refusal == refusal
        assert refusal in str(caught.value)
        assert "\n" not in str(caught.value)
        assert str(path) in shlex.split(caught.value.mend.replace("correct what ", "").partition(" shows")[0])
    assert (place.read_bytes() if place.is_file() else None) == before
    return caught.value


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the attestation of `path` by hand."""
    place = attestation_path(path)
    document = json.loads(place.read_bytes())
    change(document)
    place.write_text(json.dumps(document))


def test_good_file_is_admitted(data: Path) -> None:
    admitted = admit(data)
    assert (admitted.path, admitted.n_records, admitted.result) == (data, 2, "PASSED")
    assert [record.id for record in admitted.records()] == [
        "edgejson_contact_info_template_001",
        "edgejson_invoice_template_002",
    ]
    assert admit_or_validate(data) == admitted
    assert admit(str(data)).sha256 == admitted.sha256


def test_path_relative_to_the_working_folder(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.parent)
    assert admit(data.name).sha256 == admit(data).sha256


def test_no_attestation(project: Project) -> None:
    path = project.data("a.jsonl", contact(1))
    error = refused(path, "no attestation")
    assert "there is no a.jsonl.attestation.json" in str(error)


def test_missing_file_is_no_refusal_but_a_mistake(project: Project) -> None:
    for gate in (admit, admit_or_validate):
        with pytest.raises(SourceError, match=r"nothing\.jsonl"):
            gate(project.root / "nothing.jsonl")


@pytest.mark.parametrize("change", ["byte", "line", "ending", "mark"])
def test_edited_data(data: Path, change: str) -> None:
    """Even where the edited file would pass as well."""
    content = data.read_bytes()
    data.write_bytes(
        {
            "byte": content.replace(b"+44 20 7946 0001", b"+44 20 7946 0002"),
            "line": content.splitlines(keepends=True)[0],
            "ending": content.removesuffix(b"\n"),
            "mark": b"\xef\xbb\xbf" + content,
        }[change]
    )
    assert data.read_bytes() != content
    assert "SHA-256" in str(refused(data, "edited data"))


def test_attestation_copied_from_another_file(data: Path, project: Project) -> None:
    other = project.data("other.jsonl", contact(3))
    shutil.copy(attestation_path(data), attestation_path(other))
    assert "train data.jsonl" in str(refused(other, "another file's attestation"))


def test_attestation_of_a_namesake_in_another_folder(data: Path, project: Project) -> None:
    other = project.data(f"other/{data.name}", contact(3))
    shutil.copy(attestation_path(data), attestation_path(other))
    refused(other, "edited data")


def test_renamed_file(data: Path) -> None:
    renamed = data.rename(data.with_name("renamed.jsonl"))
    attestation_path(data).rename(attestation_path(renamed))
    refused(renamed, "another file's attestation")


@pytest.mark.parametrize("change", ["new", "edited", "gone"])
def test_changed_check_file(project: Project, change: str) -> None:
    path = project.data("data/a.jsonl", contact(1))
    rule = project.file("check_mine.py", RULE)
    if change == "new":
        rule.unlink()
    admit_or_validate(path)
    if change == "gone":
        rule.unlink()
    else:
        rule.write_text(RULE + "# edited\n")
    refused(path, "another suite")


@pytest.mark.parametrize("settings", ["tolerance = 0.01", 'disable = ["grounding"]', 'fail_on = "warning"'])
def test_changed_settings(project: Project, data: Path, settings: str) -> None:
    project.settings(settings)
    refused(data, "another suite")


def test_changed_rule_of_the_package(data: Path, tmp_path: Path) -> None:
    """In a copy of the package, in a process of its own: the rule is edited after the attestation."""
    package = tmp_path / "copy" / "edgejson"
    linked = shutil.ignore_patterns("__pycache__", "eval", "train", "generators")
    shutil.copytree(Path(edgejson.__file__).parent, package, ignore=linked)
    program = (
        f"import sys; sys.path.insert(0, {str(package.parent)!r})\n"
        "import edgejson\n"
        f"assert edgejson.__file__.startswith({str(package)!r})\n"
        f"try: edgejson.admit_or_validate({str(data)!r})\n"
        "except edgejson.NotAdmitted as error: print(error.refusal)\n"
        "else: print('admitted')\n"
    )

    def run() -> str:
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    assert run() == "admitted"
    with (package / "rules" / "invoice.py").open("a") as stream:
        stream.write("# edited\n")
    assert run() == "another suite"


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


def test_failed(project: Project) -> None:
    path = project.data("a.jsonl", contact(1), broken_invoice(2))
    with pytest.raises(NotAdmitted, match="failed"):
        admit_or_validate(path)
    assert attestation_path(path).is_file()
    error = refused(path, "failed")
    assert "1 of its rules failed (invoice.total_is_subtotal_plus_tax)" in str(error)


def test_failed_file_is_taken_with_its_findings_where_that_is_asked_for(project: Project) -> None:
    path = project.data("a.jsonl", contact(1), broken_invoice(2), b"[]")
    for _ in range(2):
        admitted = admit_or_validate(path, admit_with_findings=True)
        assert admitted.result == "FAILED"
        assert set(admitted.failed) == {
            "structure.line_is_one_json_object",
            "invoice.total_is_subtotal_plus_tax",
        }
        assert [record.line for record in admitted.records()] == [1, 2]


def test_admit_with_findings_excuses_nothing_else(data: Path) -> None:
    data.write_bytes(data.read_bytes() + jsonl(contact(9)))
    with pytest.raises(NotAdmitted, match="edited data"):
        admit_or_validate(data, admit_with_findings=True)


def test_warnings_are_admitted_unless_the_settings_fail_them(project: Project) -> None:
    warn = 'severity = { invoice = "warning" }\n'
    project.settings(warn)
    path = project.data("a.jsonl", broken_invoice(1))
    assert admit_or_validate(path).result == "WARNED"
    attestation_path(path).unlink()
    project.settings(warn + 'fail_on = "warning"')
    with pytest.raises(NotAdmitted, match="failed"):
        admit_or_validate(path)


def test_require_attestation_runs_nothing(project: Project) -> None:
    path = project.data("a.jsonl", contact(1))
    with pytest.raises(NotAdmitted, match="no attestation"):
        admit_or_validate(path, require_attestation=True)
    assert not attestation_path(path).exists()


def test_require_attestation_takes_the_one_that_is_there(data: Path) -> None:
    assert admit_or_validate(data, require_attestation=True).result == "PASSED"


FORGERIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "result alone": lambda d: d["predicate"].update(result="PASSED"),
    "failed rules taken out": lambda d: d["predicate"].update(result="PASSED", failedTests=[]),
    "failed rules not checked": lambda d: (
        d["predicate"]["configuration"][0]["annotations"]["not_checked"].update({"x.y": "because"}),
        d["predicate"].update(result="PASSED", failedTests=[]),
    ),
    "a rule named twice": lambda d: d["predicate"].update(
        result="PASSED", failedTests=[], passedTests=[*d["predicate"]["passedTests"], "envelope.id_is_unique"]
    ),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_result(project: Project, name: str) -> None:
    path = project.data("a.jsonl", broken_invoice(1))
    admit_or_validate(path, admit_with_findings=True)
    edit(path, FORGERIES[name])
    refused(path, "unreadable attestation")


def _set(document: dict[str, Any], where: str, value: object) -> None:
    at: Any = document
    *steps, last = [int(step) if step.isdigit() else step for step in where.split("/")]
    for step in steps:
        at = at[step]
    at[last] = value


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("_type", "https://in-toto.io/Statement/v0.1"),
        ("predicateType", "https://slsa.dev/provenance/v1"),
        ("subject", []),
        ("subject", None),
        ("subject/0/name", 5),
        ("subject/0/digest", {}),
        ("subject/0/digest/sha256", 5),
        ("subject/0/digest/sha256", None),
        ("subject/0/annotations/records", "two"),
        ("predicate", []),
        ("predicate/configuration", []),
        ("predicate/configuration/0/digest/sha256", None),
        ("predicate/configuration/0/annotations/notes", [5]),
        ("predicate/configuration/0/annotations/split", 5),
        ("predicate/result", "passed"),
        ("predicate/passedTests", "abc"),
        ("predicate/failedTests", [5]),
        ("predicate/failedTests", None),
    ],
)
def test_malformed_statement(data: Path, where: str, value: object) -> None:
    edit(data, lambda document: _set(document, where, value))
    refused(data, "unreadable attestation")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'"text"',
        b"5",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"_type":' * 5_000,
        b"9" * 5_000,
    ],
    ids=lambda content: content[:6],
)
def test_malformed_json(data: Path, content: bytes) -> None:
    attestation_path(data).write_bytes(content)
    refused(data, "unreadable attestation")


def test_folder_in_the_attestations_place(data: Path) -> None:
    attestation_path(data).unlink()
    attestation_path(data).mkdir()
    refused(data, "unreadable attestation")


def test_mending_command_names_the_settings_file(project: Project, data: Path) -> None:
    config = project.file("other settings.toml", "[tool.edgejson]\ntolerance = 1\n")
    error = refused(data, "another suite", config=config)
    assert shlex.split(error.mend) == ["pytest", "--edgejson", str(data), "--edgejson-config", str(config)]


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
