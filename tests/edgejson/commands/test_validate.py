"""``edgejson validate``: the suite without pytest, with the same findings, verdicts and attestations."""

import json
import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest

from edgejson.__main__ import main
from edgejson.gate.admission import admit
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice, contact, invoice


@pytest.fixture
def files(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    project.data("good.jsonl", contact(1), invoice(2))
    project.data("bad.jsonl", contact(3), broken_invoice(4))
    monkeypatch.chdir(project.root)
    return project


def validate(*arguments: str) -> int:
    return main(["validate", *arguments])


def test_good_file(files: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate("good.jsonl") == 0
    output = capsys.readouterr()
    assert "good.jsonl: PASSED (2 records, " in output.out
    assert output.err == ""
    assert admit("good.jsonl").result == "PASSED"


def test_bad_file(files: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate("bad.jsonl", "good.jsonl") == 1
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    at = lines.index("ERROR invoice.total_is_subtotal_plus_tax (1)")
    assert lines[at + 1] == "The total amount is the subtotal plus the tax."
    assert lines[at + 2] == "bad.jsonl:2 edgejson_invoice_template_004 /expected_output/total_amount"
    assert any(line.startswith("bad.jsonl: FAILED (2 records, ") for line in lines)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_attestations_are_those_of_the_gate(files: Project, jobs: str) -> None:
    from edgejson import admit_or_validate

    admit_or_validate(files.root / "good.jsonl")
    before = attestation_path(files.root / "good.jsonl").read_bytes()
    attestation_path(files.root / "good.jsonl").unlink()
    assert validate("good.jsonl", "--jobs", jobs) == 0
    assert attestation_path(files.root / "good.jsonl").read_bytes() == before


def test_findings_are_written(files: Project) -> None:
    assert validate(".", "--findings", "out/f.jsonl") == 1
    (line,) = (files.root / "out/f.jsonl").read_text().splitlines()
    assert json.loads(line)["rule"] == "invoice.total_is_subtotal_plus_tax"


def test_no_attestation_on_request(files: Project) -> None:
    assert validate("good.jsonl", "--no-attest") == 0
    assert not attestation_path(files.root / "good.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing.jsonl"], "nothing.jsonl: No such file or directory"),
        (["empty"], "there is no data in this folder"),
        (["good.jsonl", "--jobs", "0"], "at least 1"),
        (["good.jsonl", "--config", "none.toml"], "none.toml: cannot be read"),
        (["bad.jsonl", "--findings", "good.jsonl"], "good.jsonl: this file holds no findings"),
        (["good.jsonl", "--findings", "empty"], "empty"),
        (["good.jsonl", "--html", "good.jsonl"], "good.jsonl: a report of this kind"),
    ],
)
def test_mistake_is_one_sentence_and_exit_status_2(
    files: Project, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    (files.root / "empty").mkdir()
    before = (files.root / "good.jsonl").read_bytes()
    assert validate(*arguments) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("edgejson: ")
    assert says in said
    assert (files.root / "good.jsonl").read_bytes() == before


def test_attestation_that_cannot_be_written_is_said(
    files: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    attestation_path(files.root / "good.jsonl").mkdir()
    (attestation_path(files.root / "good.jsonl") / "x").touch()
    assert validate("good.jsonl") == 2
    assert "good.jsonl.attestation.json" in capsys.readouterr().err


def test_files_of_other_folders_are_left_alone(files: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Of hidden folders and of environments: nobody means those with a folder of data."""
    for folder in (".git", ".venv", "node_modules", "__pycache__"):
        files.data(f"{folder}/deep/a.jsonl", b"[]")
    validate(".", "--no-attest")
    assert "a.jsonl" not in capsys.readouterr().out


def test_data_compressed_in_a_way_that_is_not_read(
    files: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its bytes are no lines: one sentence, not a finding for each run of them, and no attestation."""
    packed = files.root / "good.jsonl.xz"
    packed.write_bytes(lzma.compress((files.root / "good.jsonl").read_bytes()))
    assert validate(packed.name) == 2
    told = "good.jsonl.xz: is compressed (xz); unpack it, or compress it with gzip or zstd"
    assert told in capsys.readouterr().err
    assert not attestation_path(packed).exists()


def test_output_in_an_encoding_that_lacks_characters(files: Project) -> None:
    files.data("bad.jsonl", b'{"prompt": "", "id": "\xc3\xbc\xf0\x9f\x98\x80\xe2\x80\xa6"}')
    done = subprocess.run(
        [sys.executable, "-m", "edgejson", "validate", "bad.jsonl", "--no-attest"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_reader_that_goes_away(files: Project) -> None:
    """``edgejson validate ... | head`` ends without a traceback."""
    Project(files.root, families={"invoice"}).settings()
    files.data("bad.jsonl", *map(broken_invoice, range(800)))
    command = f"{sys.executable} -m edgejson validate bad.jsonl --no-attest --show 5000 | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        validate("--help")
    assert caught.value.code == 0
    text = capsys.readouterr().out
    assert "examples:" in text
    assert "exit status:" in text


def test_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validat"]) == 2
    assert "validate" in capsys.readouterr().err


def test_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: edgejson" in capsys.readouterr().err


def test_path_of_a_file_named_like_an_option(files: Project) -> None:
    (files.root / "--jobs.jsonl").write_bytes((files.root / "good.jsonl").read_bytes())
    assert validate("--no-attest", "--", "--jobs.jsonl") == 0
    assert Path("--jobs.jsonl").exists()


def test_run_goes_on_past_files_that_cannot_be_read(
    files: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    files.file("a.jsonl", lzma.compress(b"{}"))
    (files.root / "link.jsonl").symlink_to("link.jsonl")
    (files.root / "zero.jsonl").symlink_to("/dev/zero")
    os.mkfifo(files.root / "pipe.jsonl")
    assert validate(".") == 2
    output = capsys.readouterr()
    assert "good.jsonl: PASSED" in output.out
    assert "bad.jsonl: FAILED" in output.out
    assert len(output.err.splitlines()) == 4
    assert output.err.count("is not a regular file") == 2
    assert "a.jsonl: is compressed" in output.err
    assert "link.jsonl: " in output.err


def test_rule_that_ends_its_process_fails_the_run(files: Project, capsys: pytest.CaptureFixture[str]) -> None:
    files.file(
        "check_mine.py",
        "import os\nfrom edgejson import check\n\n@check\ndef ends(record):\n    os._exit(0)\n",
    )
    assert validate("good.jsonl") == 2
    assert "good.jsonl: the process that ran the rules died" in capsys.readouterr().err
    assert not attestation_path(files.root / "good.jsonl").exists()
