"""The bytes of check files, and of the modules that they import from the settings' folder: each is read once.

What is run is compiled from these bytes, and the suite's digest is of them. So it does not matter what a
check file writes to the disk when it runs.
"""

import ast
import site
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.machinery import PathFinder
from pathlib import Path

from edgejson._typing import Digest
from edgejson.core.regular_files import read_regular

_OURS = ("edgejson", "pytest_edgejson")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of Python as it was read."""

    path: Path
    content: bytes
    is_package: bool = False

    @property
    def sha256(self) -> Digest:
        """The digest of the bytes."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSources:
    """Check files in their order, the modules that they import by dotted name, and what could not be read."""

    files: tuple[Source, ...] = ()
    modules: Mapping[str, Source] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def digests(self, root: Path | None) -> list[tuple[str, Digest]]:
        """Return the digest of each file with its path from `root`, sorted."""
        # In a list, not by name: without settings two files may be shown alike.
        return sorted((_shown(one.path, root), one.sha256) for one in (*self.files, *self.modules.values()))

    @property
    def modules_sha256(self) -> Digest:
        """The digest of the imported modules."""
        digest = sha256()
        for name, source in sorted(self.modules.items()):
            digest.update(f"{name} {source.path} {source.sha256}\n".encode())
        return digest.hexdigest()


def read_check_sources(paths: Sequence[Path], root: Path | None) -> CheckSources:
    """Read check files, and what their import statements name in the folder `root`; never raises."""
    files: list[Source] = []
    problems: list[str] = []
    for path in paths:
        try:
            files.append(Source(path=path, content=read_regular(path)))
        except OSError as error:
            problems.append(f"{path}: the check file cannot be read: {error.strerror or error}")
    modules: dict[str, Source] = {}
    waiting = [(name, one) for one in files for name in _imported(one, "")] if root is not None else []
    while waiting and root is not None:
        name, importer = waiting.pop()
        if name in modules or _is_installed(name.partition(".")[0]):
            continue
        try:
            found = _find(root, name)
        except OSError as error:
            problems.append(f"{importer.path} imports {name}, which cannot be read: {error.strerror}")
            continue
        if found is not None:
            modules[name] = found
            package = name if found.is_package else name.rpartition(".")[0]
            waiting += [(inner, found) for inner in _imported(found, package)]
    return CheckSources(files=tuple(files), modules=modules, problems=tuple(problems))


def _imported(source: Source, package: str) -> Iterator[str]:
    """Yield the dotted names that may be modules in a file's import statements, wherever they stand."""
    try:
        tree = ast.parse(source.content)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # said when it is compiled
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield from _with_parents(alias.name)
            case ast.ImportFrom(module=module, names=names, level=level):
                parts = package.split(".") if level else []
                base = ".".join([*parts[: len(parts) - level + 1], *([module] if module else [])])
                if base:
                    yield from _with_parents(base)
                    yield from (f"{base}.{alias.name}" for alias in names if alias.name != "*")


def _with_parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    yield from (".".join(parts[: end + 1]) for end in range(len(parts)))


def _is_installed(name: str) -> bool:
    """Whether a top-level module comes with Python, is installed, or is ours: these are found first."""
    if name in _OURS or name in sys.stdlib_module_names or name in sys.builtin_module_names:
        return True
    folders = site.getsitepackages()
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    return PathFinder.find_spec(name, folders) is not None


def _find(root: Path, name: str) -> Source | None:
    """Return the module of a dotted name below `root`; a folder without ``__init__.py`` is a package."""
    place = root.joinpath(*name.split("."))
    for path, is_package in ((place / "__init__.py", True), (place.with_name(f"{place.name}.py"), False)):
        if path.exists():
            return Source(path=path, content=read_regular(path), is_package=is_package)
    return Source(path=place, content=b"", is_package=True) if place.is_dir() else None


def _shown(path: Path, root: Path | None) -> str:
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.name
