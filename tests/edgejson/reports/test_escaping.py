"""Control characters of data and file names are escaped in every output, and pages run only our scripts."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from edgejson.__main__ import main
from tests.conftest import Project, broken_invoice, contact

COMMAND = "::error::owned"
STEERS = f"\n{COMMAND}\r\x1b[2J\x1b]0;owned\x07\x9b\u202e\u2028"
"""A line feed before a command of GitHub, sequences for terminals, text from right to left."""


@pytest.fixture
def hostile(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project.root)
    bad = broken_invoice(1)
    bad["id"] += STEERS
    bad["expected_output"]["customer_name"] = f"Ada{STEERS}"
    bad["expected_output"][f"new{STEERS}"] = STEERS
    return project.data(
        f"folder/{COMMAND}\n{COMMAND}\x1b.jsonl", bad, contact(2), b'{"a' + STEERS.encode() + b'": 1}'
    )


def is_harmless(text: str) -> bool:
    return not any(line.startswith("::") or not line.isprintable() for line in text.split("\n"))


def test_validate(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "folder", "--show", "100"]) == 1
    output = capsys.readouterr()
    assert "owned" in output.out
    assert is_harmless(output.out)


def test_file_that_cannot_be_read(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile.unlink()
    hostile.symlink_to("/dev/zero")
    assert main(["validate", "folder"]) == 2
    assert is_harmless(capsys.readouterr().err)


def test_clean(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", str(hostile), "out.jsonl"]) == 0
    output = capsys.readouterr()
    assert "dropped" in output.out
    assert is_harmless(output.out)


def test_page(hostile: Path, tmp_path: Path) -> None:
    assert main(["validate", "folder", "--html", "page.html", "--sarif", "log.sarif"]) == 1
    text = (tmp_path / "page.html").read_text()
    assert "owned" in text
    assert all(c.isprintable() or c in "\n\t" for c in text)
    assert all(ord(c) > 31 or c == "\n" for c in (tmp_path / "log.sarif").read_text())


def test_policy_of_a_page_allows_the_scripts_in_it_and_no_others(hostile: Path, tmp_path: Path) -> None:
    assert main(["validate", "folder", "--html", "page.html"]) == 1
    text = (tmp_path / "page.html").read_text()
    found = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert found is not None
    policy = dict(part.strip().split(" ", 1) for part in found[1].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    scripts = re.findall("<script>(.*?)</script>", text, re.DOTALL)
    assert scripts
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy["script-src"]
    assert not re.search(r"<[^>]* on[a-z]+=", text)
