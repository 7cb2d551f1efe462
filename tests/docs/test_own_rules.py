"""The worked examples of docs/own-rules.md and docs/init.md do what they say, from top to bottom."""

import pytest

from edgejson.__main__ import main
from tests.docs.conftest import Command, File, missing, steps

PAGES = (("own-rules.md", 5), ("init.md", 2))


@pytest.mark.slow
@pytest.mark.parametrize(("page", "least"), PAGES)
def test_worked_example(
    page: str,
    least: int,
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:randomly -p no:cacheprovider")
    commands = 0
    for step in steps(page):
        match step:
            case File(name, text):
                path = pytester.path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                before = path.read_text("utf-8") + "\n\n" if path.exists() else ""
                path.write_text(before + text, "utf-8")
            case Command((program, *arguments), output):
                lines = printed(program, arguments, pytester, capsys)
                assert missing(output, lines) == [], "\n".join(lines)
                commands += 1
    assert commands >= least


def printed(
    program: str, arguments: list[str], pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """Run one of the page's two programs in the page's folder; return the lines of its output."""
    if program == "pytest":
        return pytester.runpytest_subprocess(*arguments).outlines
    assert program == "edgejson"
    capsys.readouterr()
    main(arguments)
    return capsys.readouterr().out.splitlines()


def test_what_is_missing_is_noticed() -> None:
    assert missing(("one", "...", "three"), ["one", "two", "three"]) == []
    assert missing(("one: ...",), ["one: two"]) == []
    assert missing(("one", "three"), ["three", "one"]) == ["three"]
    assert missing(("one",), ["one two"]) == ["one"]
