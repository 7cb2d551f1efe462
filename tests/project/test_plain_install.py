"""`pip install edgejson`, without extras, is enough to validate: nothing that only extras bring is needed."""

import re
import subprocess
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.project.conftest import RunPython

SCORED = ["--data", "DATA", "--predictions", "P", "--report", "OUT"]

PROGRAM = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
from {module} import main
sys.exit(main({arguments!r}))
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
    more = _closure([*extras["train"], *extras["generate"]]) - plain
    return {
        module
        for module, owners in packages_distributions().items()
        if {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners} <= more
    }


def test_absent_is_what_the_extras_bring(absent: set[str]) -> None:
    assert {"torch", "transformers", "peft", "faker", "hypothesis", "yaml"} <= absent
    assert absent.isdisjoint({"pytest", "polars", "pandera", "pydantic", "rich"})


def test_plain_install_validates(
    run_python: RunPython, absent: set[str], good_data: Path, bad_data: Path
) -> None:
    def validate(data: Path) -> "subprocess.CompletedProcess[str]":
        arguments = ["validate", "--no-attest", str(data)]
        return run_python(PROGRAM.format(absent=absent, module="edgejson.__main__", arguments=arguments))

    passed = validate(good_data)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    failed = validate(bad_data)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "invoice.subtotal_is_sum_of_lines" in failed.stdout


@pytest.mark.parametrize(
    ("module", "arguments", "package", "extra"),
    [
        ("edgejson.__main__", ["extract", "a text", "--model", "base"], r"\w+", "train"),
        ("edgejson.train.__main__", ["--data", "DATA", "--output", "OUT"], "yaml", "train"),
        ("edgejson.eval.command_line", ["score", *SCORED], "numpy", "score"),
        (
            "edgejson.eval.command_line",
            ["--model", "base", "--data", "DATA", "--report", "OUT"],
            r"\w+",
            "train",
        ),
    ],
)
def test_what_lacks_is_named_with_its_extra(
    run_python: RunPython,
    absent: set[str],
    good_data: Path,
    tmp_path: Path,
    module: str,
    arguments: list[str],
    package: str,
    extra: str,
) -> None:
    (tmp_path / "P.jsonl").write_text("")
    places = {"DATA": str(good_data), "OUT": str(tmp_path / "out.json"), "P": str(tmp_path / "P.jsonl")}
    named = [places.get(each, each) for each in arguments]
    done = run_python(PROGRAM.format(absent=absent, module=module, arguments=named))
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    install = rf"{package} is not installed; get it with: pip install 'edgejson\[{extra}\]'"
    assert re.fullmatch(rf"(edgejson|edgejson\.train|error): {install}", last)
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.json").exists()
