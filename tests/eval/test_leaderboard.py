"""``leaderboard``: stored reports as LEADERBOARD.md, and the reports that have no place in it."""

import json
import shlex
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main

from .conftest import RECORDS, Score, gold, write_lines

JSON = dict[str, Any]

ADAPTER: JSON = {
    "folder": "tuned_1",
    "sha256": "c" * 64,
    "training": {
        "data": {"name": "train.jsonl", "sha256": "d" * 64, "notes": []},
        "recipe_sha256": "e" * 64,
        "seed": 3,
    },
}


def change(path: Path, changed: Callable[[JSON], Any]) -> None:
    """Edit a stored report in place."""
    report = json.loads(path.read_text())
    changed(report)
    path.write_text(json.dumps(report))


def as_run(report: JSON, *, adapter: JSON | None = None, constrained: JSON | None = None) -> None:
    """Turn the report of stored predictions into that of a model."""
    report["predictions"] = None
    report["model"] = {
        "name": "tiny", "sha256": "a" * 64, "prompt_format": "chat-1", "adapter": deepcopy(adapter),
    }  # fmt: skip
    report["decoding"] = {
        "engine": "transformers", "strategy": "greedy", "dtype": "float32", "device": "cpu",
        "versions": {"torch": "2"}, "constrained": constrained, "max_new_tokens": 300, "batch_size": 32,
    }  # fmt: skip


@pytest.fixture
def reports(score: Score, folder: Path) -> list[str]:
    """base.json: 1 of 4 right; tuned.json: 3 of 4; tuned-c.json: the same adapter, constrained, 4 of 4."""
    bad = {"name": "nobody"}
    score({**gold(), "contact-1": bad, "contact-2": bad, "order-1": bad}, report="base.json")
    score({**gold(), "rating-1": bad}, report="tuned.json")
    score(gold(), report="tuned-c.json")
    change(folder / "base.json", as_run)
    change(folder / "tuned.json", lambda report: as_run(report, adapter=ADAPTER))
    change(
        folder / "tuned-c.json",
        lambda report: as_run(report, adapter=ADAPTER, constrained={"by": "llguidance"}),
    )
    return ["base.json", "tuned.json", "tuned-c.json"]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the table's rows, without its two heading lines."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_rows_hold_the_scores_with_intervals(reports: list[str], folder: Path) -> None:
    assert main(["leaderboard", *reports, "--output", "LEADERBOARD.md"]) == 0
    table = rows((folder / "LEADERBOARD.md").read_text())
    # Wilson's interval of 3 of 4 and of 1 of 4, by hand from his formula with z = 1.96.
    assert [row[:4] for row in table] == [
        ["1", "tiny + tuned_1 (seed 3)", "greedy, constrained", "100.0 % [51.0–100.0]"],
        ["2", "tiny + tuned_1 (seed 3)", "greedy, free", "75.0 % [30.1–95.4]"],
        ["3", "tiny", "greedy, free", "25.0 % [4.6–69.9]"],
    ]
    stored = json.loads((folder / "tuned.json").read_text())["scores"]["field_f1"]
    low, high = stored["interval"]
    assert table[1][4] == f"{stored['value']:.3f} [{low:.3f}–{high:.3f}]"
    assert {row[-1] for row in table} == {"4"}


def test_one_run_is_not_taken_for_a_recipe(reports: list[str], folder: Path) -> None:
    main(["leaderboard", *reports, "--output", "L.md"])
    assert "takes at least three seeds." in (folder / "L.md").read_text()
    main(["leaderboard", "base.json", "--output", "L.md"])
    assert "seeds" not in (folder / "L.md").read_text()


def test_commands_and_digests_stand_below(reports: list[str], folder: Path) -> None:
    main(["leaderboard", *reports, "--output", "out/LEADERBOARD.md"])
    text = (folder / "out" / "LEADERBOARD.md").read_text()
    below = text[text.index("## Data and scoring") :]
    for name in reports:
        report = json.loads((folder / name).read_text())
        assert f"    {report['command']}\n" in below
        assert f"(<../{name}>)" in below
        for digest in (report["answers_sha256"], report["model"]["sha256"]):
            assert f"`{digest}`" in below
        for key in ("sha256", "suite_sha256", "attestation_sha256"):
            assert f"`{report['data'][key]}`" in below
    assert f"data sha256 {'d' * 64}, recipe sha256 {'e' * 64}, seed 3" in below
    assert f"`{'c' * 64}`" in below
    assert str(folder) not in text


