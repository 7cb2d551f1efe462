"""Calls of functions as labels, and the declared functions as their schema.

A label is ``{"name": ..., "arguments": {...}}``, or a list of such where a turn makes several calls.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edgejson._typing import JSONObject, JSONValue, Label, Pointer
from edgejson.core.decoding import Fault
from edgejson.core.record import Places
from edgejson.formats.label_text import read_label, read_label_text

CALLS = "calls"
"""The schema_id of labels that are a list of calls; one call has its function's name."""

_LABEL = "/expected_output"
_OPEN, _CLOSE = "<tool_call>", "</tool_call>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call: a name and arguments, as text or as a value, in the object at a pointer of the row."""

    name: JSONValue
    arguments: JSONValue
    at: Pointer
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLabel:
    """The label that the calls of one turn are; None with faults where their arguments cannot be read."""

    value: Label | None
    schema_id: str
    faults: tuple[Fault, ...]
    places: Places


def calls_of(value: JSONValue, at: Pointer) -> tuple[Call, ...]:
    """Return the call or calls in a value, in any of the ways in which they are written; none for another.

    These are ``{"name", "arguments"}`` (or ``parameters``), the same within ``function``, a list of either,
    and a message with ``tool_calls`` or ``function_call``.
    """
    if isinstance(value, list):
        found = [calls_of(item, f"{at}/{index}") for index, item in enumerate(value)]
        return tuple(call for calls in found for call in calls) if all(found) else ()
    if not isinstance(value, dict):
        return ()
    for name in ("tool_calls", "function_call", "function"):
        if isinstance(value.get(name), dict | list):
            return calls_of(value[name], f"{at}/{name}")
    for name in ("arguments", "parameters"):
        if isinstance(value.get("name"), str) and name in value:
            return (Call(name=value["name"], arguments=value[name], at=at),)
    return ()


def tagged_calls(text: str, at: Pointer, *, max_depth: int) -> tuple[Call, ...]:
    """Return the calls that stand in a text between ``<tool_call>`` and ``</tool_call>``."""
    found: list[Call] = []
    for piece in text.split(_OPEN)[1:]:
        read = read_label_text(piece.partition(_CLOSE)[0], at, max_depth=max_depth)
        calls = calls_of(read.value, at)
        unlike = Fault(
            name="no_json", pointer=at, expected="a call: name and arguments", actual="another value"
        )
        broken = Call(name=None, arguments=None, at=at, faults=read.faults or (unlike,))
        found += calls if calls and not read.faults else [broken]
    return tuple(found)


def call_label(calls: Sequence[Call], *, max_depth: int) -> CallLabel:
    """Return the label of one turn's `calls`, of which there is at least one."""
    items: list[JSONValue] = []
    faults: list[Fault] = []
    for call in calls:
        faults += call.faults
        if call.faults:
            continue
        at = f"{call.at}/arguments"
        given = {} if call.arguments is None else call.arguments
        arguments = read_label(given, at, max_depth=max_depth)
        faults += arguments.faults
        items.append({"name": call.name, "arguments": arguments.value})
    broken = any(isinstance(item, dict) and item["arguments"] is None for item in items)
    whole = len(items) == len(calls) and not broken
    if len(calls) == 1:
        single = items[0] if whole else None
        name = calls[0].name
        return CallLabel(
            value=single if isinstance(single, dict) else None,
            schema_id=name if isinstance(name, str) else CALLS,
            faults=tuple(faults),
            places=((_LABEL, calls[0].at),),
        )
    places = tuple((f"{_LABEL}/{index}", call.at) for index, call in enumerate(calls))
    return CallLabel(
        value=items if whole else None,
        schema_id=CALLS,
        faults=tuple(faults),
        places=(*reversed(places), (_LABEL, calls[0].at)),
    )


def as_call_label(given: JSONValue, *, max_depth: int) -> Label | None:
    """Return what a model answered as the label of calls; None where it makes none that can be read.

    It may be a text with ``<tool_call>`` in it, or a value in any of the ways of `calls_of`.
    """
    calls = tagged_calls(given, "", max_depth=max_depth) if isinstance(given, str) else calls_of(given, "")
    return call_label(calls, max_depth=max_depth).value if calls else None


