"""The worked example of docs/generators.md does what it says, from top to bottom."""

import pytest

from edgejson.generators.__main__ import main
from tests.docs.conftest import Command, File, missing, steps

PAGE = "generators.md"


@pytest.mark.slow
def test_worked_example(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:randomly -p no:cacheprovider")
    monkeypatch.setenv("COLUMNS", "120")
    commands = 0
    for step in steps(PAGE):
        match step:
            case File(name, text):
                path = pytester.path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            case Command(arguments, output):
                lines = printed(arguments, pytester, capsys)
                assert missing(output, lines) == [], "\n".join(lines)
                commands += 1
    assert commands == 8


def printed(
    arguments: tuple[str, ...], pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """Run one of the page's two programs in the page's folder; return the lines of its output."""
    if arguments[0] == "pytest":
        return pytester.runpytest_subprocess(*arguments[1:]).outlines
    assert arguments[:3] == ("python", "-m", "edgejson.generators")
    capsys.readouterr()
    main(arguments[3:])
    return capsys.readouterr().out.splitlines()
