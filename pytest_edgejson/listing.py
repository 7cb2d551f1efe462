"""``pytest --edgejson-rules``: every rule with its severity and sentence."""

from pathlib import Path

import pytest
from _pytest.config import create_terminal_writer

from edgejson.errors import EdgejsonError
from edgejson.suite.suite import resolve_suite


def print_rules(config: pytest.Config) -> int:
    """Print the rules that apply to data in the first path given, or in the working folder."""
    writer = create_terminal_writer(config)
    place = Path(config.args[0].split("::")[0]) if config.args else Path.cwd()
    data = place if place.is_file() else place / "any.jsonl"
    try:
        suite = resolve_suite(
            data,
            config.getoption("--edgejson-config"),
            run_checks=not config.getoption("--edgejson-no-check-files"),
        )
    except EdgejsonError as error:
        raise pytest.UsageError(str(error)) from error
    for rule in suite.rules:
        writer.write(f"{rule.id}", bold=True)
        writer.line(f" ({rule.severity}, {rule.kind})", yellow=rule.severity == "warning")
        writer.line(f"    {rule.sentence}")
    return 0
