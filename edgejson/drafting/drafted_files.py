"""The files that `edgejson init` writes: settings, schemas and a file of rules, as their text."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from edgejson.core.counting import counted
from edgejson.drafting.draft import identifier
from edgejson.drafting.drafted_shape import DraftedFile, DraftedShape, SupportedDraft
from edgejson.drafting.schema_draft import schema_draft

_SPLITS = {"train": "train", "validation": "val", "test": "test"}
_HEAD = '''"""Rules drafted by edgejson init from {name}: what holds in nearly all of its records.

They are yours: correct a rule, delete it, or make it a warning with severity="warning".
"""

from edgejson import check, constraints
'''


def settings_text(file: DraftedFile) -> str:
    """Return the section of the settings."""
    lines = ["[tool.edgejson]", 'schemas = "schemas"']
    fields = file.rows.fields.settings()
    if fields:
        lines += ["", "[tool.edgejson.fields]"]
        lines += [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    splits = dict(_splits(file.rows.path))
    if len(splits) > 1:
        lines += ["", "[tool.edgejson.splits]"]
        lines += [f"{split} = {json.dumps(names, ensure_ascii=False)}" for split, names in splits.items()]
    return "\n".join(lines) + "\n"


def _splits(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the splits that the names of the file and of those beside it tell."""
    beside = sorted(path.name for path in data.parent.glob(f"*{data.suffix}") if path.is_file())
    for split, word in _SPLITS.items():
        names = [name for name in beside if name.lower().startswith(word)]
        if names:
            yield split, names


def schema_texts(file: DraftedFile) -> Mapping[str, str]:
    """Return the text of each schema file by name."""
    return {
        f"{shape.name}.schema.json": json.dumps(
            schema_draft(shape.name, shape.labels), indent=2, ensure_ascii=False
        )
        + "\n"
        for shape in file.shapes
    }


def rules_text(file: DraftedFile) -> str | None:
    """Return the text of the file of rules, None where there is none."""
    named = [(shape, rule) for shape in file.shapes for rule in shape.rules]
    if not named:
        return None
    taken: set[str] = set()
    parts = []
    for shape, rule in named:
        name = rule.draft.name
        if name in taken:
            name = f"{name}_in_{identifier(shape.name)}"
        number = 2
        while name in taken:
            name, number = f"{rule.draft.name}_in_{identifier(shape.name)}_{number}", number + 1
        taken.add(name)
        parts.append(_rule(name, shape, rule))
    return "\n\n".join([_HEAD.format(name=file.rows.path.name), *parts])


def _rule(name: str, shape: DraftedShape, rule: SupportedDraft) -> str:
    draft = rule.draft
    of_file = draft.constraint == "functional_dependency"
    declared = [f"schemas=[{_quoted(shape.name)}]", f"kind={_quoted(draft.kind)}"]
    if of_file:
        declared.insert(0, 'scope="file"')
    elif "*" not in draft.fields:
        declared.append(f"needs=[{', '.join(map(_quoted, draft.fields))}]")
    subject = "dataset" if of_file else "record"
    arguments = dict(draft.arguments)
    if of_file:
        arguments["schemas"] = [shape.name]
    given = "".join(f"        {key}={_python(value)},\n" for key, value in arguments.items())
    support = f"{rule.support:,} of {counted(rule.count, 'record')}"
    return (
        f"@check({', '.join(declared)})\n"
        f"def {name}({subject}):\n"
        f"    {_docstring(f'{draft.sentence} ({support}).')}\n"
        f"    return constraints.{draft.constraint}(\n        {subject},\n{given}    )\n"
    )


def _docstring(text: str) -> str:
    """Return a docstring: names of fields may hold any character."""
    return (
        json.dumps(text, ensure_ascii=not text.isprintable())
        if '"' in text or "\\" in text
        else f'"""{text}"""'
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _python(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_python, value))}]"
    return _quoted(value) if isinstance(value, str) else repr(value)
