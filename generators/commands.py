"""What the subcommands of ``python -m edgejson.generators`` do."""

from pathlib import Path

from edgejson.core.files import write_atomically
from edgejson.core.json_text import compact
from edgejson.generators import data_report
from edgejson.generators.bars import stages
from edgejson.generators.data_report import REPORT
from edgejson.generators.recipe import RECIPE
from edgejson.generators.run import Run, lines
from edgejson.generators.sources import Sources

_SAMPLE = 50


def new(run: Run, sources: Sources | None = None, *, folder: Path | None = None) -> Path:
    """Make the file of `run` (below `folder`) whole or not at all, and return its path; see `lines`."""
    path = (folder or Path()) / run.output
    with stages() as show:
        content = b"".join(lines(run, sources, folder=folder, show=show))
    write_atomically(path, content)
    return path


def data(*, folder: Path, check: bool) -> list[str]:
    """Make every file of the recipe below `folder`, or, to `check`, compare instead of writing.

    Returns the names of the files that differed from what the recipe makes (missing ones included).
    """
    differing = []
    for run in RECIPE:
        path = folder / run.output
        with stages() as show:
            content = b"".join(lines(run, folder=folder, show=show))
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


def describe(sources: Sources, schema_ids: tuple[str, ...]) -> None:
    """Print what each generator makes: complexity, fields, sizes of labels and prompts in characters."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"Generators (sizes in characters, over {_SAMPLE} seeds; * required)")
    for name in ("schema", "complexity", "fields", "label", "prompt"):
        table.add_column(name, justify="right" if name in ("label", "prompt") else "left", overflow="fold")
    for schema_id in schema_ids:
        schema = sources.schemas.schema(schema_id)
        needed = schema.get("required", ())
        fields = ", ".join(f"{name}*" if name in needed else name for name in schema["properties"])
        made = [sources.make(schema_id, seed) for seed in range(_SAMPLE)]
        labels = sorted(len(compact(record.label)) for record in made)
        prompts = sorted(len(record.prompt) for record in made)
        sizes = [f"{each[0]}-{each[-1]}" for each in (labels, prompts)]
        table.add_row(schema_id, sources.schemas.complexity(schema_id) or "", fields, *sizes)
    Console().print(table)