def declared_functions(tools: JSONValue) -> Mapping[str, JSONValue]:
    """Return the schemas of the arguments of the functions that `tools` declare, by name; it may be text."""
    if isinstance(tools, str):
        tools = read_label_text(tools, "", max_depth=_DEEPEST).value
    return dict(_declared(tools))


_DEEPEST = 64


def _declared(tools: JSONValue) -> Iterator[tuple[str, JSONValue]]:
    for tool in tools if isinstance(tools, list) else [tools]:
        if isinstance(tool, dict):
            function = tool.get("function")
            described = function if isinstance(function, dict) else tool
            if isinstance(name := described.get("name"), str):
                yield name, _without_nulls(described.get("parameters"))


def _without_nulls(value: JSONValue) -> JSONValue:
    """Return a schema without the nulls that a column of a table holds where other rows have keywords."""
    if isinstance(value, dict):
        return {name: _without_nulls(item) for name, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


_FUNCTIONS = "x-functions"


def call_schema(label: Label | None, functions: Mapping[str, JSONValue]) -> JSONObject:
    """Return the JSON Schema of a label that calls `functions`; arguments that none declares are refused.

    It is that of the functions which this label calls, so that what is wrong in it is said where it stands.
    """
    declared: JSONObject = {_FUNCTIONS: dict(functions)}
    if isinstance(label, list):
        items: list[JSONValue] = [_schema_of_call(call, functions) for call in label]
        return {**declared, "type": "array", "prefixItems": items}
    return {**declared, **_schema_of_call(label, functions)}


def schema_for_answer(schema: JSONObject, answer: Label) -> JSONObject:
    """Return the JSON Schema of calls for an answer in the place of the label, whatever functions it calls.

    A call answers a list of calls as well, and a list one call: the label says how many are right.
    """
    functions = schema.get(_FUNCTIONS)
    return call_schema(answer, functions) if isinstance(functions, dict) else schema


def _schema_of_call(call: JSONValue, functions: Mapping[str, JSONValue]) -> JSONObject:
    name = call.get("name") if isinstance(call, dict) else None
    properties: JSONObject = {"name": {"enum": [*functions]}}
    if isinstance(name, str) and name in functions:
        properties["arguments"] = _closed(functions[name])
    return {"type": "object", "required": ["name", "arguments"], "properties": properties}


_OPENING_KEYWORDS = (
    "additionalProperties", "unevaluatedProperties", "patternProperties", "allOf", "anyOf", "oneOf", "$ref",
)  # fmt: skip


def _closed(parameters: JSONValue) -> JSONValue:
    """Return the schema of arguments so that it refuses an argument that it does not declare."""
    if parameters is None:
        return {"type": "object", "additionalProperties": False}
    if not isinstance(parameters, dict):
        return parameters
    if "$defs" in parameters or "definitions" in parameters:
        # References inside are meant from the parameters' own root.
        parameters = {"$id": "urn:edgejson:arguments", **parameters}
    if any(keyword in parameters for keyword in _OPENING_KEYWORDS):
        return parameters
    if parameters and "properties" not in parameters and parameters.get("type") != "object":
        return _python_parameters(parameters)
    return {**parameters, "additionalProperties": False}


_PYTHON_TYPES = {
    "str": "string", "int": "integer", "float": "number", "bool": "boolean", "list": "array",
    "dict": "object",
}  # fmt: skip


def _python_parameters(parameters: JSONObject) -> JSONObject:
    """Return the schema of parameters that are listed with Python's types: ``{"city": {"type": "str"}}``.

    xLAM's data sets do that; a type that is not known says nothing, ``optional`` or a default does.
    """
    properties: JSONObject = {}
    required: list[JSONValue] = []
    for name, described in parameters.items():
        kind = described.get("type") if isinstance(described, dict) else described
        words = str(kind).casefold().replace(",", " ").split()
        known = _PYTHON_TYPES.get(words[0].partition("[")[0]) if words else None
        properties[name] = {"type": known} if known else {}
        if "optional" not in str(kind).casefold() and not (
            isinstance(described, dict) and "default" in described
        ):
            required.append(name)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
