"""`edgejson init`: settings, schemas and rules for a data file, drafted from what it holds."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from edgejson.core.counting import counted
from edgejson.core.files import write_atomically
from edgejson.drafting.draft import identifier
from edgejson.drafting.drafted_files import rules_text, schema_texts, settings_text
from edgejson.drafting.drafted_shape import DraftedFile, DraftedShape, drafted_file
from edgejson.errors import EdgejsonError, SourceError
from edgejson.suite.settings import read_settings

_EXAMPLES = """examples:
  edgejson init data/train.jsonl
  edgejson init data/train.jsonl --config data/edgejson.toml

It writes beside the data: pyproject.toml (or the file that --config names) with [tool.edgejson], a schema
for each shape of label in schemas/, and check_<name>.py with the rules that hold in nearly all records. Where
there is a pyproject.toml already, edgejson.toml is written instead: paste it there, or name it with --config.

exit status: 0 written, 2 nothing was written: a file is there already, or the data cannot be read
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``edgejson init``."""
    result = argparse.ArgumentParser(
        prog="edgejson init",
        description="Draft settings, schemas and rules from a data file; nothing is overwritten.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("data", type=Path, metavar="DATA", help="a .jsonl file")
    result.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="where the settings go (default: pyproject.toml beside DATA)",
    )
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = parser().parse_args(argv)
    try:
        return _init(options.data, options.config)
    except EdgejsonError as error:
        print(f"edgejson: {error}", file=sys.stderr)
    except OSError as error:
        print(f"edgejson: {error.filename}: {error.strerror or error}", file=sys.stderr)
    return 2


def _init(data: Path, config: Path | None) -> int:
    if not data.is_file():
        raise SourceError(data, "there is no such file")
    settings = config or _settings_path(data)
    file = drafted_file(data)
    files = {settings: settings_text(file)}
    files |= {settings.parent / "schemas" / name: text for name, text in schema_texts(file).items()}
    rules = rules_text(file)
    if rules is not None:
        files[data.parent / f"check_{identifier(data.stem)}.py"] = rules
    there = [path for path in files if path.exists()]
    if there:
        raise EdgejsonError(f"{there[0]} is there already; nothing was written. Move it away, or delete it")
    for path, text in files.items():
        write_atomically(path, text.encode())
    for line in _told(file):
        print(line)
    print(f"written: {', '.join(map(str, _shown(files)))}")
    if settings.name == "pyproject.toml":
        print(f"now: pytest --edgejson {data}")
    else:
        print(f"{settings.name} counts where it is named: edgejson validate {data} --config {settings}")
        print("or paste this into pyproject.toml:\n")
        print(settings_text(file), end="")
    return 0


def _settings_path(data: Path) -> Path:
    """Return pyproject.toml beside the data, or edgejson.toml where other settings are there or above."""
    beside = data.parent / "pyproject.toml"
    taken = beside.exists() or read_settings(data).path is not None
    return data.parent / "edgejson.toml" if taken else beside


def _shown(files: dict[Path, str]) -> Iterator[Path]:
    """Yield the files, the folder of schemas for what is in it."""
    yield from dict.fromkeys(path.parent if path.parent.name == "schemas" else path for path in files)


def _told(file: DraftedFile) -> Iterator[str]:
    """Yield in plain words what was found."""
    fields = file.rows.fields
    count = sum(shape.labels.count for shape in file.shapes)
    shapes = f"{counted(len(file.shapes), 'shape')} of label"
    yield f"{file.rows.path}: {counted(count, 'record')}, {shapes}"
    yield f"prompts are in {fields.prompt!r}, labels in {fields.expected_output!r}"
    for shape in file.shapes:
        yield from _told_of(shape)


def _told_of(shape: DraftedShape) -> Iterator[str]:
    yield f"{shape.name} ({counted(shape.labels.count, 'label')})"
    for rule in shape.rules:
        yield f"  {rule.draft.sentence} ({rule.support:,} of {rule.count:,})"
    if money := shape.unrelated_money():
        yield f"  money fields stand beside each other and no sum holds: {', '.join(money)}"
    for path, place in shape.labels.walk():
        if path and place.askable >= 20 and place.stated <= 0.05 * place.askable:
            stated = f"{place.stated:,} of {place.askable:,}"
            yield f"  {path} hardly ever stands in its prompts ({stated}): x-grounding: free"
