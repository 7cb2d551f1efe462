"""``data`` and ``report``: rebuild the committed data files and their validation report."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edgejson.core.files import write_atomically
from edgejson.generators import data_report
from edgejson.generators.croissant import CROISSANT, croissant
from edgejson.generators.data_files import data_files
from edgejson.generators.hub_files import SPLITS, hub_content, hub_path
from edgejson.generators.progress import progress_display


def add_parsers(subparsers: Any, **options: Any) -> None:
    """Add the parsers of both commands to `subparsers`."""
    data = subparsers.add_parser(
        "data", help="rebuild the committed files under data/, byte for byte", **options
    )
    data.add_argument("--check", action="store_true", help="compare instead of writing")
    report = subparsers.add_parser("report", help="write the validation report of these files", **options)
    for parser in (data, report):
        parser.add_argument(
            "--folder", type=Path, default=Path(), metavar="DIR", help="the project's root (default: here)"
        )


def run_data(args: argparse.Namespace) -> int:
    """Make every data file and what is made of it, or compare; 1 when one differs."""
    differing = _rebuild(args.folder, check=args.check)
    if not differing:
        print("every data file is what its seed makes")
    for name in differing:
        print(f"{name}: {'differs from what its seed makes' if args.check else 'written'}")
    return 1 if differing and args.check else 0


def run_report(args: argparse.Namespace) -> int:
    """Write the validation report."""
    path = args.folder / data_report.REPORT
    write_atomically(path, data_report.report(args.folder).encode())
    print(f"{path}: written")
    return 0


def _rebuild(folder: Path, *, check: bool) -> list[str]:
    """Make the files below `folder`, or, to `check`, compare; return the names of those that differ.

    A missing file differs.
    """
    differing = []
    for name, content in _contents(folder):
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            differing.append(name.as_posix())
            if not check:
                write_atomically(path, content)
    return differing


def _contents(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield what each file has to hold: first the data files, then those that are made of them."""
    contents: dict[Path, bytes] = {}
    with progress_display() as on_progress:
        for path, content in data_files(folder, on_progress=on_progress):
            contents[path] = content
            yield path, content
    for split, path in SPLITS.items():
        contents[hub_path(split)] = hub_content(contents[path])
        yield hub_path(split), contents[hub_path(split)]
    yield CROISSANT, croissant(contents)
