"""Progress bars: on a terminal's standard error only."""

import sys

import pytest

from edgejson.generators.progress import progress_display


def test_without_a_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_display() as on_progress:
        on_progress("judging", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_the_stage_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with progress_display() as on_progress:
        on_progress("judging the file", 2, 2)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "judging the file" in captured.err
