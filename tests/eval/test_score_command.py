"""``score``: stored predictions to a report, through the gate and without a model."""

import json
import shlex
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main

from .conftest import RECORDS, Score, gold, write_lines

SCORES = {
    "json_exact", "field_f1", "schema_compliance", "leaf_precision", "leaf_recall", "leaf_f1",
    "gold_shape_compliance",
}  # fmt: skip


def values(report: dict[str, Any]) -> dict[str, float]:
    return {name: figure["value"] for name, figure in report["scores"].items()}


@pytest.mark.parametrize(
    "written", [dict, json.dumps, lambda label: f"Sure!\n```json\n{json.dumps(label)}\n```"]
)
def test_gold_scores_1_everywhere(score: Score, written: Any) -> None:
    report = score({key: written(label) for key, label in gold().items()})
    tables = [report, *report["breakdowns"]["complexity"].values(), *report["breakdowns"]["schema"].values()]
    for table in tables:
        assert values(table) == dict.fromkeys(SCORES, 1.0)
        exact, fields = table["scores"]["json_exact"], table["scores"]["field_f1"]
        assert (fields["interval"], fields["method"]) == (exact["interval"], "wilson (all records alike)")
    assert report["misses"]["records"] == 0
    assert [table["n"] for table in tables] == [4, 3, 1, 2, 1, 1]
    assert list(report["breakdowns"]["complexity"]) == ["simple", "medium"]


def test_figures_of_a_mixed_file(score: Score) -> None:
    outputs = gold()
    outputs["contact-1"] = '{"name": "Ada Byron"'
    outputs["rating-1"] = {**outputs["rating-1"], "rating": "4"}
    del outputs["order-1"]
    report = score(outputs)
    assert report["scores"]["json_exact"]["hits"] == 1
    assert report["scores"]["json_exact"]["value"] == 1 / 4
    assert report["scores"]["json_exact"]["interval"] == pytest.approx([0.0456, 0.6994], abs=1e-4)
    assert report["scores"]["field_f1"]["value"] == pytest.approx((1 + 2 / 3) / 4)
    assert report["breakdowns"]["schema"]["rating"]["scores"]["leaf_f1"]["value"] == pytest.approx(2 / 3)
    assert report["breakdowns"]["complexity"]["medium"]["scores"]["json_exact"]["value"] == 0
    assert report["misses"] == {
        "records": 3,
        "by_reason": {"differs": 1, "no_prediction": 1, "unfinished": 1},
        "differences": {
            "omission": {"records": 0, "places": 0},
            "invention": {"records": 0, "places": 0},
            "wrong_value": {"records": 0, "places": 0},
            "wrong_type": {"records": 1, "places": 1},
        },
    }
    assert report["predictions"]["missing"] == 1
    assert report["remarks"] == ["1 of 4 records have no prediction and count as misses"]
    assert report["counts"]["stopped_by_itself"]["n"] == 0
    assert report["counts"]["stopped_by_itself"]["value"] is None


def test_figures_of_an_answer_that_do_not_add_up(score: Score, folder: Path) -> None:
    outputs = deepcopy(gold())
    outputs["order-1"]["items"][0]["price"] = 19.0
    outputs["contact-1"]["name"] = "Ada Bryon"
    outputs["rating-1"] = '{"rating": 4'
    figure = score(outputs)["counts"]["arithmetic_broken"]
    assert (figure["hits"], figure["n"]) == (1, 4)
    # Wrong, but consistent in itself: three lamps at 13 are 39, too.
    outputs["order-1"]["items"][0].update(price=13, quantity=3)
    report = score(outputs)
    assert report["counts"]["arithmetic_broken"]["hits"] == 0
    assert report["breakdowns"]["schema"]["order_details"]["scores"]["json_exact"]["hits"] == 0


