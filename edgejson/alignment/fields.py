"""Fields: what a schema says of the places in a label, and the leaves of a label as values of fields."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.alignment.mention import Mention
from edgejson.alignment.moments import Moment, read_moment
from edgejson.alignment.words import name_words
from edgejson.suite.schema_registry import registry
from edgejson.suite.settings import Settings

FieldKind: TypeAlias = Literal["number", "moment", "email", "truth", "choice", "text"]
LABEL = "/expected_output"
_DEEPEST = 12


@dataclass(slots=True, eq=False)
class Field:
    """A place in the labels of a schema. ``path`` has ``*`` for the items of a list.

    ``words`` are those of its own name, ``names`` the words of every tail of its path.
    """

    index: int
    path: tuple[str, ...]
    kind: FieldKind
    choices: tuple[str, ...] = ()
    required: bool = False
    is_date: bool = False
    words: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    is_item: bool = False
    is_inside_list: bool = False

    @property
    def container(self) -> tuple[str, ...]:
        """The path of the object or list that the field stands in."""
        return self.path[:-1]


@dataclass(slots=True)
class Fields:
    """The fields that a schema declares."""

    schema_id: str
    by_path: dict[tuple[str, ...], Field] = dataclasses.field(default_factory=dict)
    all: list[Field] = dataclasses.field(default_factory=list)

    def add(self, path: tuple[str, ...], kind: FieldKind, choices: tuple[str, ...]) -> Field:
        """Add a field and return it."""
        one = _field(len(self.all), path, kind, choices)
        self.all.append(one)
        self.by_path[path] = one
        return one


def _field(index: int, path: tuple[str, ...], kind: FieldKind, choices: tuple[str, ...] = ()) -> Field:
    keys = [key for key in path if key != "*"]
    words = name_words(keys[-1]) if keys else ()
    names = []
    tail: tuple[str, ...] = ()
    for key in reversed(keys):
        tail = (*name_words(key), *tail)
        names.append(tail)
    return Field(
        index,
        path,
        kind,
        choices,
        words=words,
        names=tuple(names),
        is_item=path[-1:] == ("*",),
        is_inside_list="*" in path[:-1],
    )


@dataclass(slots=True, eq=False)
class Leaf:
    """A value of a label. ``holders`` are the pointers of the list items around it, outermost first.

    ``owner`` is the pointer of the object around it, ``parent`` that of the object or list.
    """

    pointer: Pointer
    value: Any
    field: Field
    owner: Pointer
    parent: Pointer
    holders: tuple[Pointer, ...]
    position: int
    kind: FieldKind
    moment: Moment | None = None
    mention: Mention | None = None
    candidates: list[Mention] = dataclasses.field(default_factory=list)
    flawed: bool = False

    @property
    def bound(self) -> Mention:
        """The mention that the leaf is bound to; only for leaves that are bound."""
        assert self.mention is not None
        return self.mention


def fields_of(schema_id: str, settings: Settings) -> Fields:
    """Return the fields of a schema; KeyError when the settings' registry has none of that name."""
    folder = settings.root / settings.schemas if settings.schemas and settings.root else None
    return _fields_of(schema_id, folder)


@cache
def _fields_of(schema_id: str, folder: Path | None) -> Fields:
    document: Any = registry(folder).schema(schema_id)
    fields = Fields(schema_id)
    _collect(document, document, (), fields, 0, False)
    return fields


def _collect(
    schema: Any, document: Any, path: tuple[str, ...], fields: Fields, depth: int, required: bool
) -> None:
    schema = _resolved(schema, document)
    if not isinstance(schema, Mapping) or depth > _DEEPEST:
        return
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((name for name in kind if name != "null"), None)
    if kind == "object" or "properties" in schema:
        needed = schema.get("required", ())
        for key, inner in (schema.get("properties") or {}).items():
            _collect(inner, document, (*path, key), fields, depth + 1, key in needed)
        return
    if kind == "array":
        _collect(schema.get("items", {}), document, (*path, "*"), fields, depth + 1, required)
        return
    choices = tuple(one for one in schema.get("enum", ()) if isinstance(one, str))
    form = schema.get("format")
    if kind in ("number", "integer"):
        one = fields.add(path, "number", ())
    elif kind == "boolean":
        one = fields.add(path, "truth", ())
    elif choices:
        one = fields.add(path, "choice", choices)
    elif form in ("date", "date-time"):
        one = fields.add(path, "moment", ())
        one.is_date = form == "date"
    elif kind == "string":
        one = fields.add(path, "email" if form == "email" else "text", ())
    else:
        return
    one.required = required


def _resolved(schema: Any, document: Any) -> Any:
    """Follow local references (``#/...``); others say nothing."""
    for _ in range(_DEEPEST):
        if not isinstance(schema, Mapping) or "$ref" not in schema:
            return schema
        reference = str(schema["$ref"])
        schema = document
        for token in reference.removeprefix("#").split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            schema = schema.get(key, {}) if isinstance(schema, Mapping) else {}
    return {}


def _kind_of(value: JSONValue) -> FieldKind:
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int | Decimal):
        return "number"
    return "text"


def leaves_of(label: JSONObject, fields: Fields) -> tuple[list[Leaf], list[Pointer]]:
    """Return the leaves of a label, in its order, and its empty items; what is null or empty states nothing.

    Where the schema declares no field, a leaf has one of its own, numbered on from those declared.
    """
    walk = _Walk(fields.by_path, len(fields.all))
    _collect_leaves(label, walk, (), LABEL, LABEL, LABEL, (), 0)
    return walk.leaves, walk.empty


@dataclass(slots=True)
class _Walk:
    """What a walk through a label has found."""

    declared: Mapping[tuple[str, ...], Field]
    number: int
    undeclared: dict[tuple[str, ...], Field] = dataclasses.field(default_factory=dict)
    leaves: list[Leaf] = dataclasses.field(default_factory=list)
    empty: list[Pointer] = dataclasses.field(default_factory=list)


def _collect_leaves(
    value: Any,
    walk: _Walk,
    path: tuple[str, ...],
    pointer: str,
    owner: str,
    parent: str,
    holders: tuple[str, ...],
    position: int,
) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            token = key.replace("~", "~0").replace("/", "~1") if "/" in key or "~" in key else key
            below = f"{pointer}/{token}"
            _collect_leaves(inner, walk, (*path, key), below, pointer, pointer, holders, 0)
        return
    if isinstance(value, list):
        path = (*path, "*")
        for number, inner in enumerate(value):
            own = f"{pointer}/{number}"
            if inner == {}:
                walk.empty.append(own)
            around = (*holders, own) if isinstance(inner, dict | list) else holders
            _collect_leaves(inner, walk, path, own, owner, pointer, around, number)
        return
    if value is None or value == "":
        return
    field = walk.declared.get(path) or walk.undeclared.get(path)
    if field is None:
        field = _field(walk.number + len(walk.undeclared), path, _kind_of(value))
        walk.undeclared[path] = field
    kind = field.kind
    moment = None
    if isinstance(value, str):
        if kind == "email":
            if "@" not in value:
                kind = "text"
        elif kind != "choice" or value not in field.choices:
            moment = read_moment(value) if value[4:5] == "-" else None
            kind = "moment" if moment is not None else "text"
    elif isinstance(value, int | Decimal):
        kind = _kind_of(value)
    walk.leaves.append(Leaf(pointer, value, field, owner, parent, holders, position, kind, moment))
