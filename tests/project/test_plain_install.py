"""`pip install edgejson`, without extras, is enough to validate: nothing that only extras bring is needed."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.project.conftest import RunPython

PROGRAM = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
from edgejson.__main__ import main
sys.exit(main(["validate", "--no-attest", {data!r}]))
"""


def _closure(requirements: Iterable[str]) -> set[str]:
    """The normalised names of distributions that installing `requirements` brings, as installed here."""
    names: set[str] = set()
    waiting = [Requirement(text) for text in requirements]
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted = waiting.pop()
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        for extra in ("", *wanted.extras):
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            names.add(name)
            try:
                needed = [Requirement(text) for text in requires(name) or []]
            except PackageNotFoundError:
                continue
            waiting += [
                each for each in needed if each.marker is None or each.marker.evaluate({"extra": extra})
            ]
    return names


@pytest.fixture(scope="module")
def absent(root: Path) -> set[str]:
    """The importable names that a plain install lacks."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    plain = _closure(project["dependencies"])
    extras = project["optional-dependencies"]
    more = _closure([*extras["train"], *extras["generate"], *extras["report"]]) - plain
    return {
        module
        for module, owners in packages_distributions().items()
        if {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners} <= more
    }


def test_absent_is_what_the_extras_bring(absent: set[str]) -> None:
    assert {"torch", "transformers", "peft", "faker", "hypothesis", "matplotlib", "yaml"} <= absent
    assert absent.isdisjoint({"pytest", "polars", "pandera", "pydantic", "rich"})


def test_plain_install_validates(
    run_python: RunPython, absent: set[str], good_data: Path, bad_data: Path
) -> None:
    passed = run_python(PROGRAM.format(absent=absent, data=str(good_data)))
    assert passed.returncode == 0, passed.stdout + passed.stderr
    failed = run_python(PROGRAM.format(absent=absent, data=str(bad_data)))
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "invoice.subtotal_is_sum_of_lines" in failed.stdout
