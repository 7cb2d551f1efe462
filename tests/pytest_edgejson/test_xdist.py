"""``-n 2``: one worker validates a file; findings, verdicts and attestations are those of a run without."""

import pytest

from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice, contact
from tests.pytest_edgejson.conftest import Run, attested, outcomes

TRACE = """
from pathlib import Path
from edgejson import check

@check(scope="file")
def trace(dataset):
    with Path(__file__).with_name("trace.txt").open("a") as stream:
        print(dataset.table.file, file=stream)
"""


def test_complete_run_is_like_one_without(project: Project, run: Run) -> None:
    files = ["bad.jsonl", "good.jsonl", "more.jsonl", "most.jsonl"]
    project.data("more.jsonl", contact(5), broken_invoice(6))
    project.data("most.jsonl", contact(7), broken_invoice(8))
    project.file("check_trace.py", TRACE)
    alone = run(*files, "--edgejson-findings", "alone.jsonl")
    statements = [attestation_path(project.root / name).read_bytes() for name in files]
    for path in (*project.root.glob("*.attestation.json"), project.root / "trace.txt"):
        path.unlink()

    spread = run(*files, "-n", "2", "--edgejson-findings", "spread.jsonl")

    assert spread.ret == alone.ret == pytest.ExitCode.TESTS_FAILED
    assert outcomes(spread) == outcomes(alone)
    assert attested(project) == files
    assert [attestation_path(project.root / name).read_bytes() for name in files] == statements
    assert (project.root / "spread.jsonl").read_bytes() == (project.root / "alone.jsonl").read_bytes()
    for line in alone.outlines:
        if ".jsonl: " in line:
            assert line in spread.outlines
    # Each file was validated once: all its items went to one worker.
    assert sorted((project.root / "trace.txt").read_text().split()) == files


def test_worksteal(project: Project, run: Run) -> None:
    """Both workers may get items of a file; both validate it whole, and one attestation is written."""
    result = run("bad.jsonl", "good.jsonl", "-n", "2", "--dist", "worksteal")
    assert outcomes(result)["failed"] == 1
    assert attested(project) == ["bad.jsonl", "good.jsonl"]


def test_run_of_a_part_that_stops_attests_nothing(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "good.jsonl", "-n", "2", "-x", "--deselect", "good.jsonl::invoice")
    assert result.ret not in (pytest.ExitCode.OK, pytest.ExitCode.INTERNAL_ERROR)
    assert attested(project) == []
