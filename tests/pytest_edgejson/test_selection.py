"""Selecting items works as everywhere in pytest, and a run of a part of the rules attests nothing."""

import pytest

from tests.conftest import Project, broken_invoice, contact, invoice
from tests.pytest_edgejson.conftest import QUIET, Run, attested, outcomes

TOTAL = "bad.jsonl::invoice::total_is_subtotal_plus_tax"


@pytest.mark.parametrize(
    ("arguments", "failed", "passed"),
    [
        (["bad.jsonl", "-k", "invoice"], 1, None),
        (["bad.jsonl", "-k", "invoice and not total_is"], 0, None),
        (["bad.jsonl", "-k", "line_total_is"], 0, 1),
        (["bad.jsonl", "-k", "arithmetic"], 1, 2),
        (["bad.jsonl", "-m", "arithmetic"], 1, 2),
        (["bad.jsonl", "-m", "warning"], 0, None),
        ([TOTAL], 1, 0),
        (["bad.jsonl::invoice"], 1, None),
        (["bad.jsonl::invoice::line_total_is_quantity_times_price"], 0, 1),
        (["good.jsonl::invoice::subtotal_is_sum_of_lines", TOTAL], 1, 1),
        (["bad.jsonl", "--deselect", TOTAL], 0, None),
        (["bad.jsonl", "--deselect", "bad.jsonl::invoice"], 0, None),
    ],
)
def test_part_of_the_rules(
    project: Project, run: Run, arguments: list[str], failed: int, passed: int | None
) -> None:
    result = run(*arguments)
    found = outcomes(result)
    assert found.get("failed", 0) == failed
    if passed is not None:
        assert found.get("passed", 0) == passed
    assert result.ret == (pytest.ExitCode.TESTS_FAILED if failed else pytest.ExitCode.OK)
    result.stdout.fnmatch_lines(["*(not all rules were run: no attestation)"])
    assert attested(project) == []


def test_families_that_were_not_selected_are_not_run(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "-k", "line_total_is")
    result.stdout.fnmatch_lines(["bad.jsonl: PASSED (2 records, 1 rule, *"])


def test_partial_run_leaves_an_attestation_as_it_is(project: Project, run: Run) -> None:
    run("bad.jsonl")
    place = project.root / "bad.jsonl.attestation.json"
    before = (place.read_bytes(), place.stat().st_mtime_ns)
    run("bad.jsonl", "-k", "line_total_is")
    assert (place.read_bytes(), place.stat().st_mtime_ns) == before


def test_nothing_selected(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "-k", "no_such_rule")
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert attested(project) == []


def test_unknown_rule_in_a_node_id(project: Project, run: Run) -> None:
    result = run("bad.jsonl::invoice::total_is_right")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: not found: *bad.jsonl::invoice::total_is_right"])


def test_one_file_whole_and_another_in_part(project: Project, run: Run) -> None:
    run("good.jsonl", "bad.jsonl::invoice")
    assert attested(project) == ["good.jsonl"]


@pytest.mark.parametrize("option", [["-x"], ["--maxfail=1"], ["--maxfail=2"]])
def test_run_that_stops_at_a_failure(project: Project, run: Run, option: list[str]) -> None:
    project.data("bad.jsonl", broken_invoice(1), b"[]", {"id": 1})
    project.data("z_last.jsonl", contact(1))
    result = run("good.jsonl", "bad.jsonl", "z_last.jsonl", *option)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert outcomes(result)["failed"] == (2 if option == ["--maxfail=2"] else 1)
    result.stdout.fnmatch_lines(["*stopping after * failures*"])
    assert attested(project) == []


@pytest.mark.parametrize("option", [["-x"], ["--maxfail=2"]])
def test_run_that_does_not_reach_the_failures_to_stop_at_is_complete(
    project: Project, run: Run, option: list[str]
) -> None:
    run("good.jsonl" if option == ["-x"] else "bad.jsonl", *option)
    assert len(attested(project)) == 1


@pytest.fixture
def run_again(run: Run, pytester: pytest.Pytester) -> Run:
    """Like `run`, but with pytest's cache, which remembers what failed."""
    kept = [word for word in QUIET if word != "no:cacheprovider"]
    paired = [
        word for at, word in enumerate(kept) if not (word == "-p" and kept[at + 1 : at + 2] in ([], ["-p"]))
    ]
    return lambda *arguments: pytester.runpytest_inprocess("--edgejson", *paired, *arguments)


def test_last_failed(project: Project, run_again: Run) -> None:
    run_again("good.jsonl", "bad.jsonl")
    for path in project.root.glob("*.attestation.json"):
        path.unlink()
    result = run_again("good.jsonl", "bad.jsonl", "--lf")
    assert outcomes(result) == {"failed": 1} | {
        name: count for name, count in outcomes(result).items() if name == "deselected"
    }
    assert attested(project) == []
    # What is mended is seen to be so, and then nothing is left that failed: the run is a complete one.
    project.data("bad.jsonl", contact(3), invoice(4))
    assert outcomes(run_again("bad.jsonl", "--lf")).get("failed", 0) == 0
    assert attested(project) == []
    assert outcomes(run_again("bad.jsonl", "--lf")).get("failed", 0) == 0
    assert attested(project) == ["bad.jsonl"]


def test_failed_first(project: Project, run_again: Run) -> None:
    run_again("good.jsonl", "bad.jsonl")
    for path in project.root.glob("*.attestation.json"):
        path.unlink()
    result = run_again("good.jsonl", "bad.jsonl", "--ff", "-v")
    first = next(line for line in result.outlines if " FAILED " in line or " PASSED " in line)
    assert first.startswith(TOTAL)
    assert attested(project) == ["bad.jsonl", "good.jsonl"]


def test_stepwise(project: Project, run_again: Run) -> None:
    result = run_again("bad.jsonl", "--sw")
    assert outcomes(result)["failed"] == 1
    assert attested(project) == []
    assert outcomes(run_again("bad.jsonl", "--sw"))["failed"] == 1
    assert attested(project) == []
