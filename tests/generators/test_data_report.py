"""The validation report: a missing schema or file is not hidden."""

import shutil
from pathlib import Path

import pytest

from edgejson.generators import __main__ as command_line
from edgejson.generators.data_files import DATA_FILES
from edgejson.generators.data_report import REPORT

ROOT = Path(__file__).resolve().parents[2]
WAIVERS = Path("data/natural/waivers.toml")


def test_a_schema_without_test_records_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / WAIVERS).parent.mkdir(parents=True)
    shutil.copy(ROOT / WAIVERS, tmp_path / WAIVERS)
    settings = f'[tool.edgejson]\nwaivers_file = "{WAIVERS.as_posix()}"\n'
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    for run in DATA_FILES:
        (tmp_path / run.output).parent.mkdir(parents=True, exist_ok=True)
        lines = (ROOT / run.output).read_bytes().splitlines(keepends=True)
        if run.split == "test":
            lines = [line for line in lines if b'"schema_id":"rating"' not in line]
        (tmp_path / run.output).write_bytes(b"".join(lines[:300]))
    assert command_line.main(["report", "--folder", str(tmp_path)]) == 0
    text = (tmp_path / REPORT).read_text("utf-8")
    assert "| test records a schema | 10 or more | 0 to " in text
    assert "| no gap over 2x | infx at most |" in text
    assert "600 of 600" in text
    assert f"{tmp_path / REPORT}: written" in capsys.readouterr().out


def test_a_missing_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(tmp_path)
    assert command_line.main(["report", "--folder", str(tmp_path)]) == 2
    assert "train_v3.jsonl" in capsys.readouterr().err
