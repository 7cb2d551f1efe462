"""What evaluated records share with the training file: counted, printed, and never guessed."""

import json
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from edgejson.core.record import Record
from edgejson.core.record_format import RecordFormat
from edgejson.eval.command_line import main
from edgejson.eval.contamination import Contamination, contamination
from edgejson.eval.errors import EvaluationError
from edgejson.eval.training_data import TrainingData, find_training_data
from edgejson.formats.reader import read_records
from edgejson.generators import generate

from .conftest import JSON, Score, gold, write_lines

NAMES = ("invoice", "medical_record", "shopping_cart")


def lines(*seeds: int) -> list[JSON]:
    """Generated records, with an id each; of the same seed, the same records."""
    return [json.loads(generate(NAMES[seed % 3], seed).line()) for seed in seeds]


def records(path: Path) -> tuple[Record, ...]:
    return tuple(read_records(path, RecordFormat()))


def measured(folder: Path, test: list[JSON], train: list[JSON]) -> Contamination:
    """The contamination of `test`, whose training file lies beside it under another name."""
    test_file = write_lines(folder / "test.jsonl", test)
    named = write_lines(folder / "train.jsonl", train)
    training = find_training_data(None, named, data=test_file)
    assert isinstance(training, TrainingData)
    return contamination(records(test_file), sha256(test_file.read_bytes()).hexdigest(), training)


def another_prompt(line: JSON) -> None:
    line["prompt"] = "Put this down:\n" + " ".join(reversed(line["prompt"].split()))


def another_leaf(line: JSON) -> None:
    another_prompt(line)
    key = next(key for key, value in line["expected_output"].items() if isinstance(value, str))
    line["expected_output"][key] += "x"


def another_word(line: JSON) -> None:
    line["prompt"] += "\nThanks."
    label = line["expected_output"]
    for key in [key for key, value in label.items() if isinstance(value, str)][:2]:
        label[key] += "x"


def another_label(line: JSON) -> None:
    line["expected_output"] = {"more": 1, **line["expected_output"]}


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda line: None, "record"),
        (another_label, "prompt"),
        (another_prompt, "label"),
        (another_leaf, "near_label"),
        (another_word, "near_wording"),
    ],
)
def test_each_kind_of_overlap(folder: Path, change: Callable[[JSON], None], kind: str) -> None:
    test, train = lines(3, 4, 5), lines(30, 31, 32)
    copied = deepcopy(test[0])
    change(copied)
    copied["id"] = "elsewhere"
    found = measured(folder, test, [*train, copied])
    assert {kind: list(ids) for kind, ids in found.overlaps.items() if ids} == {kind: [test[0]["id"]]}


def test_short_labels_are_counted_apart(folder: Path) -> None:
    test = [{"id": "a", "schema_id": "rating", "prompt": "Rated 4.", "expected_output": {"rating": 4}}]
    found = measured(folder, test, [{**test[0], "id": "b", "prompt": "Four stars"}])
    assert {kind: list(ids) for kind, ids in found.overlaps.items() if ids} == {"short_label": ["a"]}


def test_training_file_is_read_by_the_settings_that_were_named(folder: Path, score: Score) -> None:
    """They say how records are spelled; beside the training file there may be none."""
    settings = folder / "elsewhere" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('[tool.edgejson.fields]\nprompt = "text"\n')
    spelled = [{"text": line.pop("prompt"), **line} for line in lines(0, 1, 2)]
    write_lines(folder / "train.jsonl", spelled)
    write_lines(folder / "data.jsonl", spelled[:2])
    outputs = {line["id"]: line["expected_output"] for line in spelled[:2]}
    report = score(outputs, "--config", str(settings), "--train-data", "train.jsonl")
    assert report["contamination"]["training_data"]["records"] == 3
    assert report["contamination"]["overlaps"]["record"]["records"] == 2


