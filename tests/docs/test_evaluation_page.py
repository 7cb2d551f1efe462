"""docs/evaluation.md says what the code does: its table is what the command prints, its numbers are those."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.ceiling import markdown
from edgejson.eval.command_line import COMMANDS, main
from edgejson.eval.commands.ceiling import FORMAT
from edgejson.eval.interval import RESAMPLES
from edgejson.eval.tables import TITLES
from edgejson.models import limits
from edgejson.scoring.scores import SCORES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCORES)
def test_every_score_is_told(name: str) -> None:
    words = {
        "gold_shape_compliance": "Gold-shape compliance", "leaf_precision": "Leaf precision",
        "leaf_recall": "Leaf precision, recall", "leaf_f1": "recall and F1",
    }.get(name, TITLES[name])  # fmt: skip
    assert words in PAGE


def test_numbers_are_those_of_the_code() -> None:
    assert f"{RESAMPLES:,} resamples" in PAGE
    factor, least = limits.TOKENS_PER_PROMPT_TOKEN, limits.TOKENS_AT_LEAST
    assert f"{factor} tokens for each token of its own prompt, and {least} more" in " ".join(PAGE.split())
    assert f"times {limits.HEADROOM}" in PAGE


def test_options_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit):
            main([command, "--help"])
    of_the_trainer = {"--set"}
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) | of_the_trainer
    assert set(re.findall(r"(?<![-|])--[a-z-]+", PAGE)) - known == set()


def test_stored_ceiling_is_the_table_of_the_page() -> None:
    stored = json.loads((ROOT / "docs" / "ceiling.json").read_text())
    assert stored["format"] == FORMAT
    assert markdown(stored["rows"]) in PAGE
    assert stored["data_sha256"][:12] in PAGE
    data = sha256((ROOT / "data" / "test_v3.jsonl").read_bytes()).hexdigest()
    assert stored["data_sha256"] == data, f"make it again with: {stored['command']}"


ROWS = {
    "base": "base",
    "base-constrained": "base, constrained",
    "tuned-mlm-135m": "150 steps",
    "tuned-mlm-135m-constrained": "150 steps, constrained",
    "tuned-seed0": "seed 0",
    "tuned-seed1": "seed 1",
    "tuned-seed1-constrained": "seed 1, constrained",
    "tuned-seed2": "seed 2",
}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data" / "v3.0" / "reports").glob("*.json")), ids=lambda path: path.stem
)
def test_results_are_those_of_the_stored_reports(path: Path) -> None:
    report: Any = json.loads(path.read_text("utf-8"))
    by_complexity = report["breakdowns"]["complexity"]
    figures = [
        report["scores"]["json_exact"]["hits"],
        *(by_complexity[name]["scores"]["json_exact"]["hits"] for name in ("simple", "medium", "complex")),
        f"{report['scores']['field_f1']['value']:.2f}",
        report["scores"]["schema_compliance"]["hits"],
        report["counts"]["truncated"]["hits"],
    ]
    assert f"| {ROWS[path.stem]} | {' | '.join(map(str, figures))} |" in PAGE
    assert report["n"] == sum(by_complexity[name]["n"] for name in by_complexity) == 500


def test_sentences_about_results_are_those_of_the_stored_reports() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    def exact(name: str) -> int:
        report = json.loads((ROOT / "data" / "v3.0" / "reports" / f"{name}.json").read_text("utf-8"))
        return int(report["scores"]["json_exact"]["hits"])

    free, constrained = exact("tuned-seed1"), exact("tuned-seed1-constrained")
    longer, longer_constrained = exact("tuned-mlm-135m"), exact("tuned-mlm-135m-constrained")
    assert f"gets {longer} of all 500 test records right" in readme
    assert f"{longer_constrained} (55 %" in readme
    assert f"gets {free} (36 %" in readme
    assert f"The base model gets {exact('base')}." in readme
    assert f"{longer} of 500 answers are exact" in PAGE
    assert f"{longer_constrained} constrained (55 %" in PAGE
    assert f"from {free} to {constrained} exact records" in PAGE
