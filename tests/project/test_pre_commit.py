"""The pre-commit hook that other repositories use, run by pre-commit itself in a repository made for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
# The published hook, but run from this environment: building one of its own would need a package index.
CONFIG = """
repos:
  - repo: local
    hooks:
      - id: edgejson
        name: edgejson
        entry: {entry}
        files: {files}
        require_serial: true
        language: system
"""


@pytest.fixture
def repository(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with the hook switched on, and pytest settings that would break a run of pytest."""
    import yaml

    [hook] = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "somebody@example.com")
    (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(entry=hook["entry"], files=hook["files"]))
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (folder / "conftest.py").write_text("raise SystemExit('not for the hook')\n")
    for command in (
        ["git", "init", "--quiet"],
        ["git", "add", "."],
        ["git", "commit", "--quiet", "-m", "Start"],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    subprocess.run([*PRE_COMMIT, "install"], cwd=folder, check=True, capture_output=True, timeout=60)
    return folder


def commit(repository: Path, data: Path) -> "subprocess.CompletedProcess[str]":
    """Try to commit a data file."""
    (repository / "data.jsonl").write_bytes(data.read_bytes())
    subprocess.run(["git", "add", "data.jsonl"], cwd=repository, check=True, timeout=60)
    command = ["git", "commit", "-m", "Data"]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False, timeout=120)


def test_bad_data_stops_the_commit(repository: Path, bad_data: Path) -> None:
    done = commit(repository, bad_data)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "data.jsonl:1" in done.stderr
    assert "invoice.subtotal_is_sum_of_lines" in done.stderr


def test_good_data_is_committed(repository: Path, good_data: Path) -> None:
    done = commit(repository, good_data)
    assert done.returncode == 0, done.stdout + done.stderr
    left = subprocess.run(
        ["git", "status", "--porcelain"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert left.stdout == ""


@pytest.mark.parametrize(
    ("command", "name"),
    [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")],
)
def test_committed_configuration_is_valid(root: Path, command: str, name: str) -> None:
    done = subprocess.run(
        [*PRE_COMMIT, command, str(root / name)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
