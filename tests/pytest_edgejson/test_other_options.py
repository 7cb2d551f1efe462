"""``--edgejson-config``, ``--edgejson-jobs`` and ``--edgejson-no-attest``."""

import json

import pytest

from edgejson.errors import NotAdmitted
from edgejson.gate.admission import admit
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice, contact, invoice
from tests.pytest_edgejson.conftest import Run, attested, outcomes


def test_settings_of_another_file(project: Project, run: Run) -> None:
    config = project.file("other/lenient.toml", '[tool.edgejson]\ndisable = ["invoice", "grounding"]\n')
    result = run("bad.jsonl", "--edgejson-config", "other/lenient.toml")
    assert result.ret == pytest.ExitCode.OK
    # It is admitted with those settings only.
    assert admit(project.root / "bad.jsonl", config=config).result == "PASSED"
    with pytest.raises(NotAdmitted, match="another suite"):
        admit(project.root / "bad.jsonl")


def test_departures_are_shown(project: Project, run: Run) -> None:
    project.settings(
        'tolerance = 0.02\nwaivers = [{ rule = "invoice.total_is_subtotal_plus_tax", '
        'id = "edgejson_invoice_template_004", reason = "paid in part" }]'
    )
    result = run("bad.jsonl")
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(
        ["bad.jsonl: PASSED (*, 1 waived; *)", "*waived: invoice.total*paid in part*", "*tolerance*0.02*"]
    )


def test_no_attestation_on_request(project: Project, run: Run) -> None:
    result = run("good.jsonl", "--edgejson-no-attest")
    assert result.ret == pytest.ExitCode.OK
    assert attested(project) == []
    result.stdout.no_fnmatch_line("attestation: *")


def test_several_processes(project: Project, run_outside: Run, run: Run) -> None:
    run("bad.jsonl", "good.jsonl")
    before = {path.name: path.read_bytes() for path in project.root.glob("*.attestation.json")}
    result = run_outside("bad.jsonl", "good.jsonl", "--edgejson-jobs", "2")
    assert outcomes(result)["failed"] == 1
    assert {path.name: path.read_bytes() for path in project.root.glob("*.attestation.json")} == before
    result.stdout.fnmatch_lines(["attestation: *bad.jsonl.attestation.json (unchanged)"])


def test_declared_splits(project: Project, run: Run) -> None:
    project.settings('splits = { train = ["data/train*.jsonl"], test = ["data/test.jsonl"] }')
    project.data("data/train_1.jsonl", contact(1), invoice(2))
    project.data("data/train_2.jsonl", contact(3))
    project.data("data/test.jsonl", contact(5), contact(1))
    result = run("data/test.jsonl", "data/train_1.jsonl")
    result.stdout.fnmatch_lines(
        ["data/test.jsonl:2 edgejson_contact_info_template_001*", "*data/train_1.jsonl:1*"]
    )
    assert outcomes(result)["failed"] == 2
    statement = json.loads(attestation_path(project.root / "data/test.jsonl").read_bytes())
    peers = {entry["name"]: entry for entry in statement["predicate"]["configuration"][1:]}
    assert list(peers) == ["data/train_1.jsonl", "data/train_2.jsonl"]
    assert peers["data/train_1.jsonl"]["annotations"] == {"split": "train"}


def test_verdict_on_a_split_does_not_depend_on_the_command_line(project: Project, run: Run) -> None:
    project.settings('splits = { train = ["train.jsonl"], test = ["test.jsonl"] }')
    project.data("train.jsonl", contact(1), broken_invoice(2))
    project.data("test.jsonl", contact(5), contact(1))
    run("test.jsonl", "train.jsonl")
    before = {path.name: path.read_bytes() for path in project.root.glob("*.attestation.json")}
    for place in project.root.glob("*.attestation.json"):
        place.unlink()
    run("train.jsonl")
    run("test.jsonl")
    assert {path.name: path.read_bytes() for path in project.root.glob("*.attestation.json")} == before
