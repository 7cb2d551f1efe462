"""Operators on the fields of a label: lost or invented."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONValue
from edgejson.generators.mutations.edit import remove_value, set_value
from edgejson.generators.mutations.label_values import (
    absent_fields,
    fits_schema,
    optional_values,
)
from edgejson.generators.mutations.operator import Mutant, TargetRecord, value_mutant
from edgejson.generators.mutations.operator_factories import (
    grounding_operator,
    shuffled,
)

_DROPPED = "grounding.stated_values_are_in_the_label"


_INVENTED = "grounding.values_are_stated_in_the_prompt"


def _dropped(kind: type[object] | tuple[type[object], ...]) -> Callable[[TargetRecord], Mutant | None]:
    def apply(target: TargetRecord) -> Mutant | None:
        for entry in shuffled(target, optional_values(target)):
            if isinstance(entry.value, kind) and entry.value not in ("", [], {}):
                return value_mutant(target, entry.pointer, remove_value(target.label, entry.pointer), None)
        return None

    return apply


def _invented(
    kind: str, typical: Callable[[Mapping[str, Any]], JSONValue]
) -> Callable[[TargetRecord], Mutant | None]:
    def apply(target: TargetRecord) -> Mutant | None:
        for pointer, schema in shuffled(target, absent_fields(target)):
            if schema.get("required") or schema.get("minItems"):
                continue
            sort = "enum" if "enum" in schema else "date" if "format" in schema else schema.get("type")
            if sort == kind or (kind == "number" and sort == "integer"):
                value = typical(schema)
                set_value(target.label, pointer, value)
                return value_mutant(target, pointer, None, value)
        return None

    return apply


def _typical_choice(schema: Mapping[str, Any]) -> JSONValue:
    known = schema["enum"]
    usual = ("normal", "medium", "active", "pending", "open", "routine", "online", "primary")
    return str(next((one for one in usual if one in known), known[0]))


def _typical_number(schema: Mapping[str, Any]) -> JSONValue:
    return next(number for number in (0, 1, 13, 100) if fits_schema(schema, number))


FIELDS = (
    grounding_operator("optional_text_dropped", _DROPPED, _dropped(str)),
    grounding_operator("optional_number_dropped", _DROPPED, _dropped((Decimal, int))),
    grounding_operator("optional_object_dropped", _DROPPED, _dropped(dict)),
    grounding_operator("optional_list_dropped", _DROPPED, _dropped(list)),
    grounding_operator("optional_choice_invented", _INVENTED, _invented("enum", _typical_choice)),
    grounding_operator("optional_flag_invented", _INVENTED, _invented("boolean", lambda _: True)),
    grounding_operator("optional_refusal_invented", _INVENTED, _invented("boolean", lambda _: False)),
    grounding_operator("optional_text_invented", _INVENTED, _invented("string", lambda _: "Standard")),
    grounding_operator("optional_text_not_available", _INVENTED, _invented("string", lambda _: "N/A")),
    grounding_operator("optional_text_empty", _INVENTED, _invented("string", lambda _: "")),
    grounding_operator("optional_number_invented", _INVENTED, _invented("number", _typical_number)),
    grounding_operator("optional_list_empty", _INVENTED, _invented("array", lambda _: [])),
    grounding_operator("optional_object_empty", _INVENTED, _invented("object", lambda _: {})),
)
"""The operators of this module."""
