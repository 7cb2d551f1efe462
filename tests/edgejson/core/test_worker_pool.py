"""Worker processes are isolated from the process that starts them, and end with it however it ends."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from edgejson.core.worker_pool import WorkerPool
from edgejson.errors import SourceError, WorkerDied
from tests.processes import ended, is_alive

STARTS_WORKERS = """
import sys, time
from edgejson.core.worker_pool import WorkerPool
pool = WorkerPool(2)
tasks = [pool.submit({work}) for _ in range(2)]
print(*(process.pid for process in pool._processes.values()), flush=True)
time.sleep(600)
"""


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(1) as made:
        yield made


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(
    "work",
    [
        "abs, 1",  # idle
        "time.sleep, 600",
        "sum, range(10**13)",  # never gives another thread of its process a turn
    ],
)
def test_workers_end_when_their_parent_is_killed(work: str) -> None:
    program = textwrap.dedent(STARTS_WORKERS).format(work=work)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        assert all(map(is_alive, pids))
        parent.kill()
    assert ended(pids)


def test_shutdown_does_not_wait_for_a_task() -> None:
    pool = WorkerPool(1)
    task = pool.submit(time.sleep, 600)
    (process,) = pool._processes.values()
    while not task.running():
        time.sleep(0.01)
    pool.shutdown()
    assert process.poll() is not None
    with pytest.raises(WorkerDied):
        task.result()
    with pytest.raises(RuntimeError):
        pool.submit(abs, 1)


def test_the_pipe_alone_ends_a_worker() -> None:
    """Where the system cannot tie a process to its parent, the end of the pipe does."""
    pool = WorkerPool(1)
    (process,) = pool._processes.values()
    task = pool.submit(time.sleep, 600)
    assert process.stdin is not None
    while not task.running():
        time.sleep(0.01)
    process.stdin.close()
    assert process.wait(60) == 1
    pool.shutdown()


def test_interrupt_is_for_the_parent(pool: WorkerPool) -> None:
    pid = pool.submit(os.getpid).result()
    os.kill(pid, signal.SIGINT)
    assert pool.submit(abs, -1).result() == 1


def test_task_that_ends_its_process_fails_and_the_next_has_a_new_one(pool: WorkerPool) -> None:
    first = pool.submit(os.getpid).result()
    with pytest.raises(WorkerDied, match="does a rule end it"):
        pool.submit(os._exit, 0).result()
    assert pool.submit(os.getpid).result() != first


def test_what_a_task_raises_is_raised_here(pool: WorkerPool) -> None:
    with pytest.raises(SourceError, match="there: no such file"):
        pool.submit(_raise, SourceError("there", "no such file")).result()
    with pytest.raises(ValueError, match="invalid literal") as caught:
        pool.submit(int, "x").result()
    assert "worker_process.py" in caught.value.__notes__[0]
    with pytest.raises(SystemExit):
        pool.submit(sys.exit, 3).result()


def _raise(error: Exception) -> None:
    raise error


def test_task_that_cannot_be_sent(pool: WorkerPool) -> None:
    task: Future[None] = pool.submit(lambda: None)
    with pytest.raises(Exception, match="pickle"):
        task.result()
    assert pool.submit(abs, -1).result() == 1


def test_prints_of_a_task_go_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    with WorkerPool(1) as pool:
        assert pool.submit(os.system, "echo told").result() == 0
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "told\n")


def test_modules_come_from_where_packages_are_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("polars.py", "json.py", "edgejson/__init__.py", "sitecustomize.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("raise SystemExit('the wrong module')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with WorkerPool(1) as pool:
        assert str(tmp_path) not in pool.submit(eval, "__import__('sys').path").result()
        assert not pool.submit(eval, "__import__('polars').__file__").result().startswith(str(tmp_path))
