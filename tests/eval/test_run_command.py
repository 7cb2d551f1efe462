"""``run``: a model's answers, through the gate, decoding, scoring and the report; interrupted and resumed."""

import json
import shlex
import threading
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main
from edgejson.models.engines.packed import PackedEngine
from edgejson.models.limits import limit_by_prompt
from edgejson.models.prompt_format import prompt_tokens
from tests.tiny_model import byte_tokenizer, save, trained, untrained, with_window

from .conftest import RECORDS

Run = tuple[list[str], Path]


@pytest.fixture(scope="session")
def knowing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that knows all answers but the last by heart."""
    tokenizer = byte_tokenizer()
    pairs = [
        (record["prompt"], json.dumps(record["expected_output"], separators=(",", ":")))
        for record in RECORDS[:3]
    ]
    return save(trained(tokenizer, pairs), tokenizer, tmp_path_factory.mktemp("knowing"))


@pytest.fixture(scope="session")
def babbling(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that has learnt nothing."""
    tokenizer = byte_tokenizer()
    return save(untrained(tokenizer), tokenizer, tmp_path_factory.mktemp("babbling"))


def report_of(folder: Path, name: str = "R.json") -> dict[str, Any]:
    report: dict[str, Any] = json.loads((folder / name).read_text())
    return report


