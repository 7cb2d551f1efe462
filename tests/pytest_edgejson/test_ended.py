"""A run can always be ended: no process outlives it, whichever way it is ended, and there is no traceback."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import Project, contact
from tests.processes import ended, is_alive

ENDLESS = """
import os
from pathlib import Path
from edgejson import check

@check(scope="file")
def never_ends(dataset):
    Path(__file__).with_name(f"{os.getpid()}.pid").touch()
    Path(__file__).with_name(f"{os.getppid()}.pid").touch()
    sum(range(10**13))
"""
PYTEST = ("pytest", "--edgejson", "-p", "no:cacheprovider", "data.jsonl")
COMMANDS = {
    "pytest": PYTEST,
    "pytest with jobs": (*PYTEST, "--edgejson-jobs", "2"),
    "xdist": (*PYTEST, "-n", "1"),
    "validate": ("edgejson", "validate", "data.jsonl"),
    "validate with jobs": ("edgejson", "validate", "data.jsonl", "--jobs", "2"),
    "clean": ("edgejson", "clean", "data.jsonl", "out.jsonl"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda by: by.name)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_process_is_left(project: Project, command: tuple[str, ...], by: signal.Signals) -> None:
    project.file("check_mine.py", ENDLESS)
    project.data("data.jsonl", contact(1))
    run = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    limit = time.monotonic() + 120
    while len(list(project.root.glob("*.pid"))) < 2:
        assert run.poll() is None, run.communicate()[0]
        assert time.monotonic() < limit
        time.sleep(0.1)
    pids = [int(path.stem) for path in project.root.glob("*.pid") if path.stem != str(os.getpid())]
    assert all(map(is_alive, pids))
    # Ctrl-C is for all processes of a terminal.
    os.killpg(run.pid, by) if by == signal.SIGINT else run.send_signal(by)
    said, _ = run.communicate(timeout=60)
    assert ended([run.pid, *pids])
    assert "Traceback" not in said
    assert "INTERNALERROR" not in said


def test_timeout_of_an_item_ends_the_file_and_not_the_run(project: Project) -> None:
    """What pytest-timeout stops is not waited for at the end."""
    project.file("bad/check_mine.py", ENDLESS)
    project.data("bad/data.jsonl", contact(1))
    project.data("good.jsonl", contact(1))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--edgejson", "bad/data.jsonl", "good.jsonl", "--timeout", "15"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "the validation was stopped" in done.stdout
    assert "good.jsonl: PASSED" in done.stdout
    assert (project.root / "good.jsonl.attestation.json").exists()
    assert not (project.root / "bad/data.jsonl.attestation.json").exists()
