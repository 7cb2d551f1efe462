"""Files of 300 rows as their tools export them are validated, trained on and scored, with no settings or one."""

import json
from pathlib import Path
from typing import Any

import pytest

from edgejson import admit
from edgejson.eval.command_line import main as evaluate
from edgejson.train.__main__ import main as train
from tests.conftest import Project
from tests.edgejson.formats.rows import FORMATS, label

ROWS = 300


def exported(project: Project, name: str) -> Path:
    make, settings = FORMATS[name]
    project.settings(settings)
    return project.data("rows.jsonl", *map(make, range(ROWS)))


def answer(name: str, number: int) -> Any:
    one = label(number)
    if name not in ("openai_call", "hermes", "xlam"):
        return one
    return {"name": "register_runner", "arguments": {"runner": one["runner"], "bib": one["bib"]}}


@pytest.mark.parametrize("name", FORMATS)
def test_file_passes_trains_and_is_scored(
    name: str, project: Project, tiny_base: Path, tmp_path: Path, pytester: pytest.Pytester
) -> None:
    data = exported(project, name)
    done = pytester.runpytest_subprocess(
        "--edgejson", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", str(data)
    )
    done.stdout.fnmatch_lines([f"*rows.jsonl: PASSED ({ROWS} records*{ROWS} judged + 0 refused)"])
    assert admit(data).n_records == ROWS

    output = tmp_path / "adapter"
    settings = [f"base_model={tiny_base}", "precision=fp32", "max_steps=2", "records_per_step=4"]
    settings += ["scores.records=2", "max_tokens=2048"]
    assert train([f"--data={data}", f"--output={output}", *[f"--set={one}" for one in settings]]) == 0

    predictions = tmp_path / "predictions.jsonl"
    written = [{"id": _id(name, n), "output": json.dumps(answer(name, n))} for n in range(ROWS)]
    predictions.write_text("".join(f"{json.dumps(one)}\n" for one in written))
    report = tmp_path / "report.json"
    command = ["score", f"--data={data}", f"--predictions={predictions}", f"--report={report}"]
    assert evaluate(command) == 0
    scores = json.loads(report.read_text())["scores"]
    assert (scores["json_exact"]["hits"], scores["schema_compliance"]["hits"]) == (ROWS, ROWS)


def _id(name: str, number: int) -> str:
    return str(number + 1)