def test_model_that_knows_the_answers(folder: Path, data: Path, knowing: Path) -> None:
    arguments = ["--model", str(knowing), "--data", "data.jsonl", "--report", "R.json", "--batch-size", "3"]
    assert main([*arguments, "--dtype", "float32"]) == 0
    report = report_of(folder)
    for schema_id in ("contact_info", "rating"):
        scores = report["breakdowns"]["schema"][schema_id]["scores"]
        assert {name: figure["value"] for name, figure in scores.items()} == dict.fromkeys(scores, 1.0)
    assert report["scores"]["json_exact"]["hits"] == 3
    assert report["breakdowns"]["schema"]["rating"]["counts"]["stopped_by_itself"]["value"] == 1
    assert report["breakdowns"]["schema"]["rating"]["counts"]["byte_exact"]["value"] == 1
    label = json.dumps(RECORDS[3]["expected_output"], separators=(",", ":"))
    # The longest label and its end token, one token a byte, times 1.2.
    assert report["decoding"]["max_new_tokens"] == -(-(len(label) + 1) * 12 // 10)
    assert report["model"]["name"] == knowing.name
    assert len(report["model"]["sha256"]) == 64
    assert not list(folder.glob("*.partial.jsonl"))
    samples = [json.loads(line) for line in (folder / "R.samples.jsonl").read_text().splitlines()]
    assert samples[0]["tokens"] == len(samples[0]["label"]) + 1
    assert samples[0]["seconds"] > 0


def test_model_that_babbles_is_cut(folder: Path, data: Path, babbling: Path) -> None:
    arguments = ["run", "--model", str(babbling), "--data", "data.jsonl", "--report", "R.json"]
    assert main([*arguments, "--max-new-tokens", "9", "--dtype", "float32"]) == 0
    report = report_of(folder)
    assert report["scores"]["json_exact"]["value"] == 0
    truncated, stopped = report["counts"]["truncated"], report["counts"]["stopped_by_itself"]
    assert truncated["hits"] + stopped["hits"] == 4
    assert truncated["hits"] >= 3
    assert report["decoding"]["max_new_tokens"] == 9


def test_recorded_command_gives_the_same_counts(folder: Path, data: Path, knowing: Path) -> None:
    arguments = ["--model", str(knowing), "--data", "data.jsonl", "--report", "R.json", "--sample", "3"]
    assert main([*arguments, "--max-new-tokens", "prompt", "--engine", "lookup", "--dtype", "float32"]) == 0
    first = report_of(folder)
    (folder / "R.json").unlink()
    assert main(shlex.split(first["command"])[3:]) == 0
    assert report_of(folder) == first
    assert first["decoding"]["lookup"] == {"n_grams": [2, 16]}
    assert first["decoding"]["max_new_tokens_by"] == "prompt"
    assert first["scores"]["json_exact"]["hits"] >= 2


def test_limit_by_prompt(folder: Path, data: Path, babbling: Path) -> None:
    arguments = ["--model", str(babbling), "--data", "data.jsonl", "--report", "R.json"]
    assert main([*arguments, "--max-new-tokens", "prompt", "--dtype", "float32"]) == 0
    samples = [json.loads(line) for line in (folder / "R.samples.jsonl").read_text().splitlines()]
    tokenizer = byte_tokenizer()
    for sample in samples:
        limit = limit_by_prompt(len(prompt_tokens(tokenizer, sample["prompt"])))
        assert sample["tokens"] == limit if sample["stop"] == "length" else sample["tokens"] <= limit
    assert any(sample["stop"] == "length" for sample in samples)


@pytest.mark.bf16
def test_precision_is_float32_unless_another_is_asked_for(
    folder: Path, data: Path, knowing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = [
        "--model",
        str(knowing),
        "--data",
        "data.jsonl",
        "--report",
        "R.json",
        "--max-new-tokens",
        "80",
    ]

    def computed_in(*options: str) -> str:
        assert main([*arguments, *options]) == 0
        assert report_of(folder)["scores"]["json_exact"]["hits"] == 3
        return str(report_of(folder)["decoding"]["dtype"])

    monkeypatch.delenv("EDGEJSON_PRECISION", raising=False)
    assert computed_in() == "float32"
    assert computed_in("--dtype", "bfloat16") == "bfloat16"
    monkeypatch.setenv("EDGEJSON_PRECISION", "bf16")
    assert computed_in() == "bfloat16"
    assert computed_in("--dtype", "auto") == "bfloat16"
    assert computed_in("--dtype", "float32") == "float32"


@pytest.mark.parametrize("engine", ["greedy", "lookup"])
def test_prompt_and_answer_share_the_models_window(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str], engine: str
) -> None:
    tokenizer = byte_tokenizer()
    lengths = sorted(len(prompt_tokens(tokenizer, record["prompt"])) for record in RECORDS)
    window = lengths[-1] - 5
    save(with_window(tokenizer, window), tokenizer, folder / "small")
    arguments = ["--model", "small", "--data", "data.jsonl", "--report", "R.json", "--engine", engine]
    arguments += ["--dtype", "float32"]
    assert main([*arguments, "--max-new-tokens", str(window - lengths[0])]) == 0
    remarks = report_of(folder)["remarks"]
    assert remarks == [
        f"prompt and answer share the model's {window} tokens; token limits lowered for that: 2",
        f"prompts that do not fit the model's {window} tokens and got no answer: 1",
    ]
    samples = [json.loads(line) for line in (folder / "R.samples.jsonl").read_text().splitlines()]
    for sample, record in zip(samples, RECORDS, strict=True):
        left = window - len(prompt_tokens(tokenizer, record["prompt"]))
        assert (sample["tokens"] or 0) <= left if left > 0 else sample["miss"] == "no_prediction"
    assert any(sample["stop"] == "length" for sample in samples)
    capsys.readouterr()
    save(with_window(tokenizer, lengths[0]), tokenizer, folder / "small")
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert "error: small: prompts that do not fit" in told
    assert f"the model's {lengths[0]} tokens and got no answer: 4; evaluate" in told


def test_historical_protocol_cuts_at_512_tokens(folder: Path, data: Path, knowing: Path) -> None:
    arguments = [
        "--model",
        str(knowing),
        "--data",
        "data.jsonl",
        "--report",
        "R.json",
        "--protocol",
        "historical",
    ]
    assert main([*arguments, "--sample", "1"]) == 0
    assert report_of(folder)["decoding"]["max_new_tokens"] == 512


def test_interrupted_run_goes_on_and_reports_the_same_bytes(
    folder: Path,
    data: Path,
    babbling: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["--model", str(babbling), "--data", "data.jsonl", "--report", "R.json", "--batch-size", "1"]
    arguments += ["--max-new-tokens", "12"]
    assert main(arguments) == 0
    uninterrupted = (folder / "R.json").read_bytes()
    (folder / "R.json").unlink()

    with monkeypatch.context() as patched:
        answered = begun(patched, stop_after=2)
        assert main(arguments) == 130
    assert "the same command goes on" in capsys.readouterr().err
    assert not (folder / "R.json").exists()
    assert len(answered) == 2

    answered = begun(monkeypatch)
    assert main(arguments) == 0
    assert len(answered) == len(RECORDS) - 2
    assert (folder / "R.json").read_bytes() == uninterrupted


def begun(monkeypatch: pytest.MonkeyPatch, *, stop_after: int | None = None) -> list[tuple[str, str]]:
    """Note the records whose answer is begun, and the thread; from then on, or until an interruption."""
    begin = PackedEngine._begin
    noted: list[tuple[str, str]] = []

    def noting(self: PackedEngine, request: Any, *arguments: Any) -> Any:
        if len(noted) == stop_after:
            raise KeyboardInterrupt
        noted.append((request.id, threading.current_thread().name))
        return begin(self, request, *arguments)

    monkeypatch.setattr(PackedEngine, "_begin", noting)
    return noted


def test_records_are_answered_in_threads(
    folder: Path, data: Path, babbling: Path, monkeypatch: pytest.MonkeyPatch, two_threads: None
) -> None:
    noted = begun(monkeypatch)
    arguments = ["--model", str(babbling), "--data", "data.jsonl", "--report", "R.json", "--batch-size", "2"]
    assert main([*arguments, "--max-new-tokens", "4"]) == 0
    assert sorted(name for name, _ in noted) == sorted(record["id"] for record in RECORDS)
    assert {thread for _, thread in noted} <= {"worker_0", "worker_1"}


@pytest.mark.parametrize("torn", [b'[{"id": "order-1", "te', b'[{"nonsense": 1}]\n', b"\xff\n", b"[1]\n"])
def test_torn_journal(
    folder: Path, data: Path, babbling: Path, monkeypatch: pytest.MonkeyPatch, torn: bytes
) -> None:
    arguments = ["--model", str(babbling), "--data", "data.jsonl", "--report", "R.json", "--batch-size", "1"]
    arguments += ["--max-new-tokens", "5"]
    with monkeypatch.context() as patched:
        begun(patched, stop_after=2)
        main(arguments)
    with (folder / "R.partial.jsonl").open("ab") as stream:
        stream.write(torn)
    assert main(arguments) == 0
    assert report_of(folder)["n"] == 4


def test_answers_of_other_settings_are_not_taken(
    folder: Path, data: Path, babbling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["--model", str(babbling), "--data", "data.jsonl", "--report", "R.json", "--max-new-tokens"]
    monkeypatch.setattr("edgejson.eval.journal.Journal.remove", lambda self: None)
    assert main([*arguments, "5"]) == 0
    assert main([*arguments, "7"]) == 0
    assert report_of(folder)["counts"]["truncated"]["n"] == 4
    samples = [json.loads(line) for line in (folder / "R.samples.jsonl").read_text().splitlines()]
    assert max(sample["tokens"] for sample in samples) == 7


def test_refused_before_a_model_is_looked_for(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = data.read_text().replace("39.0", "41.0")
    (folder / "bad.jsonl").write_text(bad)
    arguments = ["--model", "no/such/model/anywhere", "--report", "R.json", "--data"]
    assert main([*arguments, "bad.jsonl"]) == 3
    assert "bad.jsonl is not admitted" in capsys.readouterr().err
    assert main([*arguments, "data.jsonl"]) == 2
    assert "no/such/model/anywhere" in capsys.readouterr().err


def test_sample_of_a_size(folder: Path, data: Path, babbling: Path) -> None:
    arguments = [
        "--model",
        str(babbling),
        "--data",
        "data.jsonl",
        "--report",
        "R.json",
        "--max-new-tokens",
        "3",
    ]
    assert main([*arguments, "--sample", "3", "--seed", "1"]) == 0
    report = report_of(folder)
    assert report["n"] == 3
    assert set(report["breakdowns"]["schema"]) == {"contact_info", "order_details", "rating"}
    assert report["selection"]["seed"] == 1
