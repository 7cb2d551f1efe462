"""Where users' rules are: their ``check_*.py`` files."""

from collections.abc import Iterator
from pathlib import Path

from edgejson.core.files import real_path
from edgejson.suite.settings import Settings


def find_check_files(data: Path, settings: Settings) -> list[Path]:
    """Return the ``check_*.py`` files for a data file, sorted, without duplicates.

    They are those in its folder and in each folder above it up to the project's root (the folder of the
    settings, else the nearest one with a pyproject.toml or .git; without either only its own folder),
    and those in the folders that the setting ``checks`` names.
    """
    folders = [*_upward(real_path(data).parent, settings.root)]
    if settings.root is not None:
        folders += [settings.root / folder for folder in settings.checks or ()]
    return sorted({real_path(path) for folder in folders for path in folder.glob("check_*.py")})


def _upward(folder: Path, root: Path | None) -> Iterator[Path]:
    above = [folder, *folder.parents]
    if root is None or root not in above:
        marked = (at for at in above if (at / "pyproject.toml").is_file() or (at / ".git").exists())
        root = next(marked, folder)
    return iter(above[: above.index(root) + 1])
