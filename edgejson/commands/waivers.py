"""`edgejson waivers`: the waivers that no finding needs any more, named or taken out of their file."""

import argparse
import re
import sys
import tomllib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from edgejson.commands.progress_bar import progress_bar
from edgejson.commands.validate import data_files
from edgejson.core.files import write_atomically
from edgejson.dataset.table_cache import TableCache
from edgejson.errors import EdgejsonError
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite

_EXAMPLES = """examples:
  edgejson waivers data/train.jsonl data/test.jsonl
  edgejson waivers data/train.jsonl data/test.jsonl --drop

A waiver of the settings themselves is named, and stays: only the file that `waivers_file` names is changed.

exit status: 0 no such waiver is left, 1 there are some, 2 something could not be run
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``edgejson waivers``."""
    result = argparse.ArgumentParser(
        prog="edgejson waivers",
        description="Validate data files, and name the waivers that no finding needs any more.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help=".jsonl files, or folders of them"
    )
    result.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: nearest pyproject.toml)"
    )
    result.add_argument("--drop", action="store_true", help="take them out of the waivers' file")
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = parser().parse_args(argv)
    try:
        left = list(_left(options.paths, options.config, drop=options.drop))
    except EdgejsonError as error:
        print(f"edgejson: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"edgejson: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    for rule, record_id in left:
        print(f"no finding needs the waiver of {rule} for record {record_id}; take it out")
    return 1 if left else 0


def _left(paths: Sequence[Path], config: Path | None, *, drop: bool) -> Iterator[tuple[str, str]]:
    """Yield the idle waivers, pairs of rule and record id, that are not dropped."""
    idle: dict[Path | None, set[tuple[str, str]]] = {}
    cache = TableCache()
    for path in data_files(paths):
        suite = resolve_suite(path, config)
        with progress_bar(path) as progress:
            examination = examine(path, suite, config=config, on_progress=progress, cache=cache)
        settings = suite.settings
        file = settings.root / settings.waivers_file if settings.root and settings.waivers_file else None
        idle.setdefault(file, set()).update(examination.idle_waivers)
    for waivers_file, pairs in idle.items():
        dropped = _drop(waivers_file, pairs) if drop and waivers_file else set()
        yield from sorted(pairs - dropped)


def _drop(path: Path, idle: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Take the waivers `idle` out of a file; return those that it held."""
    text = path.read_text(encoding="utf-8")
    dropped = set(_pairs(text)).intersection(idle)
    if dropped:
        write_atomically(path, without(text, dropped, path).encode())
        print(f"{path}: waivers taken out: {len(dropped)}")
    return dropped


def without(text: str, dropped: Collection[tuple[str, str]], path: Path) -> str:
    """Return a waivers' file without the paragraphs that waive one of `dropped`, their comments included.

    Raises EdgejsonError when waivers do not stand in paragraphs of their own.
    """
    paragraphs = re.split(r"\n\n+", text.strip("\n"))
    kept = "\n\n".join(one for one in paragraphs if not _waives_one_of(dropped, one)) + "\n"
    if _pairs(kept) != [pair for pair in _pairs(text) if pair not in dropped]:
        raise EdgejsonError(
            f"{path}: put an empty line between any two [[waivers]], so that one can go alone"
        )
    return kept


def _waives_one_of(pairs: Collection[tuple[str, str]], paragraph: str) -> bool:
    try:
        found = _pairs(paragraph)
    except tomllib.TOMLDecodeError:
        return False
    return len(found) == 1 and found[0] in pairs


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(waiver["rule"], waiver["id"]) for waiver in tomllib.loads(text).get("waivers", [])]
