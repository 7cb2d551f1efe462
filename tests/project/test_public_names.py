"""`__all__` of a package is what is public in it: no more, no less."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.conftest import ROOMS, ROOT


def packages() -> Iterator[tuple[str, Path]]:
    """Every package of the project: its import name and its `__init__.py`."""
    for folder, name in ROOMS.items():
        for init in sorted((ROOT / folder).rglob("__init__.py")):
            inner = init.parent.relative_to(ROOT / folder).parts
            yield ".".join((name, *inner)), init


def public_names(statements: list[ast.stmt], package: str) -> Iterator[str]:
    """The names that a package offers: defined in its `__init__.py`, or imported there from its own modules.

    Modules themselves, and what it imports from elsewhere for its own use, are not among them.
    """
    for node in statements:
        match node:
            case ast.ImportFrom():
                source = f"{package}.{node.module or ''}" if node.level else node.module or ""
                if source.strip(".").startswith(f"{package}."):
                    yield from (alias.asname or alias.name for alias in node.names)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.If() | ast.Try():
                yield from public_names(node.body, package)


@pytest.mark.parametrize(("name", "init"), [pytest.param(*package, id=package[0]) for package in packages()])
def test_all_is_what_is_public(name: str, init: Path) -> None:
    tree = ast.parse(init.read_text(encoding="utf-8"))
    found = {word for word in public_names(tree.body, name) if not word.startswith("_")}
    used = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    package = importlib.import_module(name)
    listed = getattr(package, "__all__", [])
    assert sorted(set(listed) - found) == [], "listed, but not made or imported here"
    assert sorted(found - used - set(listed)) == [], "public, but not listed"
    assert [word for word in listed if not hasattr(package, word)] == []
