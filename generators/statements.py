"""What a prompt has to state: the label as a tree of named values, before any style words it."""

from dataclasses import dataclass
from typing import TypeAlias, cast

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.json_text import compact

_ACRONYMS = {"aml", "bmi", "id", "kyc", "roas", "sku", "icd10"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One scalar value; ``text`` is its verbatim spelling."""

    pointer: Pointer
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An object: statements that belong together."""

    pointer: Pointer
    name: str
    parts: "tuple[Statement, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A list: items in order, their names empty."""

    pointer: Pointer
    name: str
    items: "tuple[Statement, ...]"


Statement: TypeAlias = Leaf | Group | Series


def statements(label: JSONObject, schema: JSONObject) -> tuple[Statement, ...]:
    """Return what a prompt has to state for `label`, in the label's order.

    `schema` says which objects have declared fields, whose names are spelled for people; the keys of the
    others are stated as they are, since nothing else tells how they are written.
    """
    return _parts(label, schema, "/expected_output")


def field_name(key: str) -> str:
    """Return the human spelling of a declared key; folding case and ``-_`` to blanks gives the key back."""
    if key[0].isdigit():
        return key.replace("_", "-", 1)
    return " ".join(w.upper() if w in _ACRONYMS else w.capitalize() for w in key.split("_"))


def _parts(value: JSONObject, schema: JSONObject, pointer: Pointer) -> tuple[Statement, ...]:
    declared = cast(JSONObject, schema.get("properties", {}))
    return tuple(
        _statement(
            item,
            cast(JSONObject, declared.get(key, {})),
            f"{pointer}/{key}",
            field_name(key) if key in declared else key,
        )
        for key, item in value.items()
    )


def _statement(value: JSONValue, schema: JSONObject, pointer: Pointer, name: str) -> Statement:
    if isinstance(value, dict):
        return Group(pointer=pointer, name=name, parts=_parts(value, schema, pointer))
    if isinstance(value, list):
        inner = cast(JSONObject, schema.get("items", {}))
        items = (_statement(item, inner, f"{pointer}/{i}", "") for i, item in enumerate(value))
        return Series(pointer=pointer, name=name, items=tuple(items))
    return Leaf(pointer=pointer, name=name, text=value if isinstance(value, str) else compact(value))
