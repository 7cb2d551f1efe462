"""``--edgejson-findings PATH``: every finding, as JSON Lines, and nothing else is ever overwritten."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from edgejson.core.finding import Finding
from tests.conftest import Project, broken_invoice, contact
from tests.pytest_edgejson.conftest import Run, attested, outcomes


def read(path: Path) -> list[Finding]:
    lines = path.read_text("utf-8").split("\n")[:-1]
    return [Finding.from_dict(json.loads(line, parse_float=Decimal)) for line in lines]


def test_every_finding_of_every_file(project: Project, run: Run) -> None:
    project.data("bad.jsonl", *map(broken_invoice, range(1, 8)))
    project.data("worse.jsonl", b"[]", broken_invoice(9))
    result = run("bad.jsonl", "worse.jsonl", "good.jsonl", "--edgejson-findings", "f.jsonl")
    found = read(project.root / "f.jsonl")
    assert [(one.file, one.line) for one in found] == [
        *(("bad.jsonl", line) for line in range(1, 8)),
        ("worse.jsonl", 1),
        ("worse.jsonl", 2),
    ]
    result.stdout.fnmatch_lines(["... and 4 more; all are in f.jsonl", "findings: f.jsonl (9 findings)"])


def test_clean_file_gives_an_empty_list(project: Project, run: Run) -> None:
    result = run("good.jsonl", "--edgejson-findings", "f.jsonl")
    assert (project.root / "f.jsonl").read_bytes() == b""
    result.stdout.fnmatch_lines(["findings: f.jsonl (0 findings)"])


def test_missing_folder_is_made(project: Project, run: Run) -> None:
    run("bad.jsonl", "--edgejson-findings", "out/of/the way/f.jsonl")
    assert len(read(project.root / "out/of/the way/f.jsonl")) == 1


def test_findings_of_the_selected_rules(project: Project, run: Run) -> None:
    project.data("bad.jsonl", broken_invoice(1), b"[]")
    run("bad.jsonl", "-k", "invoice", "--edgejson-findings", "f.jsonl")
    assert [one.kind for one in read(project.root / "f.jsonl")] == ["arithmetic"]


def test_findings_of_a_run_that_stopped(project: Project, run: Run) -> None:
    run("bad.jsonl", "-x", "--edgejson-findings", "f.jsonl")
    assert len(read(project.root / "f.jsonl")) == 1


def test_place_that_cannot_be_written(project: Project, run: Run) -> None:
    (project.root / "f.jsonl").mkdir()
    (project.root / "f.jsonl" / "x").touch()
    result = run("good.jsonl", "--edgejson-findings", "f.jsonl")
    assert result.ret != pytest.ExitCode.OK
    output = result.stdout.str() + result.stderr.str()
    assert "f.jsonl" in output
    assert "Traceback" not in output
    assert "INTERNALERROR" not in output


def test_data_is_never_overwritten(project: Project, run: Run) -> None:
    """A slip that costs a data file elsewhere: the option's value left out."""
    before = (project.root / "good.jsonl").read_bytes()
    result = run("--edgejson-findings", "good.jsonl")
    assert (project.root / "good.jsonl").read_bytes() == before
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *good.jsonl*"])
    assert attested(project) == []


def test_list_in_a_folder_of_data_is_no_data(project: Project, run: Run) -> None:
    for _ in range(2):
        result = run(".", "--edgejson-findings", "findings.jsonl")
        assert outcomes(result)["failed"] == 1
    assert attested(project) == ["bad.jsonl", "good.jsonl"]


def test_mistake_on_the_command_line_keeps_the_earlier_list(project: Project, run: Run) -> None:
    run("bad.jsonl", "--edgejson-findings", "f.jsonl")
    before = (project.root / "f.jsonl").read_bytes()
    run("no_such_file.jsonl", "--edgejson-findings", "f.jsonl")
    project.settings("tolerance = 'much'")
    run("bad.jsonl", "--edgejson-findings", "f.jsonl")
    assert (project.root / "f.jsonl").read_bytes() == before


def test_values_of_all_kinds_are_written(project: Project, run: Run) -> None:
    record = contact(1)
    record["expected_output"] |= {
        "email": "no \x00 \u2028 \U0001f600",
        "phone": 12,
        "more": [None, {"a": 1.50}],
    }
    project.data("bad.jsonl", record)
    run("bad.jsonl", "--edgejson-findings", "f.jsonl")
    values = {one.pointer: one.actual for one in read(project.root / "f.jsonl")}
    assert values["/expected_output/email"] == "no \x00 \u2028 \U0001f600"
    assert values["/expected_output/more"] == [None, {"a": Decimal("1.5")}]
