"""``--collect-only`` shows the rules as a tree, and validates nothing."""

import pytest

from tests.conftest import Project
from tests.pytest_edgejson.conftest import Run, attested


def test_tree(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "--collect-only")
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(
        ["*<DataFile bad.jsonl>", "*<Family invoice>", "*<RuleItem total_is_subtotal_plus_tax>"]
    )
    assert attested(project) == []


def test_node_ids(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "--collect-only", "-q")
    assert "bad.jsonl::invoice::total_is_subtotal_plus_tax" in result.outlines
    for line in [line for line in result.outlines if "::" in line]:
        assert run(line, "--collect-only", "-q").ret == pytest.ExitCode.OK
        break


def test_findings_of_an_earlier_run_are_kept(project: Project, run: Run) -> None:
    run("bad.jsonl", "--edgejson-findings", "f.jsonl")
    before = (project.root / "f.jsonl").read_bytes()
    assert before
    run("bad.jsonl", "--collect-only", "--edgejson-findings", "f.jsonl")
    assert (project.root / "f.jsonl").read_bytes() == before
