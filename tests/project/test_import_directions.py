"""Which room imports which: the table of ARCHITECTURE.md, checked on the source text of every module."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEARNING = ("accelerate", "gguf", "peft", "safetensors", "tokenizers", "torch", "transformers")
TABLES = ("pandera", "polars")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One row of the table: what a room never imports, and what it imports only where it is used."""

    package: str
    never: tuple[str, ...]
    only_where_used: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    """Files that may import other rooms, but only inside their functions."""


ROOMS = {
    "edgejson": Room(
        package="edgejson",
        never=(
            *LEARNING, "_pytest", "pytest", "pluggy", "pytest_edgejson",
            "edgejson.generators", "edgejson.train", "edgejson.eval", "faker", "hypothesis",
        ),
        only_where_used=("ray", "matplotlib", "numpy"),
        exempt=("edgejson/__main__.py",),
    ),
    "pytest_edgejson": Room(
        package="pytest_edgejson",
        never=(*LEARNING, "edgejson.generators", "edgejson.train", "edgejson.eval", "faker", "hypothesis"),
        only_where_used=(*TABLES, "ray", "matplotlib", "numpy"),
    ),
    "generators": Room(
        package="edgejson.generators",
        never=(*LEARNING, "_pytest", "pytest", "pytest_edgejson", "edgejson.train", "edgejson.eval"),
        only_where_used=(*TABLES, "ray"),
    ),
    "train": Room(
        package="edgejson.train",
        never=(
            "_pytest", "pytest", "pytest_edgejson", "edgejson.generators",
            "edgejson.eval.report", "edgejson.eval.reports", "edgejson.eval.leaderboard",
        ),
        only_where_used=(*TABLES, "ray"),
    ),
    "eval": Room(
        package="edgejson.eval",
        never=("_pytest", "pytest", "pytest_edgejson", "edgejson.generators"),
        only_where_used=(*TABLES, "ray"),
    ),
}  # fmt: skip


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
        if folder == "edgejson" and inner[0] in ("generators", "train", "eval"):
            continue
        yield path, ".".join((ROOMS[folder].package, *inner[:-1]))


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


def offences(room: Room, path: str, source: str, package: str) -> list[str]:
    """What a module imports against the table, one sentence each."""
    never = () if path in room.exempt else room.never
    only_where_used = (*room.only_where_used, *room.never) if path in room.exempt else room.only_where_used
    found = []
    for item in imports_of(ast.parse(source), package):
        if any(item.is_of(name) for name in never):
            found.append(f"{path}:{item.line} imports {item.name}, which its room never does")
        elif item.at_load and any(item.is_of(name) for name in only_where_used):
            found.append(
                f"{path}:{item.line} imports {item.name} at load: import it in the function that uses it"
            )
    return found


@pytest.mark.parametrize("folder", ROOMS)
def test_room_keeps_to_the_table(folder: str) -> None:
    room = ROOMS[folder]
    found = [
        offence
        for path, package in modules(folder)
        for offence in offences(
            room, path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"), package
        )
    ]
    assert found == []


@pytest.mark.parametrize(
    ("folder", "path", "source"),
    [
        ("edgejson", "edgejson/gate.py", "import pytest"),
        ("edgejson", "edgejson/gate.py", "def f():\n    import torch.nn"),
        ("edgejson", "edgejson/gate.py", "from edgejson import train"),
        ("edgejson", "edgejson/gate.py", "from .train import loop"),
        ("edgejson", "edgejson/gate.py", "import importlib\nimportlib.import_module('edgejson.eval')"),
        ("edgejson", "edgejson/__main__.py", "from edgejson.train import main"),
        ("pytest_edgejson", "pytest_edgejson/plugin.py", "import polars as pl"),
        ("pytest_edgejson", "pytest_edgejson/plugin.py", "from edgejson.generators import generate"),
        ("generators", "generators/world.py", "from edgejson.eval import score"),
        ("train", "train/card.py", "from edgejson.eval.report import Report"),
        ("eval", "eval/score.py", "if True:\n    from edgejson.generators.strategies import records"),
    ],
)
def test_table_refuses(folder: str, path: str, source: str) -> None:
    assert len(offences(ROOMS[folder], path, source, ROOMS[folder].package)) == 1


@pytest.mark.parametrize(
    ("folder", "path", "source"),
    [
        ("edgejson", "edgejson/__main__.py", "def main():\n    from edgejson.train import main"),
        ("edgejson", "edgejson/envelope.py", "def table():\n    import polars"),
        ("pytest_edgejson", "pytest_edgejson/plugin.py", "import pytest\nimport edgejson.suite"),
        ("train", "train/loop.py", "import torch\nfrom edgejson import gate"),
        ("eval", "eval/decode.py", "from edgejson.train import base_models"),
    ],
)
def test_table_admits(folder: str, path: str, source: str) -> None:
    assert offences(ROOMS[folder], path, source, ROOMS[folder].package) == []
