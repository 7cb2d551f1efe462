"""Labels of a user's JSON Schema: they satisfy it, shrink, and keep the sums and orders that it declares."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edgejson.generators.draws import Draws
from edgejson.generators.errors import GenerationError
from edgejson.generators.from_schema.world import world_of
from edgejson.generators.seeds import draws_for
from edgejson.suite.schema_registry import compiled, registry

SCHEMAS: dict[str, dict[str, Any]] = {
    "types": {
        "properties": {
            "text": {"type": "string"},
            "count": {"type": "integer"},
            "size": {"type": "number"},
            "flag": {"type": "boolean"},
            "nothing": {"type": "null"},
            "maybe": {"type": ["null", "string"]},
            "free": {},
            "any": True,
            "never": False,
        },
        "required": ["text", "count", "size", "flag", "nothing", "maybe", "free", "any"],
    },
    "numbers": {
        "properties": {
            "a": {"type": "integer", "minimum": 5, "maximum": 5},
            "b": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.3},
            "c": {"type": "number", "multipleOf": 0.05, "minimum": -2, "maximum": 2},
            "d": {"type": "integer", "multipleOf": 7, "exclusiveMinimum": 7},
            "e": {"type": "integer", "maximum": -3},
            "f": {"type": "number", "minimum": 1000000},
            "g": {"const": 1.5},
            "h": {"enum": [0.25, 0.5]},
        },
        "required": list("abcdefgh"),
    },
    "strings": {
        "properties": {
            "long": {"type": "string", "minLength": 300},
            "short": {"type": "string", "maxLength": 3},
            "code": {"type": "string", "pattern": "^[A-Z]+$", "minLength": 3, "maxLength": 4},
            "mood": {"type": "string", "examples": ["glad", "calm"]},
            **{name: {"type": "string", "format": name} for name in (
                "date", "date-time", "time", "email", "hostname", "uri", "uuid", "ipv4", "duration"
            )},
        },
        "required": ["long", "short", "code", "mood"],
    },
    "arrays": {
        "properties": {
            "days": {
                "type": "array", "items": {"enum": ["mon", "tue", "wed"]}, "uniqueItems": True, "minItems": 3
            },
            "rows": {
                "type": "array", "items": {"type": "array", "items": {"type": "integer"}}, "maxItems": 2
            },
            "any": {"type": "array", "minItems": 2},
        },
        "required": ["days", "rows", "any"],
    },
    "objects": {
        "properties": {
            "closed": {"type": "object", "additionalProperties": False, "required": ["x"],
                       "properties": {"x": {"type": "integer"}}},
            "map": {"type": "object", "additionalProperties": {"type": "number"}, "minProperties": 2},
            "filled": {"type": "object", "minProperties": 2,
                       "properties": {name: {"type": "string"} for name in "abc"}},
        },
        "required": ["closed", "map", "filled", "undeclared"],
    },
    "references": {
        "definitions": {
            "node": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "children": {"type": "array", "items": {"$ref": "#/definitions/node"}},
                },
                "required": ["name"],
                "additionalProperties": False,
            },
        },
        "properties": {"tree": {"$ref": "#/definitions/node"}},
        "required": ["tree"],
    },
    "alternatives": {
        "properties": {
            "id": {"anyOf": [{"type": "null"}, {"type": "integer", "minimum": 1}, {"type": "string"}]},
            "pay": {"oneOf": [
                {"type": "object", "properties": {"iban": {"type": "string"}}, "required": ["iban"],
                 "additionalProperties": False},
                {"type": "object", "properties": {"cash": {"const": True}}, "required": ["cash"],
                 "additionalProperties": False},
            ]},
            "both": {"allOf": [{"type": "integer", "minimum": 3}, {"minimum": 5, "maximum": 6}]},
        },
        "required": ["id", "pay", "both"],
        "anyOf": [{"required": ["id"]}, {"required": ["both"]}],
    },
}  # fmt: skip


def world(document: dict[str, Any]) -> Any:
    return world_of("thing", {"type": "object", **document}, compiled({"type": "object", **document}))


@pytest.mark.parametrize("name", SCHEMAS)
def test_labels_satisfy_their_schema(name: str) -> None:
    made = world(SCHEMAS[name])
    for seed in range(100):
        made.check(made.build(draws_for("train", name, seed, "test")))


@settings(max_examples=40)
@given(st.data(), st.sampled_from(sorted(SCHEMAS)))
def test_labels_satisfy_their_schema_whatever_is_drawn(data: st.DataObject, name: str) -> None:
    made = world(SCHEMAS[name])
    made.check(made.build(Draws(lambda n: data.draw(st.integers(0, n - 1)))))


def test_the_simplest_label_has_the_required_fields_alone() -> None:
    document = {"properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}, "required": ["a"]}
    assert world(document).build(Draws(lambda n: 0)) == {"a": 1}


def test_numbers_with_a_fraction_are_decimals() -> None:
    label = world(SCHEMAS["numbers"]).build(Draws(lambda n: 0))
    assert isinstance(label["g"], Decimal)
    assert isinstance(label["h"], Decimal)


def test_declared_sums_are_exact_and_may_follow_from_each_other() -> None:
    money = {"type": "number", "minimum": 1, "multipleOf": 0.01}
    document = {
        "properties": {
            "items": {"type": "array", "items": {"type": "object", "properties": {"amount": money},
                                                 "required": ["amount"]}},
            "subtotal": {"type": "number"},
            "tax": money,
            "total": {"type": "number"},
        },
        "required": ["total"],
        "x-sum": {"subtotal": ["items/*/amount"], "total": ["subtotal", "tax"]},
    }  # fmt: skip
    made = world(document)
    for seed in range(50):
        label = made.build(draws_for("train", "sums", seed, "test"))
        assert label["subtotal"] == sum(item["amount"] for item in label["items"])
        assert label["total"] == label["subtotal"] + label["tax"]


def test_declared_orders_are_kept() -> None:
    day = {"type": "string", "format": "date"}
    document = {
        "properties": {"first": day, "last": day},
        "required": ["first", "last"],
        "x-order": [["first", "last"]],
    }
    for seed in range(50):
        label = world(document).build(draws_for("train", "orders", seed, "test"))
        assert date.fromisoformat(label["first"]) <= date.fromisoformat(label["last"])


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ({"properties": {"a": {"not": {}}}}, "/properties/a: labels cannot be made for the keyword not"),
        ({"if": {}, "then": {}}, "at its root: labels cannot be made for the keyword if"),
        (
            {"properties": {"a": {"format": "iri"}}},
            "labels cannot be made for the format 'iri'; there",
        ),
        ({"properties": {"a": {"pattern": "(?!x)"}}}, "labels cannot be made for the pattern"),
        ({"properties": {"a": {"items": [{}, {}]}}}, "items of several schemas"),
        ({"$ref": "other.json"}, r"\$ref 'other.json' is not in the file"),
        (
            {"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/a"}}},
            "leads back to itself",
        ),
        (
            {"properties": {"a": {"type": "integer", "minimum": 3, "maximum": 2}}, "required": ["a"]},
            "there is no number from 3 to 2",
        ),
        (
            {"properties": {"a": {"enum": ["x"]}}, "required": ["a", "b"], "additionalProperties": False},
            "more fields are required than the schema declares",
        ),
        (
            {
                "properties": {"a": {"items": {"enum": [1]}, "uniqueItems": True, "minItems": 2}},
                "required": ["a"],
            },
            "there are no 2 different items",
        ),
        ({"allOf": [{"type": "object"}, {"type": "array"}]}, "schemas that both have to hold"),
        ({"properties": {"a": {"$ref": "#"}}, "required": ["a"]}, "refer to themselves without end"),
    ],
)
def test_what_no_label_can_be_made_for_is_refused_in_one_sentence(
    document: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(GenerationError, match=sentence) as refused:
        world_of("thing", {"type": "object", **document}, compiled({"type": "object"}))
    assert str(refused.value).startswith("thing.schema.json")
    assert "\n" not in str(refused.value)


def test_a_schema_of_something_else_than_objects_is_refused() -> None:
    with pytest.raises(GenerationError, match="a label is an object"):
        world_of("thing", {"type": "array"}, compiled({"type": "array"}))


def test_labels_that_do_not_satisfy_the_schema_refuse_it() -> None:
    document = {
        "type": "object",
        "properties": {"total": {"type": "number", "maximum": 1}, "a": {"minimum": 2}},
        "required": ["total"],
        "x-sum": {"total": ["a"]},
    }
    with pytest.raises(GenerationError, match="labels made for it do not satisfy it"):
        world_of("thing", document, compiled(document))


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (
            {"properties": {"a": {"type": "array", "minItems": 10**9}}},
            "minItems up to 50",
        ),
        ({"properties": {"a": {"type": "string", "minLength": 10**9}}}, "minLength up to 1000"),
        ({"properties": {"a": {"pattern": "(((a{99}){99}){99}){99}"}}}, "more than 2000 characters"),
        ({"$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}, "$ref": "#/$defs/a"}, "leads back to itself"),
        ({"anyOf": [{"$ref": "#"}]}, "alternatives are nested too deep"),
        (
            {"properties": {name: {"$ref": "#"} for name in "abc"}, "required": list("abc")},
            "without end",
        ),
    ],
)
def test_what_would_take_for_ever_is_refused_at_once(document: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GenerationError, match=sentence):
        world_of("thing", {"type": "object", **document}, compiled({"type": "object"}))


def test_optional_fields_that_refer_to_themselves_end() -> None:
    document = {"properties": {**{name: {"$ref": "#"} for name in "abcdefgh"}, "name": {"type": "string"}}}
    made = world(document)
    assert max(len(str(made.build(draws_for("train", "tree", seed, "test")))) for seed in range(20)) < 100_000


@pytest.mark.parametrize("schema_id", registry().schema_ids)
def test_the_built_in_schemas_have_labels_too(schema_id: str) -> None:
    schema = registry().schemas[schema_id]
    made = world_of(schema_id, schema.document, schema.validator)
    for seed in range(20):
        made.check(made.build(draws_for("train", schema_id, seed, "test")))
