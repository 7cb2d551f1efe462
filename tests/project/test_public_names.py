"""`__all__` of a package is what is public in it: no more, no less."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "edgejson": "edgejson",
    "pytest_edgejson": "pytest_edgejson",
    "generators": "edgejson.generators",
    "train": "edgejson.train",
    "eval": "edgejson.eval",
}


def packages() -> Iterator[tuple[str, Path]]:
    """Every package of the project: its import name and its `__init__.py`."""
    for folder, name in ROOMS.items():
        for init in sorted((ROOT / folder).rglob("__init__.py")):
            inner = init.parent.relative_to(ROOT / folder).parts
            yield ".".join((name, *inner)), init


def bound_names(statements: list[ast.stmt]) -> Iterator[str]:
    """The names that statements bind at module level, also inside `if TYPE_CHECKING:`."""
    for node in statements:
        match node:
            case ast.Import() | ast.ImportFrom():
                if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                    continue
                yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.If() | ast.Try() | ast.With():
                yield from bound_names(node.body)


@pytest.mark.parametrize(("name", "init"), [pytest.param(*package, id=package[0]) for package in packages()])
def test_all_is_what_is_public(name: str, init: Path) -> None:
    bound = set(bound_names(ast.parse(init.read_text(encoding="utf-8")).body))
    public = sorted(word for word in bound if not word.startswith("_") and word != "TYPE_CHECKING")
    package = importlib.import_module(name)
    assert sorted(getattr(package, "__all__", [])) == public
    assert [word for word in public if not hasattr(package, word)] == []
