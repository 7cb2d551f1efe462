"""The scripts behind the Makefile and `.ci/run`, with stand-ins for the commands they call."""

import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts need bash")

STEPS_OF_THE_DEMO = 8


class Checkout:
    """A folder laid out like the checkout, in which a script of ours runs among stand-ins."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder

    def take(self, name: str) -> None:
        """Copy one file of the real checkout."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.root / name, self.folder / name)

    def stand_in(self, name: str, script: str) -> None:
        """Put a shell script where a command is expected."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/usr/bin/env bash\n{script}\n")
        path.chmod(0o755)

    def run(self, script: str, path: str = "", **env: str) -> "subprocess.CompletedProcess[str]":
        """Run one of the scripts; `path` is a folder to look for commands in first."""
        where = f"{self.folder / path}:/usr/bin:/bin" if path else "/usr/bin:/bin"
        return subprocess.run(
            ["bash", str(self.folder / script)],
            cwd=self.folder,
            env={"PATH": where, **env},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Checkout:
    return Checkout(root, tmp_path)


@pytest.fixture
def demo(checkout: Checkout) -> Checkout:
    """The demo, with a suite and a trainer that refuse the exhibit as they should."""
    checkout.take("tools/demo.sh")
    checkout.stand_in(".venv/bin/pytest", '[[ "$*" != *data/v2/* ]] || exit 1')
    checkout.stand_in(".venv/bin/python", '[[ "$*" != *data/v2/* ]] || exit 3')
    return checkout


def test_demo_takes_every_step(demo: Checkout) -> None:
    done = demo.run("tools/demo.sh")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("\n$ ") == STEPS_OF_THE_DEMO
    assert f"all {STEPS_OF_THE_DEMO} steps ended as they should" in done.stdout


def test_demo_fails_when_the_suite_passes_the_exhibit(demo: Checkout) -> None:
    demo.stand_in(".venv/bin/pytest", "exit 0")
    done = demo.run("tools/demo.sh")
    assert done.returncode == 1
    assert "step 2 ended with exit code 0, not 1" in done.stderr


def test_demo_fails_when_the_trainer_takes_the_exhibit(demo: Checkout) -> None:
    demo.stand_in(".venv/bin/python", "exit 0")
    done = demo.run("tools/demo.sh")
    assert done.returncode == 1
    assert "step 3 ended with exit code 0, not 3" in done.stderr


def test_environment_without_python_is_one_sentence(checkout: Checkout) -> None:
    for name in ("pyproject.toml", "requirements/constraints.txt", "tools/env.sh"):
        checkout.take(name)
    done = checkout.run("tools/env.sh", PYTHON="python-that-is-not-there")
    assert done.returncode == 1
    [sentence] = done.stderr.splitlines()
    assert sentence.startswith("env: no Python >= 3.11 found (looked for: python-that-is-not-there)")
    assert not (checkout.folder / ".venv").exists()


@pytest.mark.parametrize(("lint", "code"), [("exit 0", 0), ("exit 2", 1)])
def test_ci_ends_with_pytests_closing_line(checkout: Checkout, lint: str, code: int) -> None:
    checkout.take(".ci/run")
    closing = "================== 3 passed in 1.25s =================="
    checkout.stand_in("bin/make", f'[ "$1" = test ] && echo "{closing}" || {{ {lint}; }}')
    done = checkout.run(".ci/run", path="bin")
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == closing


def test_ci_fails_when_a_test_fails(checkout: Checkout) -> None:
    checkout.take(".ci/run")
    closing = "============= 1 failed, 2 passed in 61.25s (0:01:01) ============="
    checkout.stand_in("bin/make", f'[ "$1" != test ] || {{ echo "{closing}"; exit 2; }}')
    done = checkout.run(".ci/run", path="bin")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == closing
