"""``compare`` and ``show``: two reports of the same records."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main
from edgejson.eval.report_schema import FORMAT

from .conftest import Score, gold, write_lines

EMPTY = json.dumps({"format": FORMAT})


@pytest.fixture
def two_reports(score: Score) -> None:
    """A.json: one record right, one right only here. B.json: three right."""
    good, bad = gold(), {"name": "nobody"}
    score({**good, "contact-1": bad, "contact-2": bad, "order-1": bad}, report="A.json")
    score({**good, "rating-1": bad}, report="B.json")


def test_comparison_by_hand(two_reports: None, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "A.json", "B.json", "--output", "C.json"]) == 0
    compared: dict[str, Any] = json.loads((folder / "C.json").read_text())
    exact = compared["scores"]["json_exact"]
    assert (exact["first"], exact["second"], exact["difference"]) == (0.25, 0.75, 0.5)
    assert (exact["only_first"], exact["only_second"], exact["difference_records"]) == (1, 3, 2)
    assert exact["p_value"] == pytest.approx(2 * (1 + 4) * 0.5**4)
    low, high = exact["interval"]
    assert low == -1
    assert high == 1
    assert compared["n"] == 4
    field = compared["scores"]["field_f1"]
    assert field["difference"] == pytest.approx(field["second"] - field["first"])
    assert "p_value" not in field
    assert "JSONExact" in capsys.readouterr().out


def test_report_compared_with_itself(two_reports: None, folder: Path) -> None:
    main(["compare", "B.json", "B.json", "--output", "C.json"])
    for compared in json.loads((folder / "C.json").read_text())["scores"].values():
        assert (compared["difference"], compared["interval"]) == (0, [0, 0])
        assert compared.get("p_value", 1) == 1


def test_show_two(two_reports: None, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["show", "A.json", "B.json"]) == 0
    shown = capsys.readouterr().out
    assert "1/4  25%" in shown
    assert "3/4  75%" in shown
    assert "+2 of 4" in shown
    assert "0 > 2  +2" in shown
    assert "1 > 0  -1" in shown


def test_names_with_brackets_are_shown_as_they_are(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lines(folder / "a[red]b[bold].jsonl", [])
    arguments = [
        "score",
        "--data",
        "data.jsonl",
        "--predictions",
        "a[red]b[bold].jsonl",
        "--report",
        "R.json",
    ]
    assert main(arguments) == 0
    assert "a[red]b[bold].jsonl" in capsys.readouterr().out


def test_show_one(two_reports: None, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["show", "B.json"]) == 0
    shown = capsys.readouterr().out
    for words in (
        "JSONExact",
        "Field F1",
        "Schema Compliance",
        "medium",
        "order_details",
        "1 of 4 records missed",
    ):
        assert words in shown


def test_scoring_next_to_a_stored_report(
    two_reports: None, score: Score, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    score(gold(), "--compare", "A.json", report="G.json")
    assert "+3 of 4" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["compare", "show"])
def test_other_protocol_is_refused(
    two_reports: None, score: Score, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    score(gold(), "--protocol", "historical", report="H.json")
    assert main([verb, "A.json", "H.json"]) == 2
    assert "is of another protocol than A.json" in capsys.readouterr().err


def test_other_data_is_refused(two_reports: None, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = json.loads((folder / "B.json").read_text())
    other["data"]["sha256"] = "0" * 64
    (folder / "B.json").write_text(json.dumps(other))
    assert main(["compare", "A.json", "B.json"]) == 2
    assert "B.json: is of another data file than A.json" in capsys.readouterr().err


def edit(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    report = json.loads((folder / "B.json").read_text())
    change(report)
    (folder / "B.json").write_text(json.dumps(report))


def without_scores(samples: Path) -> None:
    samples.write_text(samples.read_text().replace('"json_exact"', '"exact"'))


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda folder: (folder / "B.json").write_text("{"), "B.json: not JSON"),
        (lambda folder: (folder / "B.json").write_text("{}"), "B.json: not an evaluation report"),
        (
            lambda folder: (folder / "B.json").write_text(json.dumps({"format": FORMAT})),
            'B.json: "command" is a required property; give a report',
        ),
        (lambda folder: edit(folder, lambda report: report.pop("versions")), 'B.json: "versions" is a'),
        (lambda folder: edit(folder, lambda report: report.update(data=None)), "B.json: /data: null is not"),
        (lambda folder: edit(folder, lambda report: report.update(scores=[])), "B.json: /scores: [] is not"),
        (
            lambda folder: edit(folder, lambda report: report["breakdowns"].clear()),
            'B.json: /breakdowns: "complexity" is a required property',
        ),
        (
            lambda folder: without_scores(folder / "B.samples.jsonl"),
            "B.samples.jsonl:1: not a per-record",
        ),
        (
            lambda folder: (folder / "B.samples.jsonl").write_bytes(
                (folder / "A.samples.jsonl").read_bytes()
            ),
            "B.samples.jsonl: is not of B.json (4 records,",
        ),
        (lambda folder: (folder / "B.json").unlink(), "B.json: cannot read the report"),
        (lambda folder: (folder / "B.samples.jsonl").unlink(), "B.samples.jsonl: cannot read the per-record"),
        (
            lambda folder: (folder / "B.samples.jsonl").write_text("{}\n"),
            "B.samples.jsonl:1: not a per-record",
        ),
        (
            lambda folder: (folder / "B.samples.jsonl").write_text(""),
            "B.samples.jsonl: is not of B.json (0 records",
        ),
    ],
)
def test_damaged_report(
    two_reports: None, folder: Path, capsys: pytest.CaptureFixture[str], damage: Any, sentence: str
) -> None:
    damage(folder)
    capsys.readouterr()
    assert main(["compare", "A.json", "B.json"]) == 2
    assert capsys.readouterr().err.startswith(f"error: {sentence}")
