"""A project for pytest runs within pytest, and one warm process in which all of them have files validated."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

import pytest

# Modules that a run within this process is the first to import are forgotten after it: a patch of the
# session would patch a stranger, and some modules load only once.
import pytest_edgejson.listing
import pytest_edgejson.session
from edgejson.commands.file_validation import warm_up
from edgejson.core.worker_pool import WorkerPool
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice, contact, invoice

warm_up()

Run = Callable[..., pytest.RunResult]
QUIET = ("-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")


class _Warm:
    """A real process, as the plugin starts one, but one for all tests: starting it costs seconds."""

    def __init__(self) -> None:
        self.pool = WorkerPool(1)

    def submit(self, work: Callable[..., Any], *arguments: Any) -> Future[Any]:
        self.pool.submit(os.chdir, Path.cwd()).result()
        return self.pool.submit(work, *arguments)

    def shutdown(self, **_: Any) -> None:
        """Live on."""


@pytest.fixture(scope="session")
def warm() -> Iterator[_Warm]:
    made = _Warm()
    yield made
    made.pool.submit(os.chdir, "/").result()
    made.pool.shutdown()


@pytest.fixture
def warm_process(warm: _Warm, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have runs within this process use the warm process."""
    monkeypatch.setattr(pytest_edgejson.session, "WorkerPool", lambda *_, **__: warm)


@pytest.fixture
def project(pytester: pytest.Pytester) -> Project:
    """A project with one good file, ``good.jsonl``, and one with one wrong invoice, ``bad.jsonl``.

    A few families are enough to see what a run does, and pytest is quicker with fewer items.
    """
    made = Project(pytester.path, families={"structure", "envelope", "invoice", "leakage"})
    made.settings()
    made.data("good.jsonl", contact(1), invoice(2))
    made.data("bad.jsonl", contact(3), broken_invoice(4))
    return made


@pytest.fixture
def run(pytester: pytest.Pytester, warm_process: None, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``pytest --edgejson`` with arguments, within this process."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    return partial(pytester.runpytest_inprocess, "--edgejson", *QUIET)


@pytest.fixture
def run_outside(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``pytest --edgejson`` with arguments in a process of its own, as users do; it costs seconds."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    return partial(pytester.runpytest_subprocess, "--edgejson", *QUIET, timeout=120)


def attested(project: Project) -> list[str]:
    """Return the names of the project's files that have an attestation."""
    suffix = attestation_path(Path("x")).name.removeprefix("x")
    return sorted(
        path.relative_to(project.root).as_posix().removesuffix(suffix)
        for path in project.root.rglob(f"*{suffix}")
    )


def outcomes(result: pytest.RunResult) -> dict[str, int]:
    """Return how many items passed, failed and so on, without the skipped ones and the time."""
    return {name: count for name, count in result.parseoutcomes().items() if name != "skipped"}