def test_every_figure_has_an_interval_around_it(score: Score) -> None:
    outputs = gold()
    outputs["contact-2"] = {"name": "Li Wei"}
    report = score(outputs)
    for table in [
        report,
        *report["breakdowns"]["complexity"].values(),
        *report["breakdowns"]["schema"].values(),
    ]:
        for figure in table["scores"].values():
            low, high = figure["interval"]
            assert 0 <= low <= figure["value"] <= high <= 1
            assert low < high
            assert figure["n"] == table["n"]


def test_results_by_record(score: Score, folder: Path) -> None:
    outputs = gold()
    outputs["order-1"] = deepcopy(outputs["order-1"])
    outputs["order-1"]["items"][0]["price"] = 19.0
    outputs["rating-1"] = "\ud800"
    score(outputs)
    lines = [json.loads(line) for line in (folder / "R.samples.jsonl").read_bytes().splitlines()]
    assert [line["id"] for line in lines] == [record["id"] for record in RECORDS]
    by_id = {line["id"]: line for line in lines}
    order = by_id["order-1"]
    assert order["prompt"] == RECORDS[3]["prompt"]
    assert json.loads(order["label"]) == RECORDS[3]["expected_output"]
    assert order["differences"] == [
        {"kind": "wrong_value", "pointer": "/items/0/price", "expected": "19.5", "actual": "19.0"}
    ]
    assert (order["miss"], order["scores"]["json_exact"]) == ("differs", 0)
    assert (by_id["rating-1"]["prediction"], by_id["rating-1"]["miss"]) == ("\ud800", "no_object")
    assert (by_id["contact-1"]["miss"], by_id["contact-1"]["differences"]) == (None, [])


def test_report_is_reproduced_byte_for_byte(score: Score, folder: Path) -> None:
    score(gold())
    report, samples = (folder / "R.json").read_bytes(), (folder / "R.samples.jsonl").read_bytes()
    score(gold())
    assert (folder / "R.json").read_bytes() == report
    assert (folder / "R.samples.jsonl").read_bytes() == samples


@pytest.mark.parametrize("options", [(), ("--protocol", "historical"), ("--train-data", "data.jsonl")])
def test_recorded_command_gives_the_same_counts(score: Score, folder: Path, options: tuple[str, ...]) -> None:
    report = score({**gold(), "contact-1": "nothing", "order-1": {"status": "lost"}}, *options)
    assert 0 < report["scores"]["json_exact"]["hits"] < report["n"]
    first = (folder / "R.json").read_bytes()
    (folder / "R.json").unlink()
    words = shlex.split(report["command"])
    assert words[:3] == ["python", "-m", "edgejson.eval"]
    assert main(words[3:]) == 0
    assert (folder / "R.json").read_bytes() == first


def test_unknown_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["scores", "--data", "data.jsonl"])
    assert (
        "there is no subcommand 'scores'; expected one of run, score, rescore, show"
        in capsys.readouterr().err
    )