@pytest.mark.parametrize("content", ["", "# A heading\n", '{"id": "r", "output": "{}"}\n'])
def test_file_without_records_is_no_training_file(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (folder / "train.jsonl").write_text(content)
    write_lines(folder / "P.jsonl", [])
    arguments = ["--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    assert main(["score", *arguments, "--train-data", "train.jsonl"]) == 2
    assert "train.jsonl: holds no record to compare with" in capsys.readouterr().err
    assert not (folder / "R.json").exists()


def test_nothing_shared(folder: Path) -> None:
    found = measured(folder, lines(3, 4, 5), lines(30, 31, 32))
    assert not any(found.overlaps.values())
    assert (found.n, found.same_file) == (3, False)


def test_same_file(folder: Path) -> None:
    found = measured(folder, lines(3, 4), lines(3, 4))
    assert found.same_file
    assert len(found.overlaps["record"]) == 2


def test_templates_by_their_ids(folder: Path) -> None:
    test, train = lines(3, 4, 5), lines(30, 31, 32)
    for line, name in zip(test, ("a/1", "a/2", None), strict=True):
        line["meta"] = {"template": name}
    for line, name in zip(train, ("a/1", "a/3", "a/3"), strict=True):
        line["meta"] = {"template": name}
    found = measured(folder, test, train)
    assert found.seen == {test[0]["id"]: True, test[1]["id"]: False}
    assert found.templates == {
        "by": "meta.template", "of_training": 2, "of_test": 2, "shared": 1,
        "records_of_shared": 1, "records_of_others": 1,
    }  # fmt: skip


def test_templates_by_their_wording_where_nobody_names_them(folder: Path) -> None:
    def said(number: int, words: str) -> JSON:
        return {
            "id": str(number), "schema_id": "rating", "prompt": words.format(number),
            "expected_output": {"rating": number},
        }  # fmt: skip

    test = [said(1, "Somebody gave {} stars."), said(2, "It was worth {} points to me.")]
    found = measured(folder, test, [said(3, "Somebody gave {} stars."), said(4, "{} out of five!")])
    assert found.seen == {"1": True, "2": False}
    assert found.templates is not None
    assert found.templates["by"] == "wording"


@pytest.fixture
def trained(folder: Path) -> tuple[Path, JSON]:
    """A training file and what an adapter recorded of it."""
    path = write_lines(folder / "train.jsonl", lines(1, 2))
    statement = path.with_name("train.jsonl.attestation.json")
    statement.write_text("{}")
    digests = [sha256(each.read_bytes()).hexdigest() for each in (path, statement)]
    return path, {"name": "train.jsonl", "sha256": digests[0], "attestation_sha256": digests[1], "peers": {}}


def test_training_file_is_found_beside_the_test_file(folder: Path, trained: tuple[Path, JSON]) -> None:
    path, recorded = trained
    found = find_training_data(recorded, None, data=folder / "test.jsonl")
    assert isinstance(found, TrainingData)
    assert (found.proven, found.attestation, len(found.records)) == (True, "same", 2)
    path.with_name("train.jsonl.attestation.json").write_text("{ }")
    found = find_training_data(recorded, None, data=folder / "test.jsonl")
    assert isinstance(found, TrainingData)
    assert found.attestation == "another"


def test_training_file_elsewhere_has_to_be_named(folder: Path, trained: tuple[Path, JSON]) -> None:
    path, recorded = trained
    data = folder / "elsewhere" / "test.jsonl"
    reason = find_training_data(recorded, None, data=data)
    assert reason == "the training file train.jsonl was not found; name it with --train-data FILE"
    found = find_training_data(recorded, path, data=data)
    assert isinstance(found, TrainingData)
    assert found.proven


def test_another_training_file_is_refused(folder: Path, trained: tuple[Path, JSON]) -> None:
    path, recorded = trained
    other = write_lines(folder / "other.jsonl", lines(5))
    with pytest.raises(EvaluationError, match=r"other.jsonl: has SHA-256 .*, but the adapter was trained on"):
        find_training_data(recorded, other, data=path)
    path.write_text(path.read_text() + "\n")
    reason = find_training_data(recorded, None, data=folder / "test.jsonl")
    assert isinstance(reason, str)
    assert "train.jsonl has other bytes); name it with --train-data FILE" in reason


def test_base_model_is_not_known(folder: Path, data: Path) -> None:
    reason = find_training_data(None, None, data=data)
    assert isinstance(reason, str)
    found = contamination(records(data), "0" * 64, reason)
    report = found.report()
    assert (report["status"], report["reason"], report["overlaps"]) == ("not known", reason, {})


def test_every_report_says_it(
    folder: Path, data: Path, score: Score, capsys: pytest.CaptureFixture[str]
) -> None:
    report = score(gold())
    assert report["contamination"]["status"] == "not known"
    assert "shared with training data: not known" in capsys.readouterr().out
    (folder / "train.jsonl").write_bytes(data.read_bytes())
    report = score(gold(), "--train-data", "train.jsonl")
    shared: dict[str, Any] = report["contamination"]
    assert (shared["status"], shared["same_file"]) == ("measured", True)
    assert shared["training_data"]["proven_by_adapter"] is False
    assert shared["overlaps"]["record"]["records"] == shared["overlaps"]["record"]["n"] == 4
    assert report["breakdowns"]["template"]["seen"]["n"] == 4
    assert "shared with train.jsonl" in capsys.readouterr().out


def test_training_file_that_is_not_there(
    folder: Path, data: Path, score: Score, capsys: pytest.CaptureFixture[str]
) -> None:
    score(gold())
    arguments = ["score", "--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R2.json"]
    assert main([*arguments, "--train-data", "nowhere.jsonl"]) == 2
    assert "nowhere.jsonl: No such file" in capsys.readouterr().err
    assert not (folder / "R2.json").exists()
