"""Which room imports which: the table of ARCHITECTURE.md, checked on the source text of every module."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project.conftest import ROOMS, ROOT, imports_of, modules

LEARNING = ("accelerate", "gguf", "peft", "safetensors", "tokenizers", "torch", "transformers")
TABLES = ("pandera", "polars")
PYTEST = ("_pytest", "pluggy", "pytest", "pytest_edgejson")
GENERATION = ("edgejson.generators", "faker", "hypothesis")
USERS_OF_MODELS = ("edgejson.train", "edgejson.eval")
OTHER_THAN_CORE = (
    "alignment", "commands", "constraints", "dataset", "gate", "grounding", "models", "reports", "rules",
    "scoring", "suite",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One row of the table: what a room never imports, and what it imports only where it is used."""

    never: tuple[str, ...]
    only_where_used: tuple[str, ...] = ("ray", "numpy")


def inside_edgejson(*never: str) -> Room:
    """A room of the package that imports none of these rooms, and nothing that learns or generates."""
    return Room(
        never=(*LEARNING, *PYTEST, *GENERATION, *USERS_OF_MODELS, *(f"edgejson.{room}" for room in never))
    )


JUDGING = inside_edgejson("gate", "reports", "commands", "models", "scoring")
TABLE = {
    "edgejson": inside_edgejson("reports", "commands", "models", "scoring"),
    "edgejson/__main__.py": Room(
        never=(*LEARNING, *PYTEST, "faker", "hypothesis"),
        only_where_used=("edgejson.generators", *USERS_OF_MODELS, "edgejson.models"),
    ),
    "edgejson/core": inside_edgejson(*OTHER_THAN_CORE),
    "edgejson/suite": JUDGING,
    "edgejson/dataset": JUDGING,
    "edgejson/rules": JUDGING,
    "edgejson/constraints": JUDGING,
    "edgejson/grounding": JUDGING,
    "edgejson/alignment": JUDGING,
    "edgejson/gate": inside_edgejson("reports", "commands", "models", "scoring"),
    "edgejson/reports": inside_edgejson("commands", "models", "scoring"),
    "edgejson/commands": Room(
        never=(*LEARNING, *PYTEST, "faker", "hypothesis"),
        only_where_used=("edgejson.generators", *USERS_OF_MODELS, "edgejson.models"),
    ),
    "edgejson/models": Room(
        never=(
            *PYTEST, *GENERATION, *USERS_OF_MODELS,
            "edgejson.suite", "edgejson.gate", "edgejson.reports", "edgejson.commands", "edgejson.scoring",
        ),
        only_where_used=("ray",),
    ),
    "edgejson/scoring": inside_edgejson("gate", "reports", "commands", "models"),
    "pytest_edgejson": Room(
        never=(*LEARNING, *GENERATION, *USERS_OF_MODELS),
        only_where_used=(*TABLES, "ray", "numpy"),
    ),
    "generators": Room(
        never=(*LEARNING, "_pytest", "pytest", "pytest_edgejson", *USERS_OF_MODELS),
        only_where_used=(*TABLES, "ray"),
    ),
    "train": Room(never=(*PYTEST, *GENERATION, "edgejson.eval"), only_where_used=(*TABLES, "ray")),
    "eval": Room(never=(*PYTEST, *GENERATION, "edgejson.train"), only_where_used=(*TABLES, "ray")),
}  # fmt: skip
"""By folder or file; the longest one that a module's path begins with is its row."""


def row_of(path: str) -> str:
    """Return the key of a module's row."""
    return max((key for key in TABLE if path == key or path.startswith(f"{key}/")), key=len)


def offences(path: str, source: str, package: str) -> list[str]:
    """What a module imports against the table, one sentence each."""
    room = TABLE[row_of(path)]
    found = []
    for item in imports_of(ast.parse(source), package):
        if any(item.is_of(name) for name in room.never):
            found.append(f"{path}:{item.line} imports {item.name}, which its room never does")
        elif item.at_load and any(item.is_of(name) for name in room.only_where_used):
            found.append(
                f"{path}:{item.line} imports {item.name} at load: import it in the function that uses it"
            )
    return found


