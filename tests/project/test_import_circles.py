"""No module imports itself through others, at load or inside a function, in any room."""

import ast
from collections.abc import Mapping, Set
from graphlib import CycleError, TopologicalSorter

from tests.project.conftest import ROOMS, imports_of, modules


def imports_by_module() -> dict[str, set[str]]:
    """The modules of all rooms that each of them imports; what a package holds counts as the module in it."""
    sources = {
        package if path.name == "__init__.py" else f"{package}.{path.stem}": (path, package)
        for folder in ROOMS
        for path, package in modules(folder)
    }

    def module_of(name: str) -> str | None:
        while name and name not in sources:
            name = name.rpartition(".")[0]
        return name or None

    found: dict[str, set[str]] = {}
    for module, (path, package) in sources.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {module_of(item.name) for item in imports_of(tree, package)}
        found[module] = {name for name in imported if name is not None and name != module}
    return found


def circle(imports: Mapping[str, Set[str]]) -> list[str]:
    """The modules of a circle, one after the other; none if there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_there_is_no_import_circle() -> None:
    assert circle(imports_by_module()) == []


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}})) == {"b", "c"}
