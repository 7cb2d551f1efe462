"""``python -m edgejson extract``: JSON on standard output, or an exit code and a sentence elsewhere."""

import io
from pathlib import Path

import pytest

from edgejson import Admitted
from edgejson.commands.extract import main
from edgejson.models import generation
from edgejson.models.engines import Generation
from edgejson.train.loop import train
from edgejson.train.recipe import Lora, Recipe


@pytest.fixture(scope="module")
def adapter(toy_data: Admitted, tiny_base: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("adapter")
    recipe = Recipe(
        base_model=str(tiny_base),
        precision="fp32",
        epochs=60,
        records_per_step=16,
        learning_rate=1e-2,
        lora=Lora(rank=8, alpha=32),
        validation_share=0,
    )
    train(toy_data, recipe, folder)
    return str(folder)


def test_prints_only_json(adapter: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["Name: A\nAge: 20", "--model", adapter]) == 0
    shown = capsys.readouterr()
    assert shown.out == '{"name":"A","age":20}\n'


def test_reads_standard_input(
    adapter: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Name: B\nAge: 23"))
    assert main(["--model", adapter]) == 0
    assert capsys.readouterr().out == '{"name":"B","age":23}\n'


def test_an_answer_that_does_not_end_is_not_printed(adapter: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["Name: A\nAge: 20", "--model", adapter, "--max-new-tokens", "5"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "not finished after 5 tokens" in shown.err


def generated(text: str) -> Generation:
    return Generation(text=text, stop="eos", tokens=9, seconds=0.1)


@pytest.mark.parametrize("answer", ['{"a":NaN}', '{"a":', "Here it is: {}", "[" * 100_000])
def test_an_answer_that_is_not_json_is_not_printed(
    adapter: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(generation, "generate_answer", lambda *_, **__: generated(answer))
    assert main(["text", "--model", adapter]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "not JSON" in shown.err


def test_numbers_are_printed_as_the_model_wrote_them(
    adapter: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = generated('{"price": 19.90, "é": 1}')
    monkeypatch.setattr(generation, "generate_answer", lambda *_, **__: written)
    assert main(["text", "--model", adapter]) == 0
    assert capsys.readouterr().out == '{"price":19.90,"é":1}\n'


def test_a_limit_that_allows_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["text", "--model", "base", "--max-new-tokens", "0"])
    assert "--max-new-tokens is 0, expected at least 1" in capsys.readouterr().err


def test_a_model_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "--model", "/no/such/model"]) == 2
    assert "no such folder" in capsys.readouterr().err
