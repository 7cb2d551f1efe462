"""What options of the evaluator take."""

import pytest

from edgejson.eval.command_line import main
from edgejson.eval.commands.options import tokens_or_prompt


def test_option() -> None:
    assert (tokens_or_prompt("prompt"), tokens_or_prompt("7")) == ("prompt", 7)


@pytest.mark.parametrize("text", ["0", "-1", "label", "1.5", ""])
def test_option_that_is_no_limit(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--model=base", "--data=d.jsonl", "--report=R.json", f"--max-new-tokens={text}"])
    assert f"{text!r} given, expected a number of tokens or 'prompt'" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--model=base", "--data=d.jsonl", "--report=R.json", f"--batch-size={text}"])
    assert f"{text!r} given, expected a whole number of at least 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--model", "base", "--data", "d", "--report", "R", "--sample", "0"],
        ["--model", "base", "--data", "d", "--report", "R", "--sample", "2", "--sample-file", "f"],
        ["--model", "base", "--report", "R"],
        ["--data", "d", "--report", "R"],
        ["--model", "base", "--data", "d", "--report", "R", "--dtype", "float16"],
    ],
)
def test_usage_errors(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2


@pytest.mark.parametrize(
    "arguments", [["--help"], ["run", "--help"], ["score", "--help"], ["sample", "--help"]]
)
def test_help_teaches_with_examples(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 0
    assert "python -m edgejson.eval" in capsys.readouterr().out
