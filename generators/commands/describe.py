"""``describe``: list the generators, what they make and how large it is."""

import argparse
from typing import Any

from rich.console import Console
from rich.table import Table

from edgejson.core.json_text import compact
from edgejson.generators.commands.selection import add_selection, selected_generators, selected_schemas

_SAMPLE = 50


def add_parser(subparsers: Any, **options: Any) -> None:
    """Add the command's parser to `subparsers`."""
    add_selection(subparsers.add_parser("describe", help="list generators, fields and sizes", **options))


def run(args: argparse.Namespace) -> int:
    """Print for each generator: complexity, fields, sizes of labels and prompts in characters."""
    generator_set = selected_generators(args)
    table = Table(title=f"Generators (sizes in characters, over {_SAMPLE} seeds; * required)")
    for name in ("schema", "complexity", "fields", "label", "prompt"):
        table.add_column(name, justify="right" if name in ("label", "prompt") else "left", overflow="fold")
    for schema_id in selected_schemas(args, generator_set):
        schema = generator_set.schemas.schema(schema_id)
        required = schema.get("required", ())
        fields = ", ".join(f"{name}*" if name in required else name for name in schema["properties"])
        made = [generator_set.generate(schema_id, seed) for seed in range(_SAMPLE)]
        labels = sorted(len(compact(record.label)) for record in made)
        prompts = sorted(len(record.prompt) for record in made)
        sizes = [f"{each[0]}-{each[-1]}" for each in (labels, prompts)]
        table.add_row(schema_id, generator_set.schemas.complexity(schema_id) or "", fields, *sizes)
    Console().print(table)
    return 0
