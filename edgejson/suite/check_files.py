"""Users' rules: finding their ``check_*.py`` files and loading them."""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path
from types import CodeType, ModuleType

from edgejson.core.files import real_path
from edgejson.errors import SettingsError
from edgejson.suite.settings import Settings

COMPILERS = "edgejson.compilers"
"""Entry-point group of functions ``(source: bytes, path: Path) -> CodeType``: the plugin offers one that
rewrites asserts, so that their messages show the values, whoever runs the rules."""


def find_check_files(data: Path, settings: Settings) -> list[Path]:
    """Return the ``check_*.py`` files for a data file, sorted, without duplicates.

    They are those in its folder and in each folder above it up to the project's root (the folder of the
    settings, else the nearest one with a pyproject.toml or .git; without either only its own folder),
    and those in the folders that the setting ``checks`` names.
    """
    folders = [*_upward(real_path(data).parent, settings.root)]
    if settings.root is not None:
        folders += [settings.root / folder for folder in settings.checks]
    return sorted({real_path(path) for folder in folders for path in folder.glob("check_*.py")})


def _upward(folder: Path, root: Path | None) -> Iterator[Path]:
    above = [folder, *folder.parents]
    if root is None or root not in above:
        marked = (at for at in above if (at / "pyproject.toml").is_file() or (at / ".git").exists())
        root = next(marked, folder)
    return iter(above[: above.index(root) + 1])


def load_check_file(path: Path) -> ModuleType:
    """Run a check file and return it as a module; raises SettingsError when it cannot be run."""
    try:
        source = path.read_bytes()
    except OSError as error:
        raise SettingsError(path, [f"the check file cannot be read: {error.strerror or error}"]) from error
    # The digest in the name keeps an edited file, or another of the same name, from meeting an old module.
    name = f"edgejson_checks_{sha256(str(path).encode() + source).hexdigest()[:16]}_{path.stem}"
    if name in sys.modules:
        return sys.modules[name]
    module = ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    try:
        exec(_compiler()(source, path), vars(module))  # noqa: S102 - a check file is code that its user runs
    except KeyboardInterrupt:
        del sys.modules[name]
        raise
    except BaseException as error:
        # Also what is no Exception: SystemExit, and pytest.skip at module level.
        del sys.modules[name]
        problem = f"the check file cannot be loaded: {type(error).__name__}: {error}"
        raise SettingsError(path, [f"{problem}{_at(error, path)}"]) from error
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
