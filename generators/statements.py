"""What a prompt has to state: the label as a tree of named values, before any style words it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.json_text import compact

_ACRONYMS = {"aml", "bmi", "id", "kyc", "roas", "sku", "icd10"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One scalar value; ``text`` is its verbatim spelling, ``key`` and ``schema`` say what it is.

    ``path`` names the field without the positions in lists (``items.price``), ``declared`` is False for
    the keys of free objects, which are stated as they are.
    """

    pointer: Pointer
    path: str
    key: str
    name: str
    declared: bool
    text: str
    value: JSONValue
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An object: statements that belong together; ``free`` when its keys are not declared."""

    pointer: Pointer
    path: str
    key: str
    name: str
    free: bool
    parts: "tuple[Statement, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A list: items in order, their names empty."""

    pointer: Pointer
    path: str
    key: str
    name: str
    items: "tuple[Statement, ...]"

    @property
    def scalar(self) -> bool:
        """Whether every item is one value."""
        return all(isinstance(item, Leaf) for item in self.items)


Statement: TypeAlias = Leaf | Group | Series


def flattened(
    parts: "Iterable[Statement]", *, whole: Callable[[Group], bool] = lambda _: False
) -> "Iterator[tuple[tuple[Group, ...], Statement]]":
    """Yield what `parts` state, objects dissolved, each with the objects that it stands in.

    The outermost of these comes first. An object for which `whole` holds is not dissolved; lists never are.
    """
    for part in parts:
        if isinstance(part, Group) and not whole(part):
            yield from (((part, *above), inner) for above, inner in flattened(part.parts, whole=whole))
        else:
            yield (), part


def statements(label: JSONObject, schema: JSONObject) -> tuple[Statement, ...]:
    """Return what a prompt has to state for `label`, in the label's order.

    `schema` says which objects have declared fields, whose names are spelled for people; the keys of the
    others are stated as they are, since nothing else tells how they are written.
    """
    return _parts(label, schema, "/expected_output", "")


def field_name(key: str) -> str:
    """Return the human spelling of a declared key; folding case and ``-_`` to blanks gives the key back."""
    if key[0].isdigit():
        return key.replace("_", "-", 1)
    return " ".join(w.upper() if w in _ACRONYMS else w.capitalize() for w in key.split("_"))


def _parts(value: JSONObject, schema: JSONObject, pointer: Pointer, path: str) -> tuple[Statement, ...]:
    declared = cast(JSONObject, schema.get("properties", {}))
    return tuple(
        _statement(
            item,
            cast(JSONObject, declared.get(key, {})),
            f"{pointer}/{key}",
            f"{path}.{key}" if path else key,
            key,
            key in declared,
        )
        for key, item in value.items()
    )


def _statement(
    value: JSONValue, schema: JSONObject, pointer: Pointer, path: str, key: str, declared: bool
) -> Statement:
    name = field_name(key) if declared and key else key
    if isinstance(value, dict):
        parts = _parts(value, schema, pointer, path)
        free = "properties" not in schema
        return Group(pointer=pointer, path=path, key=key, name=name, free=free, parts=parts)
    if isinstance(value, list):
        inner = cast(JSONObject, schema.get("items", {}))
        items = (
            _statement(item, inner, f"{pointer}/{i}", path, "", declared) for i, item in enumerate(value)
        )
        return Series(pointer=pointer, path=path, key=key, name=name, items=tuple(items))
    return Leaf(
        pointer=pointer,
        path=path,
        key=key,
        name=name,
        declared=declared,
        text=value if isinstance(value, str) else compact(value),
        value=value,
        schema=schema,
    )
