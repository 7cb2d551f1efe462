"""Running check files, and what they import from the settings' folder, from the bytes read before."""

import builtins
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from edgejson.errors import SettingsError
from edgejson.suite.check_sources import CheckSources, Source

COMPILERS = "edgejson.compilers"
"""Entry-point group of functions ``(source: bytes, path: Path) -> CodeType``: the plugin offers one that
rewrites asserts, so that their messages show the values, whoever runs the rules."""


def load_check_file(source: Source, sources: CheckSources) -> ModuleType:
    """Run a check file and return it as a module; raises SettingsError when it cannot be run."""
    # The digests in the name keep an edited file, or another of the same name, from meeting an old module.
    identity = f"{source.path} {source.sha256} {sources.modules_sha256}"
    name = f"edgejson_checks_{sha256(identity.encode()).hexdigest()[:16]}_{source.path.stem}"
    if name in sys.modules:
        return sys.modules[name]
    try:
        return _run(name, source, _Importer(sources))
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        # Also what is no Exception: SystemExit, and pytest.skip at module level.
        problem = f"the check file cannot be loaded: {type(error).__name__}: {error}"
        raise SettingsError(source.path, [f"{problem}{_at(error, source.path)}"]) from error


class _Importer:
    """Imports for the modules of one set of sources: theirs under names of their own, all others as usual."""

    def __init__(self, sources: CheckSources) -> None:
        self._sources = sources.modules
        self._prefix = f"edgejson_checks_{sources.modules_sha256[:16]}"

    def __call__(
        self,
        name: str,
        globals: Mapping[str, Any] | None = None,  # noqa: A002 - the names of builtins.__import__
        locals: Mapping[str, Any] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        """Do what ``builtins.__import__`` does."""
        absolute = self._absolute(name, globals, level)
        if absolute is None or absolute.partition(".")[0] not in self._sources:
            return builtins.__import__(name, globals, locals, fromlist or (), level)
        module = self._module(absolute)
        if not fromlist:
            return self._module(absolute.partition(".")[0])
        for each in fromlist:
            if not hasattr(module, each) and f"{absolute}.{each}" in self._sources:
                self._module(f"{absolute}.{each}")
        return module

    def _absolute(self, name: str, names: Mapping[str, Any] | None, level: int) -> str | None:
        if not level:
            return name
        package = str((names or {}).get("__package__") or "")
        if not package.startswith(f"{self._prefix}."):
            return None
        parts = package.removeprefix(f"{self._prefix}.").split(".")
        return ".".join([*parts[: len(parts) - level + 1], *([name] if name else [])])

    def _module(self, name: str) -> ModuleType:
        parent, _, last = name.rpartition(".")
        above = self._module(parent) if parent else None
        module = sys.modules.get(f"{self._prefix}.{name}")
        if module is None:
            if name not in self._sources:
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)
            module = _run(f"{self._prefix}.{name}", self._sources[name], self)
        if above is not None:
            setattr(above, last, module)
        return module


def _run(name: str, source: Source, importer: _Importer) -> ModuleType:
    module = ModuleType(name)
    module.__file__ = str(source.path)
    module.__package__ = name if source.is_package else name.rpartition(".")[0]
    if source.is_package:
        module.__path__ = []
    vars(module)["__builtins__"] = {**vars(builtins), "__import__": importer}
    sys.modules[name] = module
    try:
        exec(_compiler()(source.content, source.path), vars(module))  # noqa: S102 - code that its user runs
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _at(error: BaseException, path: Path) -> str:
    """Return the line of the check file from which `error` was raised, in words."""
    line, at = None, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == str(path):
            line = at.tb_lineno
        at = at.tb_next
    # A syntax error's own text names the line.
    return f" (line {line})" if line is not None else ""


@cache
def _compiler() -> Callable[[bytes, Path], CodeType]:
    for entry in sorted(entry_points(group=COMPILERS), key=lambda entry: entry.name):
        compiler: Callable[[bytes, Path], CodeType] = entry.load()
        return compiler
    return lambda source, path: compile(source, path, "exec", dont_inherit=True)
