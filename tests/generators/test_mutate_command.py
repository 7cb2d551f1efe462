"""``edgejson mutate``: the report, survivors, unexpected rules, exit codes, files that cannot be used."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from edgejson.generators import mutate
from tests.conftest import Project, broken_invoice, contact, invoice, order_details, shopping_cart


@pytest.fixture
def data(project: Project) -> Path:
    """Eight good records of four schemas, in words of their own."""
    records = [make(number) for make in (contact, invoice) for number in (1, 2, 3)]
    return project.data("data.jsonl", *records, shopping_cart(), order_details())


def run(data: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """Return the exit status and the report of a run."""
    report = data.with_name("report.json")
    status = mutate.main([str(data), "--report", str(report), *options])
    return status, json.loads(report.read_text("utf-8"))


def test_the_report_says_what_was_broken_and_caught(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, report = run(data, "--operators", "total_off_by_one_cent,word_lost,id_dropped", "--each", "2")
    assert status == 0
    assert report["kill_rate"] == 1.0
    assert report["mutants"] == report["killed"] > 6
    assert report["survivors"] == report["strangers"] == []
    operators = {operator["name"]: operator for operator in report["operators"]}
    assert operators["total_off_by_one_cent"]["schemas"] == ["invoice", "order_details", "shopping_cart"]
    assert operators["id_dropped"]["caught_by"] == ["envelope.fields_are_present"]
    assert "kill rate 1.0000" in capsys.readouterr().out


def test_a_break_that_no_rule_notices_survives(
    project: Project, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.settings('disable = ["invoice.total_is_subtotal_plus_tax"]')
    status, report = run(data, "--operators", "total_off_by_one_cent")
    assert status == 1
    assert 0 < report["kill_rate"] < 1
    [survivor] = report["survivors"]
    assert survivor["operator"] == "total_off_by_one_cent"
    assert survivor["schema_id"] == "invoice"
    assert survivor["meant"] == "invoice.total_is_subtotal_plus_tax"
    assert "/total_amount" in survivor["what"]
    assert "survivor: total_off_by_one_cent" in capsys.readouterr().out


def test_a_rule_that_the_operator_does_not_list_is_unexpected(
    project: Project, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.file(
        "check_totals.py",
        "from edgejson import check\n\n\n@check(schemas=['order_details'])\n"
        "def totals_are_even(record):\n    assert int(record.label['total_amount'] * 100) % 2 == 0\n",
    )
    status, report = run(data, "--operators", "total_off_by_one_cent")
    assert status == 1
    assert report["survivors"] == []
    [stranger] = report["strangers"]
    assert stranger["strangers"] == ["totals.totals_are_even"]
    assert "unexpected rule: total_off_by_one_cent" in capsys.readouterr().out


def test_a_sample_bounds_the_mutations(data: Path) -> None:
    _, report = run(data, "--sample", "7", "--seed", "3")
    assert report["mutants"] == len(report["operators"]) == 7


def test_the_file_and_its_folder_are_left_as_they_were(data: Path) -> None:
    before = {path: path.read_bytes() for path in data.parent.rglob("*") if path.is_file()}
    mutate.main([str(data), "--operators", "record_repeated,word_lost"])
    assert {path: path.read_bytes() for path in data.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["nowhere.jsonl"], "nowhere.jsonl"),
        ([], "name a data file"),
        (["broken.jsonl"], "mutations need a file without findings"),
        (["torn.jsonl"], "line 2 is not a JSON object"),
        (["good.jsonl", "--operators", "total_of"], "no operator is named total_of"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    options: list[str],
    sentence: str,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    project.data("good.jsonl", invoice())
    project.data("broken.jsonl", invoice(1), broken_invoice(2))
    project.data("torn.jsonl", invoice(1), b'{"id": ')
    monkeypatch.chdir(project.root)
    assert mutate.main(options) == 2
    assert sentence in " ".join(capsys.readouterr().err.split())


def test_numbers_below_one_are_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        mutate.main([str(data), "--sample", "0"])
    assert "'0' is not a whole number of at least 1" in capsys.readouterr().err


def test_the_list_names_every_operator(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutate.main(["--list"]) == 0
    listed = capsys.readouterr().out
    assert "total_off_by_one_cent (label)\n    caught by invoice.total_is_subtotal_plus_tax" in listed
    assert listed.rstrip().endswith("operators")


def test_help_teaches() -> None:
    command = [sys.executable, "-m", "edgejson", "mutate", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert "survivor" in told
    assert "--sample 150" in told
