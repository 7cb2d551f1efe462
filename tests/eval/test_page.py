"""``page`` and ``--html``: stored reports as one HTML page."""

import json
import re
import shlex
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main
from edgejson.eval.page import evaluation_page

from .conftest import RECORDS, Score, gold, write_lines

JSON = dict[str, Any]

DOCS = Path(__file__).parents[2] / "docs" / "evaluation.md"


@pytest.fixture
def two_reports(score: Score) -> tuple[JSON, JSON]:
    """A.json: rating-1 right, the others not; B.json: all right but rating-1."""
    bad = {"name": "nobody"}
    first = score({**gold(), "contact-1": bad, "contact-2": bad, "order-1": bad}, report="A.json")
    return first, score({**gold(), "rating-1": {**gold()["rating-1"], "rating": "4"}}, report="B.json")


def page_of(*arguments: str) -> str:
    """The page that the command writes."""
    assert main(["page", *arguments, "--output", "out/page.html"]) == 0
    return Path("out/page.html").read_text("utf-8")


def words(html: str) -> str:
    """The text of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_page_holds_scores_with_intervals_and_their_sources(two_reports: tuple[JSON, JSON]) -> None:
    report = two_reports[0]
    html = page_of("A.json")
    assert "JSONExact 25.0 % 1/4 · 4.6–69.9" in words(html)
    low, high = report["scores"]["field_f1"]["interval"]
    assert f"Field F1 {report['scores']['field_f1']['value']:.3f} {low:.3f}–{high:.3f}" in words(html)
    for digest in ("sha256", "suite_sha256", "attestation_sha256"):
        assert f"<code>{report['data'][digest]}</code>" in html
    assert f"<code>{report['answers_sha256']}</code>" in html
    assert f"<code>{report['command']}</code>" in html
    assert "protocol edgejson" in words(html)
    assert "admitted with findings" not in html


def test_every_breakdown_of_the_report_has_a_table(two_reports: tuple[JSON, JSON]) -> None:
    html = page_of("B.json")
    tables = re.findall(r"<summary>By (.*?) <span.*?</details>", html, re.DOTALL)
    filled = [by for by, cells in two_reports[1]["breakdowns"].items() if cells]
    assert len(tables) == len(filled) >= 3
    assert "contact_info 2 100.0 % 2/2 · 34.2–100.0" in words(html)


def test_a_breakdown_that_the_page_has_never_heard_of_is_shown(
    two_reports: tuple[JSON, JSON], folder: Path
) -> None:
    report = deepcopy(two_reports[1])
    report["breakdowns"]["weekday"] = {"monday": report["breakdowns"]["schema"]["rating"]}
    (folder / "B.json").write_text(json.dumps(report))
    assert "weekday n JSONExact" in words(page_of("B.json"))
    assert "monday 1 0.0 % 0/1" in words(page_of("B.json"))
    assert main(["show", "A.json", "B.json"]) == 0


def test_two_reports_are_compared(two_reports: tuple[JSON, JSON]) -> None:
    html = words(page_of("A.json", "B.json"))
    assert "25.0 % 1/4 · 4.6–69.9 75.0 % 3/4 · 30.1–95.4 +50.0 points -100.0 to +100.0; p = 0.62" in html
    assert "All records, and JSONExact by complexity" in html
    assert html.count("Predictions: P.jsonl") == 0


def test_page_asks_for_nothing_from_a_network_and_escapes(score: Score) -> None:
    evil = "<script>alert(1)</script>"
    score({"contact-1": {"name": evil}, "contact-2": evil, "rating-1": "\ud800"}, report="R.json")
    html = page_of("R.json")
    assert not re.search(r"https?://|url\(|src=|@import", html)
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert") >= 2
    assert "\\ud800" in html
    assert html.count("<script>") == 2


def test_no_misses(score: Score) -> None:
    score(gold(), report="R.json")
    html = page_of("R.json")
    assert "Every answer is exact." in html
    assert "data-entry" not in html.replace("[data-entry]", "")


def test_page_says_how_many_misses_it_leaves_out(
    two_reports: tuple[JSON, JSON], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = page_of("A.json", "B.json")
    assert "left out" not in whole
    monkeypatch.setattr(evaluation_page, "MOST_MISSES", 2)
    html = page_of("A.json", "B.json")
    assert "P.jsonl (1): 2 more misses are left out here; A.samples.jsonl holds all of them." in words(html)
    assert "B.samples.jsonl" not in html
    assert (whole.count('class="card"'), html.count('class="card"')) == (4, 2)


def test_page_marks_data_that_was_admitted_with_findings(folder: Path) -> None:
    bad = deepcopy(RECORDS)
    bad[3]["expected_output"]["total_amount"] = 40.0
    write_lines(folder / "bad.jsonl", bad)
    write_lines(folder / "P.jsonl", [])
    arguments = ["score", "--data", "bad.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    assert main([*arguments, "--admit-with-findings", "--html", "R.html"]) == 0
    html = (folder / "R.html").read_text()
    [alarm] = re.findall(r'<p class="alarm error" role="alert">(.*?)</p>', html)
    assert alarm.startswith("The data was admitted with findings")
    assert html.index(alarm) < html.index("<h2>")


def test_html_of_score_is_the_page_of_its_report(score: Score, folder: Path) -> None:
    score(gold(), report="A.json")
    score({"rating-1": "no"}, "--html", "B.html", "--compare", "A.json", report="B.json")
    assert (folder / "B.html").read_text() == page_of("A.json", "B.json")
    score({"rating-1": "no"}, "--html", "B.html", report="B.json")
    assert (folder / "B.html").read_text() == page_of("B.json")


def test_historical_reports_have_a_page_too(score: Score) -> None:
    score({**gold(), "rating-1": "no"}, "--protocol", "historical", report="H.json")
    html = words(page_of("H.json"))
    assert "protocol historical" in html
    assert "not equal" in html


def test_unknown_training_data_is_said(two_reports: tuple[JSON, JSON]) -> None:
    assert f"not known: {two_reports[0]['contamination']['reason']}." in words(page_of("A.json"))


def test_what_is_shared_with_training_is_shown(score: Score, folder: Path) -> None:
    report = score(gold(), "--train-data", "data.jsonl", report="R.json")
    html = words(page_of("R.json"))
    assert report["contamination"]["status"] == "measured"
    assert "It is the evaluated file itself." in html
    assert "the same prompt and label 4 of 4 ids contact-1, contact-2, rating-1, order-1" in html


def test_documented_commands_work(score: Score, folder: Path) -> None:
    (folder / "reports").mkdir()
    for name in ("base", "tuned", "tuned-constrained"):
        score({**gold(), "rating-1": name}, report=f"reports/{name}.json")
    commands = re.findall(r"^python -m edgejson.eval (.+)$", DOCS.read_text("utf-8"), re.MULTILINE)
    ours = [shlex.split(command) for command in commands if command.startswith(("page ", "leaderboard "))]
    assert len(ours) == 4
    assert [main(command) for command in ours] == [0, 0, 0, 0]


def other_data(folder: Path) -> None:
    report = json.loads((folder / "B.json").read_text())
    report["data"]["sha256"] = "0" * 64
    (folder / "B.json").write_text(json.dumps(report))


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (other_data, "B.json: is of another data file than A.json"),
        (lambda folder: (folder / "B.json").unlink(), "B.json: cannot read the report"),
        (
            lambda folder: (folder / "B.samples.jsonl").unlink(),
            "B.samples.jsonl: cannot read the per-record results",
        ),
        (
            lambda folder: (folder / "B.samples.jsonl").write_text("{}\n" * 4),
            "B.samples.jsonl:1: not a per-record result",
        ),
        (
            lambda folder: (folder / "B.samples.jsonl").write_text(""),
            "B.samples.jsonl: has 0 records, its report 4",
        ),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    two_reports: tuple[JSON, JSON],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], Any],
    sentence: str,
) -> None:
    damage(folder)
    capsys.readouterr()
    assert main(["page", "A.json", "B.json", "--output", "page.html"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"error: {sentence}")
    assert not (folder / "page.html").exists()


def test_more_reports_than_colours(
    two_reports: tuple[JSON, JSON], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["page", *["A.json"] * 7, "--output", "page.html"]) == 2
    assert "7 reports were named; a page shows at most 6" in capsys.readouterr().err
