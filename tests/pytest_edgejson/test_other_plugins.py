"""Other plugins, switched on and off, and pytest's own options for output."""

import pytest

from tests.conftest import Project
from tests.pytest_edgejson.conftest import Run, attested, outcomes


def test_shuffled_tests(project: Project, pytester: pytest.Pytester, warm_process: None) -> None:
    """The rules of a file keep their order: there is nothing to find out by shuffling them."""
    result = pytester.runpytest_inprocess(
        "--edgejson", "bad.jsonl", "good.jsonl", "-v", "-p", "no:cacheprovider", "-p", "randomly"
    )
    assert outcomes(result)["failed"] == 1
    assert attested(project) == ["bad.jsonl", "good.jsonl"]
    names = [line.split(" ")[0].partition("::")[2] for line in result.outlines if "%]" in line]
    assert names
    assert names[: len(names) // 2] == names[len(names) // 2 :]


@pytest.mark.parametrize("plugin", ["xdist", "randomly", "cacheprovider", "terminal", "junitxml", "timeout"])
def test_plugin_switched_off(project: Project, run: Run, plugin: str) -> None:
    result = run("bad.jsonl", "-p", f"no:{plugin}")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert attested(project) == ["bad.jsonl"]


def test_nothing_but_dots(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "-q")
    assert outcomes(result)["failed"] == 1
    assert "/expected_output/total_amount" in result.stdout.str()


@pytest.mark.parametrize("style", ["no", "line", "short", "long", "native"])
def test_style_of_tracebacks(project: Project, run: Run, style: str) -> None:
    assert outcomes(run("bad.jsonl", f"--tb={style}"))["failed"] == 1


def test_output_is_not_captured(project: Project, run: Run) -> None:
    assert outcomes(run("bad.jsonl", "-s", "-vv"))["failed"] == 1
