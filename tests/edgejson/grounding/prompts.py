"""Prompts as people write them, in many styles, each with the one label that it supports.

A file ``prompts/<schema_id>-<style>.txt`` holds a prompt, a line ``=====``, and the label as JSON.
"""

from pathlib import Path

from edgejson.suite.schema_registry import registry

_FOLDER = Path(__file__).parent / "prompts"


def good_prompts() -> list[tuple[str, str, str, str]]:
    """Return (name, schema id, prompt, label) of each file, in the order of their names."""
    found = []
    for path in sorted(_FOLDER.glob("*.txt")):
        prompt, _, label = path.read_text(encoding="utf-8").partition("\n=====\n")
        schema_id = next(one for one in registry().schema_ids if path.name.startswith(f"{one}-"))
        found.append((path.stem, schema_id, prompt, label))
    return found
