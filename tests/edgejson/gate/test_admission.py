"""The gate: what it takes, and what it refuses for which reason, in one sentence with the way out."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import edgejson
from edgejson import NotAdmitted, admit, admit_or_validate
from edgejson.errors import SourceError
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice, contact, jsonl
from tests.edgejson.gate.conftest import refused

RULE = "from edgejson import check\n\n@check\ndef rule(record):\n    assert True\n"


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
