"""What the subcommands of ``python -m edgejson.generators`` do."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from edgejson.files import write_atomically
from edgejson.generators import data_report
from edgejson.generators.data_report import REPORT
from edgejson.generators.recipe import RECIPE
from edgejson.generators.record import generate
from edgejson.generators.run import Run, lines
from edgejson.generators.worlds import WORLDS
from edgejson.json_text import compact
from edgejson.registry import registry

_SAMPLE = 50


def new(run: Run, *, folder: Path | None = None) -> Path:
    """Make the file of `run` (below `folder`) whole or not at all, and return its path."""
    path = (folder or Path()) / run.output
    write_atomically(path, b"".join(_made(run, folder)))
    return path


def data(*, folder: Path, check: bool) -> list[str]:
    """Make every file of the recipe below `folder`, or, to `check`, compare instead of writing.

    Returns the names of the files that differed from what the recipe makes (missing ones included).
    """
    differing = []
    for run in RECIPE:
        path = folder / run.output
        content = b"".join(_made(run, folder))
        if not path.is_file() or path.read_bytes() != content:
            differing.append(run.output.as_posix())
            if check:
                continue
            write_atomically(path, content)
    return differing


def report(*, folder: Path) -> Path:
    """Write the validation report of the recipe's files below `folder`, and return its path."""
    path = folder / REPORT
    write_atomically(path, data_report.report(folder).encode())
    return path


def describe(schema_ids: tuple[str, ...]) -> None:
    """Print what each generator makes: complexity, fields, sizes of labels and prompts in characters."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"Generators (sizes in characters, over {_SAMPLE} seeds; * required)")
    for name in ("schema", "complexity", "fields", "label", "prompt"):
        table.add_column(name, justify="right" if name in ("label", "prompt") else "left", overflow="fold")
    for schema_id in schema_ids:
        schema = registry().schema(schema_id)
        needed = schema.get("required", ())
        fields = ", ".join(f"{name}*" if name in needed else name for name in schema["properties"])
        made = [generate(schema_id, seed) for seed in range(_SAMPLE)]
        labels = sorted(len(compact(record.label)) for record in made)
        prompts = sorted(len(record.prompt) for record in made)
        sizes = [f"{each[0]}-{each[-1]}" for each in (labels, prompts)]
        table.add_row(schema_id, registry().complexity(schema_id) or "", fields, *sizes)
    Console().print(table)


def known(schema_ids: str) -> tuple[str, ...]:
    """Return the schema ids of a comma-separated text; ValueError names the one that has no generator."""
    import difflib

    names = tuple(name.strip() for name in schema_ids.split(",") if name.strip())
    for name in names:
        if name not in WORLDS:
            near = difflib.get_close_matches(name, WORLDS, n=1)
            hint = f"did you mean {near[0]}?" if near else "`describe` lists them"
            raise ValueError(f"there is no generator for {name!r}; {hint}")
    if not names:
        raise ValueError("name at least one schema; `describe` lists them")
    return names


def _made(run: Run, folder: Path | None) -> list[bytes]:
    with _progress(run.output.name, run.records) as advance:
        return lines(run, folder=folder, advance=advance)


@contextmanager
def _progress(name: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal's standard error; yields what moves it on by one record."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(name, total=total)
        yield lambda: progress.advance(task)
