"""Any other row: where its fields stand is said by JSON Pointers in the settings."""

from collections.abc import Iterator

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.json_text import compact
from edgejson.core.pointers import find
from edgejson.core.record_format import RecordFormat
from edgejson.formats.calls import call_label, call_schema, calls_of, declared_functions
from edgejson.formats.example import Example
from edgejson.formats.label_text import read_label


def examples(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    """Yield the example of a row, none where it has no label."""
    found = {
        name: [one for pointer in pointers if (one := find(row, pointer)) is not None]
        for name, pointers in record_format.pointers
    }
    labels = [(at, value) for at, value in found.get("expected_output", ()) if value not in (None, "")]
    if not labels:
        return
    at, given = labels[0]
    read = read_label(given, at, max_depth=record_format.max_depth)
    value, faults = read.value, read.faults
    fields: JSONObject = {}
    where: list[tuple[Pointer, Pointer]] = [("/expected_output", at)]
    own_schema = None
    tools = next((value for _, value in found.pop("tools", ())), None)
    functions = declared_functions(tools)
    calls = calls_of(value, at) if functions else ()
    if calls:
        label = call_label(calls, max_depth=record_format.max_depth)
        value, faults = label.value, (*faults, *label.faults)
        own_schema = call_schema(value, functions)
        fields["schema_id"] = label.schema_id
        where = list(label.places)
    for name, parts in found.items():
        if parts and name != "expected_output":
            fields[name] = _text(parts) if name == "prompt" else parts[0][1]
            where.append((f"/{name}", parts[-1][0]))
    if value is not None:
        fields["expected_output"] = value
    yield Example(
        fields=fields,
        faults=faults,
        places=tuple(sorted(where, key=lambda place: -len(place[0]))),
        own_schema=own_schema,
        is_call=bool(calls),
    )


def _text(parts: list[tuple[Pointer, JSONValue]]) -> str:
    """Return the parts of a prompt as one text, those that are none as JSON."""
    texts = [value if isinstance(value, str) else compact(value) for _, value in parts if value is not None]
    return "\n\n".join(text for text in texts if text.strip())
