"""``rescore``: a report follows from the answers beside it, or is told and mended."""

import json
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main

from .conftest import RECORDS, Score, gold, write_lines

REPORT, SAMPLES = "R.json", "R.samples.jsonl"


def mixed() -> dict[str, Any]:
    """Two right answers, a cut one, and none."""
    outputs = gold()
    outputs["contact-1"] = '{"name": "Ada Byron"'
    del outputs["order-1"]
    return outputs


def files(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in (REPORT, SAMPLES)]


@pytest.mark.parametrize("options", [[], ["--protocol", "historical"]])
def test_nothing_changes(
    folder: Path, score: Score, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    score(mixed(), *options)
    before = files(folder)
    for more in (["--check"], []):
        capsys.readouterr()
        assert main(["rescore", REPORT, "--data", "data.jsonl", *more]) == 0
        assert "R.json: every figure holds" in capsys.readouterr().err
        assert files(folder) == before


def test_where_figures_hold_only_what_follows_from_the_suite_is_written(folder: Path, score: Score) -> None:
    report = score(mixed())
    report["data"].update(suite_sha256="0" * 64, attestation_sha256="1" * 64)
    report["versions"]["numpy"] = "0"
    (folder / REPORT).write_text(json.dumps(report))
    # A sample that says more than a rule would today: nobody rewrites it.
    samples = (folder / SAMPLES).read_bytes().replace(b'"differences": []', b'"differences":  []')
    (folder / SAMPLES).write_bytes(samples)
    assert main(["rescore", REPORT, "--data", "data.jsonl"]) == 0
    again = json.loads((folder / REPORT).read_text())
    assert again["data"]["suite_sha256"] != "0" * 64
    assert again["data"]["attestation_sha256"] != "1" * 64
    assert again["versions"]["numpy"] == "0"
    assert (folder / SAMPLES).read_bytes() == samples


def test_figures_that_do_not_follow_from_the_answers(
    folder: Path, score: Score, capsys: pytest.CaptureFixture[str]
) -> None:
    report = score(mixed())
    before = files(folder)
    report["scores"]["json_exact"]["hits"] = 3
    report["breakdowns"]["schema"]["rating"]["scores"]["field_f1"]["value"] = 0.5
    (folder / REPORT).write_text(json.dumps(report))
    flattered = files(folder)
    assert main(["rescore", REPORT, "--data", "data.jsonl", "--check"]) == 1
    assert "R.json: 2 figures would change: scores.json_exact.hits 3 -> 2" in capsys.readouterr().err
    assert files(folder) == flattered
    assert main(["rescore", REPORT, "--data", "data.jsonl"]) == 0
    assert "R.json: 2 figures changed" in capsys.readouterr().err
    assert files(folder) == before


def test_data_that_fails_now_is_marked(folder: Path, score: Score) -> None:
    score(mixed())
    (folder / "check_names.py").write_text(
        "from edgejson import check\n\n\n@check\ndef reviewer_is_known(record):\n"
        '    """The reviewer is known."""\n    assert record.schema_id != "rating"\n'
    )
    attestation = folder / "data.jsonl.attestation.json"
    attestation.unlink()
    arguments = ["rescore", REPORT, "--data", "data.jsonl"]
    assert main(arguments) == 3
    assert main([*arguments, "--admit-with-findings"]) == 0
    report = json.loads((folder / REPORT).read_text())
    assert report["data"]["result"] == "FAILED"
    marked = [remark for remark in report["remarks"] if "admitted with findings" in remark]
    assert len(marked) == 1
    (folder / "check_names.py").unlink()
    attestation.unlink()
    assert main(arguments) == 0
    remarks = json.loads((folder / REPORT).read_text())["remarks"]
    assert remarks == ["1 of 4 records have no prediction and count as misses"]


def test_what_cannot_be_scored_again(folder: Path, score: Score, capsys: pytest.CaptureFixture[str]) -> None:
    score(mixed())
    entries = [json.loads(line) for line in (folder / SAMPLES).read_text().splitlines()]
    others = [{**entries[0], "prediction": "{}"}, *entries[1:]]
    for wrong in (others, entries[:2]):
        write_lines(folder / SAMPLES, wrong)
        assert main(["rescore", REPORT, "--data", "data.jsonl", "--check"]) == 2
        assert "R.samples.jsonl: holds other answers than R.json was made from" in capsys.readouterr().err
    write_lines(folder / "other.jsonl", RECORDS[:3])
    assert main(["rescore", REPORT, "--data", "other.jsonl", "--check"]) == 2
    assert "R.json: is of data with SHA-256" in capsys.readouterr().err
    (folder / SAMPLES).unlink()
    assert main(["rescore", REPORT, "--data", "data.jsonl", "--check"]) == 2
    assert "R.samples.jsonl: cannot read the per-record results" in capsys.readouterr().err
