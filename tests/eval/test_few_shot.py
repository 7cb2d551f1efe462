"""Examples in front of prompts, drawn from training data; and chat templates in the report."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from edgejson.core.record import Record
from edgejson.eval.command_line import main
from edgejson.eval.few_shot import Prompting
from edgejson.generators import generate
from edgejson.models.prompt_format import prompt_tokens
from tests.tiny_model import byte_tokenizer, save, untrained

from .conftest import JSON, RECORDS, write_lines

TEMPLATE = (
    "{% for message in messages %}<{{ message.role }}>{{ message.content }}</>\n{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)


def example(record_id: str, prompt: str, label: JSON) -> Record:
    return Record(line=1, offset=0, id=record_id, schema_id="rating", prompt=prompt, label=label, envelope={})


EXAMPLES = (example("one", "Four!", {"rating": 4}), example("two", "Just two.", {"rating": 2}))


@pytest.fixture(scope="module")
def folder_of_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tokenizer = byte_tokenizer()
    return save(untrained(tokenizer), tokenizer, tmp_path_factory.mktemp("model"))


@pytest.fixture
def train(folder: Path) -> Path:
    """A training file that passes the suite, of five schemas."""
    names = ("rating", "contact_info", "location", "simple_config", "tag_list")
    lines = [json.loads(generate(name, seed).line()) for name in names for seed in (1, 2)]
    return write_lines(folder / "train.jsonl", lines)


def test_without_examples_it_is_the_format_of_training() -> None:
    tokenizer = byte_tokenizer()
    for tokenizer.chat_template in (None, TEMPLATE):
        assert list(Prompting().tokens(tokenizer, "Hm.")) == prompt_tokens(tokenizer, "Hm.")


def test_examples_are_shown_as_prompt_and_compact_label() -> None:
    tokenizer = byte_tokenizer()
    shown = tokenizer.decode(Prompting(examples=EXAMPLES).tokens(tokenizer, "None."))
    assert shown == (
        'Text:\nFour!\n\nJSON:\n{"rating":4}\n\nText:\nJust two.\n\nJSON:\n{"rating":2}\n\n'
        "Text:\nNone.\n\nJSON:\n"
    )


def run(folder: Path, model: Path, *options: str, report: str = "R.json") -> tuple[int, JSON]:
    arguments = ["--model", str(model), "--data", "data.jsonl", "--report", report, "--max-new-tokens", "4"]
    code = main([*arguments, *options])
    return code, json.loads((folder / report).read_text()) if code == 0 else {}


def test_few_shot_is_recorded_and_reproduces(
    folder: Path, data: Path, train: Path, folder_of_model: Path
) -> None:
    options = ("--few-shot", "3", "--few-shot-data", "train.jsonl", "--seed", "5")
    code, report = run(folder, folder_of_model, *options)
    assert code == 0
    assert report["protocol"] == "edgejson+3-shot"
    few: dict[str, Any] = report["prompting"]["few_shot"]
    assert (few["file"], few["seed"], len(few["ids"])) == ("train.jsonl", 5, 3)
    # Of three schemas, none of which comes twice.
    assert len({record_id.split("_template")[0] for record_id in few["ids"]}) == 3
    assert run(folder, folder_of_model, *options, report="R2.json")[1]["prompting"] == report["prompting"]
    others = run(folder, folder_of_model, *options[:-1], "6", report="R3.json")[1]
    assert others["prompting"]["few_shot"]["ids"] != few["ids"]
    # A report with examples can be compared with one without: the scoring is the same.
    assert run(folder, folder_of_model, report="R4.json")[1]["protocol"] == "edgejson"
    assert main(["compare", "R4.json", "R.json"]) == 0


def test_few_shot_examples_are_no_evaluated_records(
    folder: Path, data: Path, folder_of_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = deepcopy(RECORDS)
    for record in again:
        record["id"] += "-again"
    write_lines(folder / "train.jsonl", again)
    options = ["--few-shot", "1", "--few-shot-data"]
    assert run(folder, folder_of_model, *options, "train.jsonl")[0] == 2
    assert "train.jsonl: has 0 records to draw from; ask for fewer than 1" in capsys.readouterr().err
    assert run(folder, folder_of_model, *options, "data.jsonl")[0] == 2
    assert "data.jsonl: is the evaluated file itself" in capsys.readouterr().err


def test_few_shot_data_goes_through_the_gate(
    folder: Path, data: Path, folder_of_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = json.loads(generate("invoice", 3, fault="independent-totals").line())
    write_lines(folder / "bad.jsonl", [bad])
    assert run(folder, folder_of_model, "--few-shot", "1", "--few-shot-data", "bad.jsonl")[0] == 3
    assert "bad.jsonl is not admitted" in capsys.readouterr().err
    assert run(folder, folder_of_model, "--few-shot", "1")[0] == 2
    assert "give both or none" in capsys.readouterr().err


def test_chat_template_is_recorded(folder: Path, data: Path, folder_of_model: Path) -> None:
    (folder / "mine.jinja").write_text(TEMPLATE)
    _, report = run(folder, folder_of_model, "--chat-template", "mine.jinja")
    assert report["protocol"] == "edgejson+template mine.jinja"
    assert report["prompting"]["format"].startswith("chat-")
    _, report = run(folder, folder_of_model, report="R2.json")
    assert report["prompting"]["format"].startswith("plain-")
