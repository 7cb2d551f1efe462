"""A JSON Schema drafted from the profile of labels: only what the data support, with the counts that do.

A library that infers schemas makes one that all labels comply with, so that a fault in the data becomes part
of it. Here a type, a required field or a format may have exceptions, which the next validation shows.
"""

from typing import Any

from edgejson.core.json_text import compact
from edgejson.drafting.label_profile import FORMATS, Place

_MOST_EXCEPTIONS = 0.005
_MOST_CHOICES = 20
_ENOUGH = 20
_REACHED = 3
_HARDLY_EVER = 0.05


def schema_draft(name: str, labels: Place) -> dict[str, Any]:
    """Return the schema of labels of one shape."""
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": name.replace("_", " "),
        "description": f"Drafted by edgejson init from {labels.count:,} labels; yours to correct.",
    }
    return {**head, **_schema(labels)}


def _schema(place: Place) -> dict[str, Any]:
    kinds = _kinds(place)
    schema: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    if "object" in kinds:
        schema |= _object(place)
    if "array" in kinds and place.items is not None:
        schema["items"] = _schema(place.items) if place.items.count else {}
        lists = place.types["array"]
        if lists >= _ENOUGH and place.empty_lists <= _MOST_EXCEPTIONS * lists:
            schema["minItems"] = 1
    if "string" in kinds:
        schema |= _text(place)
    if "integer" in kinds or "number" in kinds:
        schema |= _bounds(place)
    if place.askable >= _ENOUGH and place.stated <= _HARDLY_EVER * place.askable:
        schema["x-grounding"] = "free"
        note = f"stated by {place.stated:,} of {place.askable:,} prompts"
        schema["description"] = "; ".join(filter(None, (schema.get("description"), note)))
    return schema


def _kinds(place: Place) -> list[str]:
    """Return the types but for the few exceptions; an integer is a number where other numbers are."""
    kinds = [name for name, times in place.types.items() if times > _MOST_EXCEPTIONS * place.count]
    return sorted(kind for kind in kinds if not (kind == "integer" and "number" in kinds))


def _object(place: Place) -> dict[str, Any]:
    objects = place.types["object"]
    present = {name: one.count for name, one in place.fields.items()}
    required = [name for name, times in present.items() if objects - times <= _MOST_EXCEPTIONS * objects]
    # Names that were seen only once are a sign of more that were not seen (Good and Turing's estimate).
    is_closed = objects >= _ENOUGH and not place.unnamed and min(present.values(), default=2) > 1
    if place.unnamed or (len(present) > 30 and not required):
        return {}
    schema: dict[str, Any] = {"properties": {name: _schema(one) for name, one in place.fields.items()}}
    if required:
        schema["required"] = required
    if is_closed:
        schema["additionalProperties"] = False
    return schema


def _text(place: Place) -> dict[str, Any]:
    texts = place.types["string"]
    for name in FORMATS:
        if texts >= _REACHED and texts - place.formats[name] <= _MOST_EXCEPTIONS * texts:
            return {"format": name}
    choices = place.choices
    if choices is None or not 2 <= len(choices) <= _MOST_CHOICES or texts < 10 * len(choices):
        return {}
    if min(choices.values()) < _REACHED or not all(map(_is_word, choices)):
        return {}
    usual = sorted(choices.items(), key=lambda item: (-item[1], item[0]))
    counts = ", ".join(f"{value} {times:,}" for value, times in usual)
    return {"enum": [value for value, _ in usual], "description": f"of {texts:,}: {counts}"}


def _is_word(text: str) -> bool:
    """Whether a text may be one of fixed choices, which prompts word as they like: a unit is copied."""
    return all(c.isalnum() or c in "_- " for c in text)


def _bounds(place: Place) -> dict[str, Any]:
    """Return the least and the greatest number, where several values reach it; nothing is below zero."""
    numbers = place.types["integer"] + place.types["number"]
    if numbers < _ENOUGH or place.low is None or place.high is None or place.low == place.high:
        return {}
    schema: dict[str, Any] = {}
    if place.lows >= _REACHED and place.low in (0, 1):
        schema["minimum"] = int(place.low)
    elif place.low >= 0:
        schema["minimum"] = 0
    if place.highs >= _REACHED and place.high in (1, 5, 10, 100):
        schema["maximum"] = int(place.high)
    if schema:
        schema["description"] = f"{numbers:,} numbers from {compact(place.low)} to {compact(place.high)}"
    return schema
