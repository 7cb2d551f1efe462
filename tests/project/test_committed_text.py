"""Committed text works anywhere: it names no folder of one machine and no package index."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.project.conftest import LINKED

# Split, so that this file does not find itself.
MACHINE_PATH = re.compile(
    r"(?<![\w.$}])/(?:" + r"home/\w|root/|work/|opt/|Users/\w|tmp/\w)" + r"|[A-Z]:\\Users\\"
)
PACKAGE_INDEX = re.compile(
    r"index-url[ =]+[\"']?\w+:/"
    + r"/|file:/"
    + r"/|pythonhosted\.|download\.pytorch\.|https?:/"
    + r"/[^\s/]+/simple\b"
)
# Records hold invented paths and addresses of their own.
DATA = re.compile(r"\.jsonl$")


Files = list[tuple[str, list[str]]]


@pytest.fixture(scope="module")
def committed(root: Path) -> Files:
    """Every tracked text file: its path and its lines."""
    if shutil.which("git") is None or not (root / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    files = []
    for name in filter(None, listed):
        path = root / name
        if path.is_symlink() or not path.is_file() or DATA.search(name):
            continue
        files.append((name, path.read_bytes().decode("utf-8", errors="replace").splitlines()))
    return files


@pytest.mark.parametrize("pattern", [MACHINE_PATH, PACKAGE_INDEX], ids=["machine-path", "package-index"])
def test_committed_text_names_none(committed: Files, pattern: re.Pattern[str]) -> None:
    found = [
        f"{name}:{number}: {line}"
        for name, lines in committed
        for number, line in enumerate(lines, 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE_PATH, "open('/" + "home/someone/data.jsonl')"),
        (MACHINE_PATH, "see /" + "tmp/log"),
        (PACKAGE_INDEX, "pip install --index-url https:" + "//index.example/whl torch"),
        (PACKAGE_INDEX, "extra-index-url = https:" + "//index.example/simple/"),
    ],
)
def test_patterns_see_what_they_are_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


def test_links_point_inside_the_checkout(root: Path) -> None:
    links = {
        path.name: path.readlink().as_posix() for path in (root / "edgejson").iterdir() if path.is_symlink()
    }
    assert links == {room: f"../{room}" for room in LINKED}
