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
