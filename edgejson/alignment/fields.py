"""Fields: what a schema says of the places in a label, and the leaves of a label as values of fields."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from itertools import pairwise
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

    @property
    def container(self) -> tuple[str, ...]:
        """The path of the object or list that the field stands in."""
        return self.path[:-1]


@dataclass
class Fields:
    """The fields of a schema: those that it declares, and those that labels have beside them."""

    schema_id: str
    by_path: dict[tuple[str, ...], Field] = dataclasses.field(default_factory=dict)
    all: list[Field] = dataclasses.field(default_factory=list)
    known: int = 0

    @cached_property
    def items(self) -> frozenset[str]:
        """The words, in the singular, for the items of lists of objects."""
        keys = {
            key
            for one in self.all
            for key, below in pairwise(one.path)
            if below == "*" and one.path[-1] != "*" and key != "*"
        }
        return frozenset(words[-1].removesuffix("s") for key in keys if (words := name_words(key)))

    def of(self, path: tuple[str, ...], value: JSONValue) -> Field:
        """Return the field at a path, a new one where the schema declares none."""
        found = self.by_path.get(path)
        if found is None:
            found = self.add(path, _kind_of(value), ())
        return found

    def add(self, path: tuple[str, ...], kind: FieldKind, choices: tuple[str, ...]) -> Field:
        """Add a field and return it."""
        keys = [key for key in path if key != "*"]
        words = name_words(keys[-1]) if keys else ()
        names = []
        tail: tuple[str, ...] = ()
        for key in reversed(keys):
            tail = (*name_words(key), *tail)
            names.append(tail)
        one = Field(len(self.all), path, kind, choices, words=words, names=tuple(names))
        self.all.append(one)
        self.by_path[path] = one
        return one


@dataclass(slots=True, eq=False)
class Leaf:
    """A value of a label. ``holders`` are the pointers of the list items around it, outermost first."""

    pointer: Pointer
    value: Any
    field: Field
    owner: Pointer
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
    found = _fields_of(schema_id, folder)
    if len(found.all) > found.known + 2000:  # labels without declared fields may have ever new ones
        for one in found.all[found.known :]:
            del found.by_path[one.path]
        del found.all[found.known :]
    return found


@cache
def _fields_of(schema_id: str, folder: Path | None) -> Fields:
    document: Any = registry(folder).schema(schema_id)
    fields = Fields(schema_id)
    _collect(document, document, (), fields, 0, False)
    fields.known = len(fields.all)
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


def leaves_of(label: JSONObject, fields: Fields) -> list[Leaf]:
    """Return the leaves of a label, in its order; what is null or empty states nothing."""
    return list(_leaves(label, fields, (), LABEL, LABEL, (), 0))


def _leaves(
    value: Any,
    fields: Fields,
    path: tuple[str, ...],
    pointer: str,
    owner: str,
    holders: tuple[str, ...],
    position: int,
) -> Iterator[Leaf]:
    if isinstance(value, dict):
        for key, inner in value.items():
            token = key.replace("~", "~0").replace("/", "~1")
            yield from _leaves(inner, fields, (*path, key), f"{pointer}/{token}", pointer, holders, 0)
        return
    if isinstance(value, list):
        for number, inner in enumerate(value):
            own = f"{pointer}/{number}"
            around = (*holders, own) if isinstance(inner, dict | list) else holders
            yield from _leaves(inner, fields, (*path, "*"), own, owner, around, number)
        return
    if value is None or value == "":
        return
    found = fields.of(path, value)
    kind = found.kind
    moment = None
    if isinstance(value, bool):
        kind = "truth"
    elif isinstance(value, int | Decimal):
        kind = "number"
    elif isinstance(value, str):
        if kind == "choice" and value not in found.choices:
            kind = "text"
        if kind in ("moment", "text", "number", "truth"):
            moment = read_moment(value)
            kind = "moment" if moment is not None else "text"
        if kind == "email" and "@" not in value:
            kind = "text"
    yield Leaf(pointer, value, found, owner, holders, position, kind, moment)
