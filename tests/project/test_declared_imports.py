"""Every library that a room imports is declared in pyproject.toml, where that room's users install it."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement

from tests.project.conftest import ROOMS, ROOT, imports_of, modules

# Extras that a folder may count on; what a plain install brings is everybody's.
EXTRAS = {
    "edgejson": (),
    "edgejson/models": ("train",),
    "pytest_edgejson": (),
    "generators": ("generate",),
    "train": ("train", "tensorboard"),
    "eval": ("train",),
}
# Imported only when it is there.
OPTIONAL = {"pytest_edgejson": {"pytest-xdist"}}
# Imported by another library of the same extra, where that finds it.
FOR_ANOTHER = {"gguf": "transformers", "tensorboard": "torch"}
# Extras that hold tools and no library of ours.
TOOLS = {"dev"}
# Part of another library, which pins it.
PART_OF = {"pydantic_core": "pydantic"}


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", Requirement(requirement).name).lower()


@pytest.mark.parametrize("folder", ROOMS)
def test_imports_are_declared(folder: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    plain = {_name(text) for text in project["dependencies"]} | OPTIONAL.get(folder, set())
    extras = {
        name: {_name(text) for text in wanted} for name, wanted in project["optional-dependencies"].items()
    }
    owners = packages_distributions()
    undeclared = set()
    for path, package in modules(folder):
        place = path.relative_to(ROOT).as_posix()
        key = max((key for key in EXTRAS if place.startswith(f"{key}/")), key=len)
        declared = plain.union(*(extras[extra] for extra in EXTRAS[key]))
        for item in imports_of(ast.parse(path.read_text(encoding="utf-8")), package):
            top = item.name.partition(".")[0]
            top = PART_OF.get(top, top)
            if top in ROOMS.values() or top in sys.stdlib_module_names:
                continue
            if declared.isdisjoint({_name(owner) for owner in owners.get(top, [top])}):
                undeclared.add(f"{path.relative_to(ROOT)}:{item.line} imports {top}")
    assert sorted(undeclared) == []


def test_the_extras_hold_nothing_that_nobody_imports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {_name(text) for name in extras.keys() - TOOLS for text in extras[name]}
    owners = packages_distributions()
    imported = {
        _name(owner)
        for folder in ROOMS
        for path, package in modules(folder)
        for item in imports_of(ast.parse(path.read_text(encoding="utf-8")), package)
        for owner in owners.get(item.name.partition(".")[0], [])
    }
    assert wanted - imported == FOR_ANOTHER.keys()
