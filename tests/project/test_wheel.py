"""The wheel holds what the tree holds, asks for nothing heavy, works, and is the same bytes each time."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.project.conftest import LINKED, ROOMS, RunPython

AUTHOR = ("-c", "user.name=Tests", "-c", "user.email=tests@example.org")
# What belongs to the repository's own experiments and stays out of the wheel.
LEFT_OUT = ("edgejson/eval/demo_sample.json", "edgejson/eval/reports/")


def _files_of_the_tree(tree: Path) -> set[str]:
    """What the wheel should hold: every file of the rooms, under its import name."""
    wanted = set()
    for folder, package in ROOMS.items():
        for path in (tree / folder).rglob("*"):
            inner = path.relative_to(tree / folder)
            linked = folder == "edgejson" and inner.parts[0] in LINKED
            if path.is_file() and not linked:
                wanted.add(f"{package.replace('.', '/')}/{inner.as_posix()}")
    return {name for name in wanted if not name.startswith(LEFT_OUT)}


@pytest.fixture(scope="module")
def tree(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a copy of what a wheel is built from, links kept, in one commit."""
    copy = tmp_path_factory.mktemp("tree")
    for folder in ROOMS:
        shutil.copytree(
            root / folder, copy / folder, symlinks=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    (copy / "tools").mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "tools/wheel.sh"):
        shutil.copy(root / name, copy / name)
    for command in (["init", "-q"], ["add", "--all", "--force"], [*AUTHOR, "commit", "-q", "-m", "all"]):
        subprocess.run(["git", *command], cwd=copy, check=True, timeout=60)
    return copy


def build(tree: Path) -> Path:
    """Build the wheel of a repository; return its path."""
    done = subprocess.run(
        ["tools/wheel.sh"], cwd=tree, env={**os.environ, "PYTHON": sys.executable},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = (tree / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def wheel(tree: Path) -> Path:
    """The wheel of that repository."""
    return build(tree)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheel, and nothing else, is installed."""
    target = tmp_path_factory.mktemp("installed")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-index",
        "--no-deps",
        "--target",
        str(target),
        str(wheel),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_wheel_holds_the_tree(wheel: Path, tree: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert sorted(held) == sorted(_files_of_the_tree(tree))


def test_wheel_is_the_same_bytes_in_another_checkout(wheel: Path, tree: Path, tmp_path: Path) -> None:
    before = os.umask(0o007)
    try:
        subprocess.run(["git", "clone", "-q", str(tree), str(tmp_path / "clone")], check=True, timeout=60)
        for path in (tmp_path / "clone" / "edgejson").rglob("*.py"):
            os.utime(path, (981_158_400, 981_158_400))
        assert build(tmp_path / "clone").read_bytes() == wheel.read_bytes()
    finally:
        os.umask(before)


def test_plain_install_asks_for_nothing_heavy(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [metadata] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        requirements = Parser().parsestr(archive.read(metadata).decode()).get_all("Requires-Dist") or []
    plain = {re.split(r"[^\w-]", line)[0] for line in requirements if "extra ==" not in line}
    extra = {re.split(r"[^\w-]", line)[0] for line in requirements if "extra ==" in line}
    assert "pytest" in plain
    assert {
        "torch",
        "transformers",
        "peft",
        "accelerate",
        "faker",
        "hypothesis",
    } <= extra
    assert plain & extra == set()


def test_installed_wheel_works_elsewhere(installed: Path, run_python: RunPython, tmp_path: Path) -> None:
    program = (
        "import edgejson, edgejson.train, edgejson.eval, edgejson.generators, pytest_edgejson.plugin\n"
        "from edgejson.suite.schema_registry import registry\n"
        "print(edgejson.__file__, edgejson.train.__file__, len(registry().schema_ids), sep='\\n')\n"
    )
    done = run_python(program, cwd=tmp_path, env={"PYTHONPATH": str(installed)})
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        str(installed / "edgejson" / "__init__.py"),
        str(installed / "edgejson" / "train" / "__init__.py"),
        "25",
    ]