def test_the_order_of_the_arguments_does_not_matter(reports: list[str], folder: Path) -> None:
    main(["leaderboard", *reports, "--output", "L.md"])
    text = (folder / "L.md").read_bytes()
    main(["leaderboard", *(str(folder / name) for name in reversed(reports)), "--output", "L.md"])
    assert (folder / "L.md").read_bytes() == text


def test_the_file_names_the_command_that_builds_it(reports: list[str], folder: Path) -> None:
    main(["leaderboard", *reports, "--output", "L.md"])
    [command] = [
        line for line in (folder / "L.md").read_text().splitlines() if "edgejson.eval leaderboard" in line
    ]
    words = command.split()
    assert words[:3] == ["python", "-m", "edgejson.eval"]
    assert main([*words[3:], "--check"]) == 0


def test_check(reports: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["leaderboard", *reports, "--output", "L.md"]
    assert main([*arguments, "--check"]) == 1
    assert "L.md: is not there" in capsys.readouterr().err
    assert not (folder / "L.md").exists()
    main(arguments)
    assert main([*arguments, "--check"]) == 0
    text = (folder / "L.md").read_text()
    edited = text.replace("75.0 %", "85.0 %")
    assert edited != text
    (folder / "L.md").write_text(edited)
    capsys.readouterr()
    assert main([*arguments, "--check"]) == 1
    assert "L.md: is not what these reports give" in capsys.readouterr().err
    assert (folder / "L.md").read_text() == edited
    # And when a report is another one than that from which the file was made.
    (folder / "L.md").write_text(text)
    change(folder / "base.json", lambda report: report.update(answers_sha256="f" * 64))
    assert main([*arguments, "--check"]) == 1


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda r: r["data"].update(sha256="0" * 64), "is of another data file than base.json"),
        (lambda r: r.update(protocol="historical"), "is of another protocol than base.json"),
        (
            lambda r: r.update(selection={"file": None, "seed": 7, "records": 4, "ids_sha256": "0" * 64}),
            "is of another sample than base.json",
        ),
        (lambda r: r["data"].update(result="FAILED"), "was admitted with findings"),
        (
            lambda r: r["model"]["adapter"]["training"]["data"].update(sha256=r["data"]["sha256"]),
            "its model was trained on data.jsonl",
        ),
    ],
    ids=["data", "protocol", "sample", "findings", "trained on it"],
)  # fmt: skip
def test_report_that_does_not_belong_is_refused(
    reports: list[str],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[JSON], Any],
    sentence: str,
) -> None:
    change(folder / "tuned.json", damage)
    capsys.readouterr()
    assert main(["leaderboard", "base.json", "tuned.json", "--output", "L.md"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("error: tuned.json: ")
    assert sentence in line
    assert not (folder / "L.md").exists()


def test_suites_are_shown_and_not_compared(reports: list[str], folder: Path) -> None:
    change(folder / "tuned.json", lambda report: report["data"].update(suite_sha256="0" * 64))
    assert main(["leaderboard", *reports, "--output", "L.md"]) == 0
    text = (folder / "L.md").read_text()
    assert text.count(f"- suite: `{'0' * 64}`") == 1
    assert text.count("- suite: `") == 3


def test_report_of_data_with_findings_is_refused_even_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = deepcopy(RECORDS)
    bad[3]["expected_output"]["total_amount"] = 40.0
    write_lines(folder / "bad.jsonl", bad)
    write_lines(folder / "P.jsonl", [])
    arguments = ["score", "--data", "bad.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    assert main([*arguments, "--admit-with-findings"]) == 0
    assert main(["leaderboard", "R.json", "--output", "L.md"]) == 2
    assert "R.json: its data, bad.jsonl, was admitted with findings" in capsys.readouterr().err


def test_a_row_is_had_again_from_what_stands_below_it(score: Score, folder: Path) -> None:
    score({**gold(), "rating-1": "no"}, report="R.json")
    main(["leaderboard", "R.json", "--output", "L.md"])
    [command] = [
        line
        for line in (folder / "L.md").read_text().splitlines()
        if line.startswith("    python -m edgejson.eval score")
    ]
    report = (folder / "R.json").read_bytes()
    (folder / "R.json").unlink()
    assert main(shlex.split(command)[3:]) == 0
    assert (folder / "R.json").read_bytes() == report
    assert main(["leaderboard", "R.json", "--output", "L.md", "--check"]) == 0


def test_what_is_shared_with_training_stands_below(score: Score, folder: Path) -> None:
    write_lines(folder / "train.jsonl", RECORDS[:1])
    score(gold(), "--train-data", "train.jsonl", report="R.json")
    main(["leaderboard", "R.json", "--output", "L.md"])
    assert "shared with training: train.jsonl; records of 4: record 1," in (folder / "L.md").read_text()
    score(gold(), report="R.json")
    main(["leaderboard", "R.json", "--output", "L.md"])
    assert "shared with training: not known: " in (folder / "L.md").read_text()


def test_look_up_is_said(reports: list[str], folder: Path) -> None:
    change(folder / "base.json", lambda report: report["decoding"].update(lookup={"tokens_per_pass": 4}))
    main(["leaderboard", *reports, "--output", "L.md"])
    assert [row[2] for row in rows((folder / "L.md").read_text())] == [
        "greedy, constrained",
        "greedy, free",
        "greedy with look-up, free",
    ]


def test_examples_and_templates_are_said_in_the_row(reports: list[str], folder: Path) -> None:
    change(folder / "base.json", lambda report: report.update(protocol="edgejson+template mine.jinja+3-shot"))
    change(folder / "tuned-c.json", lambda report: report.update(protocol="edgejson+2-shot"))
    main(["leaderboard", *reports, "--output", "L.md"])
    text = (folder / "L.md").read_text()
    assert [row[1] for row in rows(text)] == [
        "tiny + tuned_1, 2-shot (seed 3)",
        "tiny + tuned_1 (seed 3)",
        "tiny, template mine.jinja, 3-shot",
    ]
    # What all rows share is how answers were scored.
    assert "data.jsonl, protocol edgejson.\n" in text
    assert "- protocol: edgejson\n" in text


def test_whatever_else_a_report_says_of_its_making_stands_below(reports: list[str], folder: Path) -> None:
    change(folder / "base.json", lambda report: report.update(machine={"cores": 2, "flags": ["avx2"]}))
    main(["leaderboard", *reports, "--output", "L.md"])
    assert (folder / "L.md").read_text().count("- machine: cores 2, flags avx2\n") == 1


def test_report_named_twice_is_refused(
    reports: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for again in ("./base.json", str(folder / "base.json")):
        assert main(["leaderboard", *reports, again, "--output", "L.md"]) == 2
        assert "base.json: is named twice" in capsys.readouterr().err


def test_predictions_of_a_model_trained_on_the_data_are_refused(
    score: Score, capsys: pytest.CaptureFixture[str]
) -> None:
    report = score(gold(), "--train-data", "data.jsonl", report="R.json")
    assert any("trained on this very file" in remark for remark in report["remarks"])
    assert main(["leaderboard", "R.json", "--output", "L.md"]) == 2
    assert "R.json: its model was trained on data.jsonl" in capsys.readouterr().err


def test_predictions_of_unknown_origin_are_a_row_too(score: Score, folder: Path) -> None:
    score({"rating-1": "|<b>no_thing</b>"}, report="R.json")
    assert main(["leaderboard", "R.json", "--output", "L.md"]) == 0
    [row] = rows((folder / "L.md").read_text())
    assert row[1:4] == ["P.jsonl", "decoding not recorded", "0.0 % [0.0–49.0]"]
    assert "remark: 3 of 4 records have no prediction" in (folder / "L.md").read_text()
