"""The scores by complexity, schema, style, template and label length, each record in one cell."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.breakdowns import BREAKDOWNS, LENGTHS, length_bin
from edgejson.eval.command_line import main

from .conftest import JSON, RECORDS, Score, gold, write_lines

METAS: list[JSON] = [
    {"style": "listing", "template": "listing/contact/01", "unseen": False},
    {"style": "email", "template": "email/contact/02", "unseen": True},
    {"style": "email"},
    {"style": 7, "template": None, "unseen": "no"},
]


def with_metas(metas: list[JSON]) -> list[JSON]:
    records = deepcopy(RECORDS)
    for record, meta in zip(records, metas, strict=True):
        record["meta"] = meta
    return records


def cells(report: JSON, by: str) -> dict[str, int]:
    return {cell: tally["n"] for cell, tally in report["breakdowns"][by].items()}


def test_cells_of_what_records_say(folder: Path, score: Score) -> None:
    write_lines(folder / "data.jsonl", with_metas(METAS))
    outputs = gold()
    outputs["contact-2"] = {"name": "nobody"}
    report = score(outputs)
    assert cells(report, "complexity") == {"simple": 3, "medium": 1}
    assert cells(report, "style") == {"email": 2, "listing": 1, "not stated": 1}
    assert cells(report, "template") == {"seen": 1, "unseen": 1, "not stated": 2}
    assert cells(report, "label_length") == {"up to 250": 4}
    email = report["breakdowns"]["style"]["email"]["scores"]["json_exact"]
    assert (email["value"], email["n"]) == (0.5, 2)
    assert email["interval"] == pytest.approx([0.0945, 0.9055], abs=1e-4)
    assert report["breakdowns"]["template"]["unseen"]["scores"]["json_exact"]["value"] == 0


def test_cells_hold_every_record_once(score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    report = score(gold())
    assert set(report["breakdowns"]) == set(BREAKDOWNS)
    assert (report["breakdowns"]["style"], report["breakdowns"]["template"]) == ({}, {})
    for by in ("complexity", "schema", "label_length"):
        assert sum(cells(report, by).values()) == report["n"] == 4
    shown = capsys.readouterr().out
    assert "By characters of the label" in shown
    assert "By style" not in shown


@pytest.mark.parametrize("meta", [None, 3, [], {"style": None}])
def test_meta_of_another_shape(folder: Path, meta: Any, score: Score) -> None:
    write_lines(folder / "data.jsonl", with_metas([meta] * 4))
    assert score(gold(), "--admit-with-findings")["breakdowns"]["style"] == {}


def test_styles_are_in_the_results_by_record(folder: Path, score: Score) -> None:
    write_lines(folder / "data.jsonl", with_metas(METAS))
    score(gold())
    lines = [json.loads(line) for line in (folder / "R.samples.jsonl").read_text().splitlines()]
    assert [(line["style"], line["template_seen"]) for line in lines] == [
        ("listing", True), ("email", False), ("email", None), (None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("characters", "name"),
    [(0, "up to 250"), (250, "up to 250"), (251, "251 to 500"), (4000, "2001 to 4000"), (4001, "over 4000")],
)
def test_length_bins(characters: int, name: str) -> None:
    assert length_bin(characters) == name
    assert len({length_bin(limit) for limit in LENGTHS}) == len(LENGTHS)


def test_two_reports_side_by_side(folder: Path, score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(folder / "data.jsonl", with_metas(METAS))
    score({**gold(), "contact-1": "x"}, report="A.json")
    score(gold(), report="B.json")
    capsys.readouterr()
    assert main(["show", "A.json", "B.json"]) == 0
    shown = capsys.readouterr().out
    assert "By template, in training: first > second" in shown
