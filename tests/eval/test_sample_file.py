"""Sample files: tied to their data; and the one in this repository."""

import json
import math
from collections import Counter
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main
from edgejson.eval.errors import EvaluationError
from edgejson.eval.sample_file import SampleFile, read_sample_file
from edgejson.models.limits import token_limit
from edgejson.suite.schema_registry import registry
from tests.tiny_model import byte_tokenizer, save, untrained

from .conftest import RECORDS, gold, write_lines

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tokenizer = byte_tokenizer()
    return save(untrained(tokenizer), tokenizer, tmp_path_factory.mktemp("model"))


def test_sample_command(folder: Path, data: Path, model: Path) -> None:
    arguments = ["sample", "--data", "data.jsonl", "--model", str(model), "--records", "2", "--complex", "0"]
    arguments += ["--max-label-tokens", "70", "--output", "sample.json"]
    assert main(arguments) == 0
    written = (folder / "sample.json").read_bytes()
    assert main(arguments) == 0
    assert (folder / "sample.json").read_bytes() == written
    sample = json.loads(written)
    labels = {key: len(json.dumps(label, separators=(",", ":"))) + 1 for key, label in gold().items()}
    assert len(sample["ids"]) == 2
    assert sample["longest_label_tokens"] == max(labels[record_id] for record_id in sample["ids"]) <= 70
    assert sample["max_new_tokens"] == math.ceil(sample["longest_label_tokens"] * 1.2)
    assert sample["data_sha256"] == sha256(data.read_bytes()).hexdigest()


def test_sample_is_scored_alone(
    folder: Path, data: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(
        ["sample", "--data", "data.jsonl", "--model", str(model), "--records", "2", "--output", "sample.json"]
    )
    chosen = json.loads((folder / "sample.json").read_text())["ids"]
    write_lines(folder / "P.jsonl", [{"id": key, "output": gold()[key]} for key in chosen])
    arguments = [
        "--data",
        "data.jsonl",
        "--predictions",
        "P.jsonl",
        "--sample-file",
        "sample.json",
        "--report",
    ]
    assert main(["score", *arguments, "R.json"]) == 0
    report: dict[str, Any] = json.loads((folder / "R.json").read_text())
    assert (report["n"], report["predictions"]["missing"]) == (2, 0)
    assert report["selection"]["file"] == "sample.json"
    assert (
        main(
            [
                "run",
                "--model",
                str(model),
                "--data",
                "data.jsonl",
                "--report",
                "B.json",
                "--compare",
                "R.json",
            ]
        )
        == 2
    )
    assert "B.json: is of another sample than R.json" in capsys.readouterr().err

    arguments = [
        "--model",
        str(model),
        "--data",
        "data.jsonl",
        "--sample-file",
        "sample.json",
        "--report",
        "C.json",
    ]
    assert main([*arguments, "--compare", "R.json"]) == 0
    made = json.loads((folder / "C.json").read_text())
    limit = json.loads((folder / "sample.json").read_text())["max_new_tokens"]
    assert made["decoding"]["max_new_tokens"] == limit
    assert "-2 of 2" in capsys.readouterr().out


def test_sample_of_other_data_is_refused(
    folder: Path, data: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(
        ["sample", "--data", "data.jsonl", "--model", str(model), "--records", "2", "--output", "sample.json"]
    )
    write_lines(folder / "other.jsonl", RECORDS[:3])
    write_lines(folder / "P.jsonl", [])
    arguments = ["score", "--data", "other.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    assert main([*arguments, "--sample-file", "sample.json"]) == 2
    assert "draw it again with: python -m edgejson.eval sample" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--records", "9"], "9 records were asked for, but only 4 can be chosen"),
        (["--records", "2", "--complex", "1"], "1 records were asked for, but only 0 can be chosen"),
        (["--records", "2", "--complex", "3"], "--complex is 3, expected 0 to 2"),
        (["--records", "2", "--max-label-tokens", "5"], "only 0 can be chosen"),
    ],
)
def test_samples_that_cannot_be_drawn(
    folder: Path,
    data: Path,
    model: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    sentence: str,
) -> None:
    assert (
        main(["sample", "--data", "data.jsonl", "--model", str(model), "--output", "s.json", *options]) == 2
    )
    assert sentence in capsys.readouterr().err
    assert not (folder / "s.json").exists()


def sample_file(**changes: Any) -> str:
    """A sample file's text, some of it not as it should be."""
    good = SampleFile(
        command="python -m edgejson.eval sample", data_file="data.jsonl", data_sha256="0" * 64, tokenizer="t",
        tokenizer_sha256="1" * 64, seed=7, max_label_tokens=None, longest_label_tokens=9, max_new_tokens=11,
        by_schema={"rating": 1}, ids=["a"],
    )  # fmt: skip
    return json.dumps({"format": "edgejson.sample/1", **asdict(good), **changes})


def test_sample_that_names_a_record_nobody_has(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = sha256(data.read_bytes()).hexdigest()
    (folder / "s.json").write_text(sample_file(data_sha256=digest))
    write_lines(folder / "P.jsonl", [])
    arguments = ["--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    assert main(["score", *arguments, "--sample-file", "s.json"]) == 2
    assert "s.json: names record 'a', which the data does not have; draw it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot read the sample"),
        ("{", "not JSON"),
        ("{}", "not a sample file"),
        ("[]", "not a sample file"),
        ('{"format": "edgejson.sample/1"}', "not a sample file"),
        (sample_file(ids=[]), "not a sample file"),
        (sample_file(ids=5), "not a sample file"),
        (sample_file(ids=["a", "a"]), "not a sample file"),
        (sample_file(data_sha256=None), "not a sample file"),
    ],
)
def test_file_that_is_no_sample(folder: Path, content: str | None, sentence: str) -> None:
    if content is not None:
        (folder / "s.json").write_text(content)
    with pytest.raises(EvaluationError, match=sentence):
        read_sample_file(folder / "s.json")


def test_sample_of_the_demo() -> None:
    sample = read_sample_file(ROOT / "eval" / "demo_sample.json")
    data = (ROOT / "data" / "test_v3.jsonl").read_bytes()
    assert sample.data_sha256 == sha256(data).hexdigest(), f"draw it again with: {sample.command}"
    records = {record["id"]: record for record in map(json.loads, data.splitlines())}
    chosen = [records[record_id] for record_id in sample.ids]
    assert len({record["id"] for record in chosen}) >= 50
    shares = Counter(record["schema_id"] for record in chosen)
    assert sample.by_schema == dict(shares)
    known = registry()
    for schema_id in known.schema_ids:
        if known.complexity(schema_id) != "complex":
            assert shares[schema_id] >= 2
    assert 3 <= sum(known.complexity(record["schema_id"]) == "complex" for record in chosen) <= 4
    assert sample.max_new_tokens == token_limit(sample.longest_label_tokens)
