"""A complete run: what it shows, how it ends, and the attestations that it leaves."""

import json
import os
from pathlib import Path

import pytest

from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice, contact, invoice
from tests.pytest_edgejson.conftest import Run, attested, outcomes


def test_good_file_passes(project: Project, run: Run) -> None:
    result = run("good.jsonl")
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(
        ["*= edgejson =*", "good.jsonl: PASSED (2 records, *, 0 errors, 0 warnings; *)"]
    )
    assert attested(project) == ["good.jsonl"]


def test_bad_file_fails_with_everything_that_is_needed_to_act(project: Project, run: Run) -> None:
    result = run("bad.jsonl")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert outcomes(result)["failed"] == 1
    result.stdout.fnmatch_lines(
        [
            "*_ invoice::total_is_subtotal_plus_tax _*",
            "The total amount is the subtotal plus the tax.",
            "bad.jsonl:2 edgejson_invoice_template_004 /expected_output/total_amount",
            "    expected: *",
            "    actual:   1",
            "bad.jsonl: FAILED (*, 1 error, 0 warnings; *)",
            "FAILED bad.jsonl::invoice::total_is_subtotal_plus_tax*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_failed_file_is_attested_as_failed(project: Project, run: Run) -> None:
    run("bad.jsonl")
    statement = json.loads(attestation_path(project.root / "bad.jsonl").read_bytes())
    assert statement["predicate"]["result"] == "FAILED"
    assert statement["predicate"]["failedTests"] == ["invoice.total_is_subtotal_plus_tax"]


def test_second_run_leaves_the_attestations_as_they_are(project: Project, run: Run) -> None:
    run("good.jsonl", "bad.jsonl")
    places = [attestation_path(project.root / name) for name in ("good.jsonl", "bad.jsonl")]
    before = [(place.read_bytes(), place.stat().st_mtime_ns) for place in places]
    result = run("good.jsonl", "bad.jsonl")
    assert [(place.read_bytes(), place.stat().st_mtime_ns) for place in places] == before
    result.stdout.fnmatch_lines(["attestation: *good.jsonl.attestation.json (unchanged)"])


def test_run_after_a_change_writes_the_attestation_anew(project: Project, run: Run) -> None:
    run("good.jsonl")
    before = attestation_path(project.root / "good.jsonl").read_bytes()
    project.data("good.jsonl", contact(5), invoice(6))
    result = run("good.jsonl")
    result.stdout.fnmatch_lines(["attestation: *good.jsonl.attestation.json (written)"])
    assert attestation_path(project.root / "good.jsonl").read_bytes() != before


def test_attestation_does_not_say_where_or_when(project: Project, run: Run, tmp_path: Path) -> None:
    run("good.jsonl")
    content = attestation_path(project.root / "good.jsonl").read_bytes()
    elsewhere = Project(tmp_path / "elsewhere")
    for name in ("pyproject.toml", "good.jsonl"):
        elsewhere.file(name, (project.root / name).read_bytes())
    run("--rootdir", str(elsewhere.root), str(elsewhere.root / "good.jsonl"))
    assert attestation_path(elsewhere.root / "good.jsonl").read_bytes() == content


def test_several_files(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "good.jsonl")
    assert outcomes(result)["failed"] == 1
    assert attested(project) == ["bad.jsonl", "good.jsonl"]


def test_folder_of_files(project: Project, run: Run) -> None:
    project.data("data/train/a.jsonl", contact(1))
    project.data("data/test/a.jsonl", contact(2), broken_invoice(3))
    project.file("data/notes.txt", "no data")
    project.file("data/report.json", "{}")
    result = run("data")
    assert attested(project) == ["data/test/a.jsonl", "data/train/a.jsonl"]
    result.stdout.fnmatch_lines(["data/test/a.jsonl:2 *", "FAILED data/test/a.jsonl::invoice::total*"])


def test_the_same_file_twice_is_one(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "./bad.jsonl", str(project.root / "bad.jsonl"))
    assert outcomes(result)["failed"] == 1


@pytest.mark.parametrize("folder", ["two words", "Übergröße", "deep/er/still", "100%", "it's"])
def test_odd_paths(project: Project, run: Run, folder: str) -> None:
    project.data(f"{folder}/data file.jsonl", contact(1), broken_invoice(2))
    result = run(folder)
    assert outcomes(result)["failed"] == 1
    assert f"{folder}/data file.jsonl:2 edgejson_invoice_template_002" in result.stdout.str()
    assert attested(project) == [f"{folder}/data file.jsonl"]


def test_name_that_is_no_utf8(project: Project, run: Run) -> None:
    name = os.fsdecode(b"caf\xe9.jsonl")
    project.data(name, contact(1), broken_invoice(2))
    result = run(
        ".", "--edgejson-findings", "f.jsonl", "--edgejson-html", "f.html", "--edgejson-sarif", "f.sarif"
    )
    assert outcomes(result)["failed"] == 2
    assert name in attested(project)
    (project.root / "f.jsonl").read_text("utf-8")


def test_file_outside_the_root_of_the_run(project: Project, run: Run, pytester: pytest.Pytester) -> None:
    elsewhere = pytester.path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pytest.ini").write_text("[pytest]\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(elsewhere)
        result = run("--rootdir", str(elsewhere), "../bad.jsonl")
    assert outcomes(result)["failed"] == 1
    result.stdout.fnmatch_lines(["../bad.jsonl:2 edgejson_invoice_template_004 *"])
    assert attested(project) == ["bad.jsonl"]


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xef\xbb\xbf", b"\0" * 100, b"{", b"{" * 10_000, b"\r\n\r\n"]
)
def test_file_of_rubbish_fails_and_is_attested_so(project: Project, run: Run, content: bytes) -> None:
    project.file("rubbish.jsonl", content)
    result = run("rubbish.jsonl")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["rubbish.jsonl: FAILED*"])
    assert attested(project) == ["rubbish.jsonl"]


def test_rules_that_cannot_be_checked_are_skipped_with_the_reason(project: Project, run: Run) -> None:
    result = run("good.jsonl", "-rs")
    assert result.parseoutcomes()["skipped"] > 0
    result.stdout.fnmatch_lines(["SKIPPED *not checked: no splits are declared*"])
    statement = json.loads(attestation_path(project.root / "good.jsonl").read_bytes())
    annotations = statement["predicate"]["configuration"][0]["annotations"]
    assert "leakage.prompt_is_in_one_split_only" in annotations["not_checked"]


def test_attestation_that_cannot_be_written_fails_the_run(project: Project, run: Run) -> None:
    place = attestation_path(project.root / "good.jsonl")
    place.mkdir()
    (place / "x").touch()
    result = run("good.jsonl")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["attestation: *good.jsonl.attestation.json cannot be written (*)"])
