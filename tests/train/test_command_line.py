"""``python -m edgejson.train``: the gate before everything, exit codes, and one sentence each."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edgejson import admit_or_validate
from edgejson.models.base_model import MANIFEST
from edgejson.suite.suite import resolve_suite
from edgejson.train.__main__ import main

ASK_WITHOUT_TORCH = """
import sys
from edgejson.train.__main__ import main
status = main(sys.argv[1:])
heavy = {"torch", "transformers", "peft", "accelerate"} & set(sys.modules)
assert not heavy, heavy
sys.exit(status)
"""


@pytest.fixture
def arguments(tiny_base: Path, tmp_path: Path) -> list[str]:
    settings = [f"base_model={tiny_base}", "precision=fp32", "max_steps=2", "records_per_step=4"]
    return [f"--output={tmp_path / 'out'}", *[f"--set={setting}" for setting in settings]]


def test_clean_data_is_validated_and_trained_on(
    write_toy_data: Callable[..., Path],
    arguments: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = write_toy_data(tmp_path)
    assert main([f"--data={data}", *arguments]) == 0
    assert (tmp_path / "out" / MANIFEST).exists()
    assert (tmp_path / "toy.jsonl.attestation.json").exists()
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "records to train on" in shown.err
    assert f"python -m edgejson.eval --model {tmp_path / 'out'}" in shown.err


def edited(data: Path) -> None:
    """Change one byte; the data would still pass."""
    admit_or_validate(data)
    data.write_bytes(
        data.read_bytes().replace(b'"source": "template"', b'"source": "humanlike"'.ljust(20), 1)
    )


def without_attestation(data: Path) -> None:
    """Leave the data as it is."""


def with_a_copied_attestation(data: Path) -> None:
    other = shutil.copy(data, data.with_name("other.jsonl"))
    admit_or_validate(other)
    shutil.copy(f"{other}.attestation.json", f"{data}.attestation.json")


def with_a_new_rule(data: Path) -> None:
    admit_or_validate(data)
    rule = "from edgejson import check\n\n@check\ndef names_are_short(record):\n    '''Names are short.'''\n"
    data.with_name("check_names.py").write_text(rule + "    assert len(record.label['name']) < 9\n")


def with_a_wrong_record(data: Path) -> None:
    data.write_bytes(data.read_bytes().replace(b'"age": 20', b'"age": 21', 1))


@pytest.mark.parametrize(
    ("spoil", "extra", "refusal"),
    [
        (without_attestation, ["--require-attestation"], "no attestation"),
        (edited, [], "edited data"),
        (with_a_copied_attestation, [], "another file's attestation"),
        (with_a_new_rule, [], "another suite"),
        (with_a_wrong_record, [], "failed"),
    ],
)
def test_data_that_is_not_admitted_is_refused_before_anything_heavy_is_imported(
    write_toy_data: Callable[..., Path],
    arguments: list[str],
    tmp_path: Path,
    spoil: Callable[[Path], None],
    extra: list[str],
    refusal: str,
) -> None:
    data = write_toy_data(tmp_path)
    spoil(data)
    command = [sys.executable, "-c", ASK_WITHOUT_TORCH, f"--data={data}", *extra, *arguments]
    finished = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=dict(os.environ))
    assert finished.returncode == 3, finished.stderr
    assert f"is not admitted ({refusal})" in finished.stderr
    assert "to mend it: " in finished.stderr
    assert len(finished.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--set=epochs=0"], "epochs: input should be greater than or equal to 1"),
        (["--config=missing.yaml"], "no such configuration file"),
        (["--data=missing.jsonl"], "missing.jsonl"),
        (["--set=base_model=/no/such/model"], "no such folder or file"),
        (["--resume"], "no checkpoint to resume from"),
    ],
)
def test_mistakes_are_exit_code_2_and_a_sentence(
    write_toy_data: Callable[..., Path],
    arguments: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    wrong: list[str],
    said: str,
) -> None:
    data = write_toy_data(tmp_path)
    assert main([f"--data={data}", *arguments, *wrong]) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert "Traceback" not in shown


def test_the_settings_can_be_named(
    write_toy_data: Callable[..., Path], arguments: list[str], tmp_path: Path
) -> None:
    """With the settings beside the data nothing is known of its schema; with those named, all of it."""
    data = write_toy_data(tmp_path / "project")
    settings = data.with_name("pyproject.toml").rename(data.with_name("other.toml"))
    data.with_name("pyproject.toml").write_text("[tool.edgejson]\n")
    assert main([f"--data={data}", *arguments, "--set=scores.records=4"]) == 3
    data.with_name(f"{data.name}.attestation.json").unlink(missing_ok=True)
    assert main([f"--data={data}", f"--edgejson-config={settings}", *arguments]) == 0
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_text())
    assert manifest["data"]["suite_sha256"] == resolve_suite(data, settings).sha256