def test_settings_file_that_is_named(score: Score, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "settings.toml").write_text('[tool.edgejson]\ndisable = ["balance"]\n')
    report = score(gold(), "--config", "mine/settings.toml")
    assert report["data"]["notes"] == ["disabled: balance"]
    capsys.readouterr()
    # Without them the suite is another one, and the attestation does not fit.
    assert main(["score", "--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]) == 3
    assert "not admitted (another suite)" in capsys.readouterr().err


def test_report_names_its_sources_and_no_place_on_this_machine(
    score: Score, folder: Path, data: Path
) -> None:
    report = score(gold())
    assert report["command"] == (
        "python -m edgejson.eval score --data data.jsonl --predictions P.jsonl --report R.json"
    )
    for key in ("sha256", "suite_sha256", "attestation_sha256"):
        assert len(report["data"][key]) == 64
    assert len(report["predictions"]["sha256"]) == 64
    absolute = ["score", "--data", str(data), "--predictions", str(folder / "P.jsonl")]
    assert main([*absolute, "--report", str(folder / "Q.json")]) == 0
    assert str(folder) not in (folder / "Q.json").read_text()
    assert "--report Q.json" in json.loads((folder / "Q.json").read_text())["command"]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            [{"id": "nobody", "output": "x"}],
            "P.jsonl:1: data.jsonl has no record 'nobody' (1 unknown ids in all)",
        ),
        ([{"id": "rating-1", "output": "x"}] * 2, "P.jsonl:2: record 'rating-1' is predicted a second time"),
        ([{"id": "rating-1"}], "P.jsonl:1: no 'output'"),
    ],
)
def test_ids_that_do_not_fit(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str], lines: list[Any], sentence: str
) -> None:
    write_lines(folder / "P.jsonl", lines)
    assert main(["score", "--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]) == 2
    assert capsys.readouterr().err.startswith(f"error: {sentence}")
    assert not (folder / "R.json").exists()


def test_data_that_failed_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = deepcopy(RECORDS)
    bad[3]["expected_output"]["total_amount"] = 40.0
    write_lines(folder / "bad.jsonl", bad)
    write_lines(folder / "P.jsonl", [{"id": "order-1", "output": bad[3]["expected_output"]}])
    arguments = ["score", "--data", "bad.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    assert main(arguments) == 3
    assert "bad.jsonl is not admitted (failed)" in capsys.readouterr().err
    assert not (folder / "R.json").exists()
    assert main([*arguments, "--admit-with-findings"]) == 0
    assert "admitted with findings" in capsys.readouterr().err
    report = json.loads((folder / "R.json").read_text())
    assert report["data"]["result"] == "FAILED"
    assert any("stays out of the leaderboard" in remark for remark in report["remarks"])


def test_data_without_attestation_is_refused_on_request(folder: Path, data: Path) -> None:
    write_lines(folder / "P.jsonl", [])
    arguments = ["score", "--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    assert main([*arguments, "--require-attestation"]) == 3
    assert main(arguments) == 0
    assert main([*arguments, "--require-attestation"]) == 0


def test_edited_data_is_refused(score: Score, folder: Path, data: Path) -> None:
    score(gold())
    data.write_bytes(data.read_bytes().replace(b"Ada Byron", b"Ada Lyron"))
    assert main(["score", "--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R2.json"]) == 3
    assert not (folder / "R2.json").exists()


def test_historical_protocol(score: Score) -> None:
    outputs: dict[str, Any] = gold()
    outputs["contact-1"] = "Sure: " + json.dumps({**outputs["contact-1"], "more": {"a": {"b": 1}}})
    outputs["order-1"] = {**outputs["order-1"], "total_amount": 39}
    report = score(outputs, "--protocol", "historical")
    assert report["protocol"] == "historical"
    assert set(report["scores"]) == {"json_exact", "field_f1", "schema_compliance"}
    assert report["scores"]["json_exact"]["value"] == 3 / 4
    assert report["misses"]["by_reason"] == {"unequal": 1}


def test_records_without_complexity(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = deepcopy(RECORDS)
    del records[3]["complexity"]
    write_lines(folder / "data.jsonl", records)
    write_lines(folder / "P.jsonl", [{"id": key, "output": label} for key, label in gold().items()])
    arguments = ["score", "--data", "data.jsonl", "--predictions", "P.jsonl", "--report", "R.json"]
    main([*arguments, "--admit-with-findings"])
    report = json.loads((folder / "R.json").read_text())
    assert report["breakdowns"]["complexity"]["medium"]["n"] == 1
    assert any("1 records name no complexity" in remark for remark in report["remarks"])
    main([*arguments, "--admit-with-findings", "--protocol", "historical"])
    assert "medium" not in json.loads((folder / "R.json").read_text())["breakdowns"]["complexity"]


def test_scoring_imports_no_torch(folder: Path, data: Path) -> None:
    write_lines(folder / "P.jsonl", [])
    program = (
        "import sys; from edgejson.eval.command_line import main; "
        "code = main(['score', '--data', 'data.jsonl', '--predictions', 'P.jsonl', '--report', 'R.json']); "
        "sys.exit(code or 'torch' in sys.modules or 'transformers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
