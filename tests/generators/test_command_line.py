"""``python -m edgejson.generators``: what its commands write, say and return."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from edgejson.generators import __main__ as command_line
from edgejson.generators.run import Run
from edgejson.generators.sources import built_in


def test_new_writes_the_records_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "deep" / "new.jsonl"
    argv = ["new", "--records", "12", "--seed", "4", "--output", str(path), "--schemas", "invoice,rating"]
    assert command_line.main([*argv, "--split", "validation"]) == 0
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert sorted(row["schema_id"] for row in rows) == ["invoice"] * 6 + ["rating"] * 6
    assert {row["meta"]["split"] for row in rows} == {"validation"}
    assert "12 records" in capsys.readouterr().out


def test_complexity_narrows_the_schemas(tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    argv = ["new", "--records", "10", "--seed", "4", "--output", str(path), "--complexity", "complex"]
    assert command_line.main(argv) == 0
    levels = {json.loads(line)["complexity"] for line in path.read_text(encoding="utf-8").splitlines()}
    assert levels == {"complex"}


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (["--schemas", "invoce"], "did you mean invoice?"),
        (["--shares", "simple=50,medium=20"], "sum to 70"),
        (["--shares", "easy=100"], "is not simple=P"),
        (["--records", "0"], "whole number of at least 1"),
        (["--seed", "-3"], "whole number of at least 0"),
        (["--schemas", "rating", "--complexity", "complex"], "none of the chosen schemas is complex"),
        (["--distinct-from", "absent.jsonl"], "absent.jsonl: No such file"),
    ],
)
def test_a_request_that_makes_no_sense_ends_with_2_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str], sentence: str
) -> None:
    path = tmp_path / "new.jsonl"
    try:
        code: object = command_line.main(
            ["new", "--records", "5", "--seed", "1", "--output", str(path), *extra]
        )
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert sentence in capsys.readouterr().err
    assert not path.exists()


def test_a_failed_run_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    path.write_text("old", encoding="utf-8")
    argv = ["new", "--records", "9000", "--seed", "1", "--output", str(path), "--schemas", "simple_config"]
    assert command_line.main(argv) == 2
    assert [each.name for each in tmp_path.iterdir()] == ["new.jsonl"]
    assert path.read_text(encoding="utf-8") == "old"


def test_describe_lists_every_chosen_generator(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["describe", "--schemas", "invoice,rating"]) == 0
    out = capsys.readouterr().out
    assert "invoice" in out
    assert "medium" in out


def test_command_of_a_run_makes_the_same_run() -> None:
    run = Run(
        output=Path("x.jsonl"), records=7, seed=9, split="test", schemas=("rating", "invoice"),
        shares={"simple": 60, "medium": 40}, styles=("form", "log"), fault="independent-totals",
        distinct_from=(Path("a b.jsonl"),),
    )  # fmt: skip
    words = shlex.split(run.command())[3:]
    assert command_line._run(command_line._parser().parse_args(words), built_in()) == run


def test_help_teaches_with_examples() -> None:
    program = [sys.executable, "-m", "edgejson.generators", "--help"]
    shown = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    assert "examples:" in shown
    assert "exit codes:" in shown


@pytest.mark.parametrize("command", ["repair", "balance", "read-back"])
def test_help_of_a_command_has_its_own_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line.main([command, "--help"])
    shown = capsys.readouterr().out
    assert f"python -m edgejson.generators {command} " in shown
    assert "exit codes: 0" in shown
