"""``ceiling``: gold answers under the published harness, where its limits take what a model could not win."""

import json
from pathlib import Path
from typing import Any

import pytest

from edgejson.core.record import Record
from edgejson.eval.ceiling import PREAMBLE, ceiling, cut
from edgejson.eval.command_line import main
from tests.tiny_model import byte_tokenizer, save, untrained


def record(record_id: str, label: dict[str, Any], complexity: str) -> Record:
    return Record(
        line=1, offset=0, id=record_id, schema_id="s", prompt="p", label=label, envelope={},
        complexity=complexity,
    )  # fmt: skip


FLAT = record("flat", {"a": 1}, "simple")
TWO_LEVELS = record("two", {"a": {"b": 1}}, "medium")
THREE_LEVELS = record("three", {"a": {"b": {"c": 1}}}, "complex")
LONG = record("long", {"a": "x" * 505, "b": 1}, "complex")


def test_each_limit_takes_its_part() -> None:
    rows = ceiling(
        [LONG, FLAT, TWO_LEVELS, THREE_LEVELS], lambda each: str(each.complexity), byte_tokenizer()
    )
    assert list(rows) == ["simple", "medium", "complex", "all"]
    for name in ("simple", "medium"):
        assert {rows[name][way]["hits"] for way in ("whole", "cut", "spoken", "spoken_and_cut")} == {1}
    complex_ones = rows["complex"]
    assert (complex_ones["n"], complex_ones["over_limit"]) == (2, 1)
    hits = {way: complex_ones[way]["hits"] for way in ("whole", "cut", "spoken", "spoken_and_cut")}
    # Cut: the long one is lost. Spoken: of three levels of braces only the inner ones are found.
    assert hits == {"whole": 2, "cut": 1, "spoken": 1, "spoken_and_cut": 0}
    assert rows["all"]["cut"]["value"] == 3 / 4


def test_cut_is_at_512_tokens() -> None:
    tokenizer = byte_tokenizer()
    assert cut(tokenizer, "x" * 512) == "x" * 512
    assert cut(tokenizer, "x" * 513) == "x" * 512
    assert cut(tokenizer, PREAMBLE) == PREAMBLE


def test_command(folder: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tokenizer = byte_tokenizer()
    model = save(untrained(tokenizer), tokenizer, folder / "model")
    assert main(["ceiling", "--data", "data.jsonl", "--model", str(model), "--output", "C.json"]) == 0
    assert "| medium | 1 | 0 | 1 (100%) | 1 (100%) | 1 (100%) | 1 (100%) |" in capsys.readouterr().out
    assert json.loads((folder / "C.json").read_text())["rows"]["all"]["n"] == 4
