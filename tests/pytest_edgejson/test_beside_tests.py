"""Data beside ordinary tests, and a project in which nobody asked for the plugin."""

import pytest

from tests.conftest import Project
from tests.pytest_edgejson.conftest import QUIET, Run, attested, outcomes

TEST = "def test_one():\n    assert True\n\ndef test_two():\n    assert 1 == 2\n"


def test_both_are_run(project: Project, run: Run) -> None:
    project.file("test_mine.py", TEST)
    result = run(".")
    assert outcomes(result)["failed"] == 3 - 1
    assert attested(project) == ["bad.jsonl", "good.jsonl"]


def test_failing_test_stops_the_run(project: Project, run: Run) -> None:
    project.file("a_tests/test_mine.py", TEST)
    run(".", "-x")
    assert attested(project) == []


def test_tests_alone(project: Project, run: Run) -> None:
    project.file("test_mine.py", TEST)
    result = run("test_mine.py")
    assert outcomes(result) == {"passed": 1, "failed": 1}
    result.stdout.no_fnmatch_line("*= edgejson =*")


def test_data_is_not_collected_unless_that_is_asked_for(project: Project, pytester: pytest.Pytester) -> None:
    project.file("test_mine.py", TEST)
    result = pytester.runpytest_inprocess(*QUIET)
    assert outcomes(result) == {"passed": 1, "failed": 1}
    result.stdout.no_fnmatch_line("*jsonl*")
    assert attested(project) == []


def test_markers_and_configuration_are_taken_strictly(project: Project, run: Run) -> None:
    project.file(
        "pytest.ini", "[pytest]\naddopts = --strict-markers --strict-config\nfilterwarnings = error\n"
    )
    assert run("good.jsonl").ret == pytest.ExitCode.OK


def test_option_in_the_projects_configuration(
    project: Project, pytester: pytest.Pytester, warm_process: None
) -> None:
    project.file("pytest.ini", "[pytest]\naddopts = --edgejson\n")
    result = pytester.runpytest_inprocess(*QUIET, "bad.jsonl")
    assert outcomes(result)["failed"] == 1
    assert attested(project) == ["bad.jsonl"]
