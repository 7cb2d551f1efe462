"""Which room imports which: the table of ARCHITECTURE.md, checked on the source text of every module."""

import ast
from dataclasses import dataclass

import pytest

from tests.project.conftest import ROOMS, ROOT, imports_of, modules

LEARNING = ("accelerate", "gguf", "peft", "safetensors", "tokenizers", "torch", "transformers")
TABLES = ("pandera", "polars")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One row of the table: what a room never imports, and what it imports only where it is used."""

    never: tuple[str, ...]
    only_where_used: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    """Files that may import other rooms, but only inside their functions."""


TABLE = {
    "edgejson": Room(
        never=(
            *LEARNING, "_pytest", "pytest", "pluggy", "pytest_edgejson",
            "edgejson.generators", "edgejson.train", "edgejson.eval", "faker", "hypothesis",
        ),
        only_where_used=("ray", "matplotlib", "numpy"),
        exempt=("edgejson/__main__.py",),
    ),
    "pytest_edgejson": Room(
        never=(*LEARNING, "edgejson.generators", "edgejson.train", "edgejson.eval", "faker", "hypothesis"),
        only_where_used=(*TABLES, "ray", "matplotlib", "numpy"),
    ),
    "generators": Room(
        never=(*LEARNING, "_pytest", "pytest", "pytest_edgejson", "edgejson.train", "edgejson.eval"),
        only_where_used=(*TABLES, "ray"),
    ),
    "train": Room(
        never=(
            "_pytest", "pytest", "pytest_edgejson", "edgejson.generators",
            "edgejson.eval.report", "edgejson.eval.reports", "edgejson.eval.leaderboard",
        ),
        only_where_used=(*TABLES, "ray"),
    ),
    "eval": Room(
        never=("_pytest", "pytest", "pytest_edgejson", "edgejson.generators"),
        only_where_used=(*TABLES, "ray"),
    ),
}  # fmt: skip


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


@pytest.mark.parametrize("folder", TABLE)
def test_room_keeps_to_the_table(folder: str) -> None:
    room = TABLE[folder]
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
        ("edgejson", "edgejson/gate/admission.py", "import pytest"),
        ("edgejson", "edgejson/gate/admission.py", "def f():\n    import torch.nn"),
        ("edgejson", "edgejson/gate/admission.py", "from edgejson import train"),
        ("edgejson", "edgejson/gate/admission.py", "from .train import loop"),
        (
            "edgejson",
            "edgejson/gate/admission.py",
            "import importlib\nimportlib.import_module('edgejson.eval')",
        ),
        ("edgejson", "edgejson/__main__.py", "from edgejson.train import main"),
        ("pytest_edgejson", "pytest_edgejson/plugin.py", "import polars as pl"),
        ("pytest_edgejson", "pytest_edgejson/plugin.py", "from edgejson.generators import generate"),
        ("generators", "generators/world.py", "from edgejson.eval import score"),
        ("train", "train/card.py", "from edgejson.eval.report import Report"),
        ("eval", "eval/score.py", "if True:\n    from edgejson.generators.strategies import records"),
    ],
)
def test_table_refuses(folder: str, path: str, source: str) -> None:
    assert len(offences(TABLE[folder], path, source, ROOMS[folder])) == 1


@pytest.mark.parametrize(
    ("folder", "path", "source"),
    [
        ("edgejson", "edgejson/__main__.py", "def main():\n    from edgejson.train import main"),
        ("edgejson", "edgejson/core/envelope.py", "def table():\n    import polars"),
        ("pytest_edgejson", "pytest_edgejson/plugin.py", "import pytest\nimport edgejson.suite.suite"),
        ("train", "train/loop.py", "import torch\nfrom edgejson import gate"),
        ("eval", "eval/decode.py", "from edgejson.train import base_models"),
    ],
)
def test_table_admits(folder: str, path: str, source: str) -> None:
    assert offences(TABLE[folder], path, source, ROOMS[folder]) == []
