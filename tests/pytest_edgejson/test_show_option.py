"""``--edgejson-show N``: how many findings of a rule are shown, and how each looks."""

import pytest

from tests.conftest import Project, broken_invoice, changed, contact, invoice
from tests.pytest_edgejson.conftest import Run


@pytest.fixture
def five(project: Project) -> Project:
    project.data("bad.jsonl", *map(broken_invoice, range(1, 6)))
    return project


@pytest.mark.parametrize(
    ("option", "shown", "rest"),
    [
        ([], 3, "... and 2 more"),
        (["--edgejson-show", "1"], 1, "... and 4 more"),
        (["--edgejson-show", "5"], 5, None),
    ],
)
def test_the_first_findings_and_the_count_of_the_rest(
    five: Project, run: Run, option: list[str], shown: int, rest: str | None
) -> None:
    # Under CI pytest's own summary, which comes last, repeats the whole message.
    text = run("bad.jsonl", *option).stdout.str().partition("short test summary info")[0]
    assert text.count("/expected_output/total_amount") == shown
    assert ("... and" in text) == (rest is not None)
    if rest:
        assert f"{rest}; --edgejson-findings FILE writes them all" in text


def test_none(five: Project, run: Run) -> None:
    result = run("bad.jsonl", "--edgejson-show", "0")
    assert "/expected_output/total_amount" not in result.stdout.str()
    result.stdout.fnmatch_lines(
        [
            "The total amount is the subtotal plus the tax.",
            "5 findings; --edgejson-findings FILE writes them all",
        ]
    )


@pytest.mark.parametrize("value", ["-1", "many", "1.5"])
def test_no_number(project: Project, run: Run, value: str) -> None:
    result = run("good.jsonl", f"--edgejson-show={value}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"*--edgejson-show*{value}*"])


def test_text_that_looks_like_a_number_is_told_from_one(project: Project, run: Run) -> None:
    project.data("bad.jsonl", changed(invoice(), total_amount="5"))
    run("bad.jsonl").stdout.fnmatch_lines(["    expected: the type number", '    actual:   "5"'])


def test_white_space_at_the_ends_is_seen(project: Project, run: Run) -> None:
    project.data("bad.jsonl", changed(contact(), email="a@b.org "))
    run("bad.jsonl").stdout.fnmatch_lines(['    actual:   "a@b.org "'])


def test_data_cannot_steer_the_terminal(project: Project, run: Run) -> None:
    record = changed(contact(), email="\x1b[2J\x9b31m\u202e\r\nx")
    record["id"] = "an\x1b[31mid"
    project.data("bad.jsonl", record)
    text = run("bad.jsonl").stdout.str()
    for character in ("\x1b[2J", "\x1b[31m", "\x9b", "\u202e"):
        assert character not in text
    assert r"\u001b[2J\u009b31m\u202e\r\nx" in text


def test_long_values_are_cut(project: Project, run: Run) -> None:
    project.data("bad.jsonl", changed(contact(), email="x" * 10_000))
    text = run("bad.jsonl").stdout.str()
    assert "x" * 300 not in text
    assert "(10,000 characters)" in text
