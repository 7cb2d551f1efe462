"""What the tests of the project itself share: its rooms, what their modules import, a Python of its own."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from edgejson.generators import GeneratedRecord, generate

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "edgejson": "edgejson",
    "pytest_edgejson": "pytest_edgejson",
    "generators": "edgejson.generators",
    "train": "edgejson.train",
    "eval": "edgejson.eval",
}
"""Folder of the checkout -> import name."""
LINKED = ("generators", "train", "eval")

RunPython = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def run_python(root: Path) -> RunPython:
    """Run a Python program text in a process of its own, in the checkout unless `cwd` says otherwise."""

    def run(
        program: str, *, cwd: Path = root, env: dict[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", program],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    return run


@pytest.fixture
def good_data(tmp_path: Path) -> Path:
    """A data file, in a folder of its own, that passes."""
    return _written(tmp_path / "good" / "data.jsonl", [generate("invoice", seed) for seed in range(3)])


@pytest.fixture
def bad_data(tmp_path: Path) -> Path:
    """A data file, in a folder of its own, whose totals do not add up."""
    records = [generate("invoice", seed, fault="independent-totals") for seed in range(3)]
    return _written(tmp_path / "bad" / "data.jsonl", records)


def _written(path: Path, records: list[GeneratedRecord]) -> Path:
    path.parent.mkdir()
    path.write_bytes(b"".join(record.line() for record in records))
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One name that a module imports, absolute, and whether that happens when the module is loaded."""

    line: int
    name: str
    at_load: bool

    def is_of(self, forbidden: str) -> bool:
        """Whether this is the forbidden name or something inside it."""
        return self.name == forbidden or self.name.startswith(forbidden + ".")


def modules(folder: str) -> Iterator[tuple[Path, str]]:
    """Every module of a room, links not followed: its path and its package."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        inner = path.relative_to(ROOT / folder).parts
        if folder == "edgejson" and inner[0] in LINKED:
            continue
        yield path, ".".join((ROOMS[folder], *inner[:-1]))


def imports_of(tree: ast.AST, package: str, *, at_load: bool = True) -> Iterator[Import]:
    """Every import below a node: statements, also relative ones, and `import_module("name")`."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Import():
                for alias in node.names:
                    yield Import(line=node.lineno, name=alias.name, at_load=at_load)
            case ast.ImportFrom():
                base = node.module or ""
                if node.level:
                    anchor = package.split(".")[: len(package.split(".")) - node.level + 1]
                    base = ".".join((*anchor, base)).rstrip(".")
                for alias in node.names:
                    yield Import(line=node.lineno, name=f"{base}.{alias.name}", at_load=at_load)
            case ast.Call(func=ast.Name(id="import_module") | ast.Attribute(attr="import_module")):
                match node.args:
                    case [ast.Constant(value=str(name)), *_]:
                        yield Import(line=node.lineno, name=name, at_load=at_load)
        deferred = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
            isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        )
        yield from imports_of(node, package, at_load=at_load and not deferred)