@pytest.mark.parametrize("folder", ROOMS)
def test_rooms_keep_to_the_table(folder: str) -> None:
    found = [
        offence
        for path, package in modules(folder)
        for offence in offences(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"), package)
    ]
    assert found == []


def test_every_folder_of_the_package_has_a_row() -> None:
    folders = {path.relative_to(ROOT).parts[1] for path, _ in modules("edgejson")}
    rooms = {f"edgejson/{name}" for name in folders if (ROOT / "edgejson" / name).is_dir()}
    assert rooms - TABLE.keys() == set()


def test_the_table_is_that_of_the_architecture() -> None:
    """Each row of ARCHITECTURE.md forbids what is forbidden here."""
    lines = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| `") and line.count("|") == 4]
    described = set()
    for line in rows:
        names, _, never = (cell.strip() for cell in line.strip("|").split("|"))
        keys = [name.strip(" `").strip("/") for name in names.split(",")]
        for key in (name if name in TABLE else f"edgejson/{name}" for name in keys):
            if key not in TABLE:
                continue
            described.add(key)
            for word in never.replace("any other room", "suite").split(", "):
                name = {"the plugin": "pytest_edgejson"}.get(word, word)
                candidates = {name, f"edgejson.{name}"}
                assert candidates & set(TABLE[key].never), f"{key} may import {word} here"
    assert described >= {key for key in TABLE if key not in ("edgejson", "edgejson/__main__.py")}


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("edgejson/gate/admission.py", "import pytest"),
        ("edgejson/gate/admission.py", "def f():\n    import torch.nn"),
        ("edgejson/gate/admission.py", "from edgejson import train"),
        ("edgejson/gate/admission.py", "from ..train import loop"),
        ("edgejson/gate/admission.py", "import importlib\nimportlib.import_module('edgejson.eval')"),
        ("edgejson/core/money.py", "from edgejson.suite import engine"),
        ("edgejson/core/money.py", "def f():\n    from edgejson.dataset.tables import Table"),
        ("edgejson/suite/engine.py", "from edgejson.gate import admission"),
        ("edgejson/rules/invoice.py", "from edgejson.reports.text import lines"),
        ("edgejson/reports/page.py", "from edgejson.scoring import scores"),
        ("edgejson/scoring/scores.py", "def f():\n    import torch"),
        ("edgejson/scoring/scores.py", "from edgejson.models.limits import Limit"),
        ("edgejson/models/limits.py", "from edgejson.scoring.scores import SCORES"),
        ("edgejson/models/limits.py", "def f():\n    from edgejson.train import recipe"),
        ("edgejson/models/limits.py", "from edgejson.suite.registry import Registry"),
        ("edgejson/commands/extract.py", "from edgejson.models.generation import generate_answer"),
        ("edgejson/commands/extract.py", "def f():\n    import torch"),
        ("edgejson/__main__.py", "from edgejson.train import main"),
        ("pytest_edgejson/plugin.py", "import polars as pl"),
        ("pytest_edgejson/plugin.py", "from edgejson.generators import generate"),
        ("generators/world.py", "from edgejson.eval import score"),
        ("train/card.py", "from edgejson.eval.report import Report"),
        ("train/card.py", "def f():\n    from edgejson import eval"),
        ("eval/score.py", "if True:\n    from edgejson.generators.strategies import records"),
        ("eval/score.py", "def f():\n    from edgejson.train.recipe import Recipe"),
    ],
)
def test_table_refuses(path: str, source: str) -> None:
    assert len(offences(path, source, package_of(path))) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("edgejson/__main__.py", "def main():\n    from edgejson.train import main"),
        ("edgejson/core/envelope.py", "def table():\n    import polars"),
        ("edgejson/core/envelope.py", "from edgejson.errors import EdgejsonError"),
        ("edgejson/commands/extract.py", "def main():\n    from edgejson.models import generation"),
        ("edgejson/models/loading.py", "import torch\nfrom edgejson.core.console import notify"),
        ("edgejson/scoring/schemas.py", "from edgejson.suite.registry import Registry"),
        ("pytest_edgejson/plugin.py", "import pytest\nimport edgejson.suite.suite"),
        ("train/loop.py", "import torch\nfrom edgejson import gate"),
        ("train/loop.py", "from edgejson.scoring.scores import SCORES\nfrom edgejson.models import limits"),
        ("eval/decode.py", "from edgejson.models import base_model"),
    ],
)
def test_table_admits(path: str, source: str) -> None:
    assert offences(path, source, package_of(path)) == []


def package_of(path: str) -> str:
    """Return the package of a module at a path of the checkout."""
    folder, *inner = Path(path).parent.parts
    return ".".join((ROOMS[folder], *inner))
