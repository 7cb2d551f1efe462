"""JSON Schema violations of a label as mismatches: what was expected where, and what is there."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from edgejson._typing import JSONValue, Label, Pointer
from edgejson.core.counting import counted
from edgejson.core.finding import Mismatch
from edgejson.core.pointers import join, split
from edgejson.suite.embedded_json import embedded_json
from edgejson.suite.schema_registry import Schema, own_schema

LABEL = "/expected_output"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A mismatch with the top-level field of the label that it is about, None for the whole label.

    ``is_empty_item`` marks a list's item that is an empty object and may not be.
    """

    mismatch: Mismatch
    is_format: bool
    field: str | None
    is_empty_item: bool = False

    @property
    def is_readable_date(self) -> bool:
        """Whether the value breaks a format only in its form, as a date-time without an offset does."""
        value = self.mismatch.actual
        if not self.is_format or not isinstance(value, str):
            return False
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return False
        return True


def violations(label: Label, schema: Schema, *, max_depth: int) -> Iterator[Violation]:
    """Yield every violation of `schema` (formats asserted) in `label`, and in the JSON inside its texts."""
    yield from _violations(label, schema.validator)
    for one in embedded_json(label, schema, max_depth=max_depth):
        if isinstance(one.schema, Mapping) and one.read.value is not None and not one.read.faults:
            inner = own_schema(schema.schema_id, json.dumps(one.schema))
            for violation in _violations(one.read.value, inner.validator):
                yield _within(violation, one.pointer)


def _within(violation: Violation, pointer: Pointer) -> Violation:
    """Return a violation of the schema of a text's content as one of the label."""
    here = LABEL + pointer + violation.mismatch.pointer.removeprefix(LABEL)
    field = split(pointer)[0] if pointer else None
    return replace(violation, mismatch=replace(violation.mismatch, pointer=here), field=field)


def _violations(label: Label, validator: Any) -> Iterator[Violation]:
    if validator.is_valid(label):
        return
    errors = [(error.kind, list(error.instance_path)) for error in validator.iter_errors(label)]
    # An object that must not be empty and is: what it lacks besides has the same cause.
    lacking = [path for kind, path in errors if kind.name == "minProperties" and _at(label, path) == {}]
    empty_items = [
        path
        for kind, path in errors
        if kind.name in ("minProperties", "required") and path and isinstance(path[-1], int)
        if _at(label, path) == {}
    ]
    for item in dict.fromkeys(map(tuple, empty_items)):
        yield _empty_item(list(item))
    kind: Any
    for kind, path in errors:
        if path in empty_items and kind.name in ("minProperties", "required"):
            continue
        if kind.name == "required":
            if path in lacking:
                continue
            yield _violation([*path, kind.property], f"a value ({kind.property} is required)", None)
        elif kind.name == "additionalProperties":
            here = _at(label, path)
            for name in kind.unexpected:
                there = here.get(name) if isinstance(here, dict) else None
                yield _violation([*path, name], "no such field in the schema", there)
        else:
            yield _violation(path, _expected(kind), _at(label, path), is_format=kind.name == "format")


def _empty_item(path: list[Any]) -> Violation:
    """Return the violation of a list's item that is an empty object: what it is the item of is not told."""
    mismatch = Mismatch(pointer=LABEL + join(*path), expected="at least 1 field", actual={})
    field = path[0] if isinstance(path[0], str) else None
    return Violation(mismatch=mismatch, is_format=False, field=field, is_empty_item=True)


def _violation(path: list[Any], expected: str, actual: JSONValue, *, is_format: bool = False) -> Violation:
    field = path[0] if path else None
    mismatch = Mismatch(pointer=LABEL + join(*path), expected=expected, actual=actual)
    return Violation(mismatch=mismatch, is_format=is_format, field=field if isinstance(field, str) else None)


# Keywords of JSON Schema (Draft-07, validation vocabulary) in words; a number of things is counted.
_WORDS = {
    "const": "{}",
    "enum": "one of {}",
    "format": "the format {}",
    "pattern": "text that matches {}",
    "type": "the type {}",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "uniqueItems": "no item twice",
    "falseSchema": "nothing",
}
_COUNTS = {"Items": "item", "Length": "character", "Properties": "field"}


def _expected(kind: Any) -> str:
    value: Any = getattr(kind, "value", None)
    for ending, noun in _COUNTS.items():
        if kind.name in (f"min{ending}", f"max{ending}"):
            return f"at {'least' if kind.name.startswith('min') else 'most'} {counted(value, noun)}"
    words = _WORDS.get(kind.name, f"what the keyword {kind.name} of the schema asks for")
    alternatives = value if isinstance(value, list | tuple) and kind.name in ("enum", "type") else [value]
    join = " or " if kind.name == "type" else ", "
    return words.format(
        join.join(v if isinstance(v, str) else json.dumps(v, default=str) for v in alternatives)
    )


def _at(value: Any, path: list[Any]) -> Any:
    for step in path:
        value = value[step]
    return value
