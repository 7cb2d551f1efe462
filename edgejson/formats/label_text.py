"""Labels that are JSON as text: decoded as strictly as lines, and what else they are, told apart."""

import json
import re
from typing import NamedTuple

from edgejson._typing import JSONValue, Label, Pointer
from edgejson.core.decoding import Fault, FaultName, StrictDecoder, too_deep, type_name
from edgejson.core.json_in_text import ends_inside, first_json

_EXPECTED = "a JSON object or array and nothing else"
_LONGEST_SHOWN = 60
_OPENING_FENCE = re.compile(r"(?:```|~~~)[ \t]*\w*")
_LIKE_JSON = re.compile(r"\{\s*[\"'}]|\[\s*[\"'{\[\]]")
_CLOSING_FENCES = ("```", "~~~")


class LabelText(NamedTuple):
    """A label, or what is wrong with the text in its place; both where the label can be read all the same."""

    value: Label | None
    faults: tuple[Fault, ...] = ()


def read_label(value: JSONValue, at: Pointer, *, max_depth: int) -> LabelText:
    """Return the label that stands at the pointer `at` of a row, as a value or as text."""
    if isinstance(value, dict | list):
        return LabelText(value)
    if isinstance(value, str):
        return read_label_text(value, at, max_depth=max_depth)
    return _faulty("no_json", at, f"a JSON {type_name(value)}")


def read_label_text(text: str, at: Pointer, *, max_depth: int) -> LabelText:
    """Return the label that the text at the pointer `at` is."""
    if not text.strip():
        return _faulty("no_json", at, "an empty text")
    if fault := too_deep(text, max_depth, at):
        return LabelText(None, (fault,))
    decoder = StrictDecoder()
    try:
        value = decoder.decode(text)
    except json.JSONDecodeError as error:
        return _surrounded(text, error, at)
    if isinstance(value, str):
        return _encoded_twice(value, at, max_depth)
    if not isinstance(value, dict | list):
        return _faulty("no_json", at, f"a JSON {type_name(value)}")
    faults = decoder.faults(value, text, at)
    return LabelText(None if faults else value, faults)


def holds_json(text: str) -> bool:
    """Whether a message is a label, or was to be one: it begins or ends with JSON, or is mostly JSON.

    A message that quotes some JSON between sentences of its own is not.
    """
    bare = text.strip()
    fence = _OPENING_FENCE.match(bare)
    if _LIKE_JSON.match(bare[fence.end() :].lstrip() if fence else bare):
        return True
    found = first_json(bare, flat_arrays=bare[:1] == "[")
    if isinstance(found, str):
        return False
    behind = bare[found.end :].strip()
    return not behind or behind in _CLOSING_FENCES or 2 * (found.end - found.start) > len(bare)


def _encoded_twice(text: str, at: Pointer, max_depth: int) -> LabelText:
    inner = read_label_text(text, at, max_depth=max_depth) if text.lstrip()[:1] in ("{", "[") else None
    if inner is None:
        return _faulty("no_json", at, "a JSON string")
    fault = Fault(
        name="encoded_twice",
        pointer=at,
        expected="JSON that is encoded once",
        actual="a JSON string that holds JSON",
    )
    return LabelText(inner.value, (fault, *inner.faults))


def _surrounded(text: str, error: json.JSONDecodeError, at: Pointer) -> LabelText:
    """Return the label in a text that is not JSON as a whole, with what it is instead."""
    found = first_json(text, flat_arrays=text.lstrip()[:1] == "[")
    if found == "unfinished" or ends_inside(text, error):
        return _faulty("cut_off", at, f"a text that ends too soon: {_ending(text)}")
    if isinstance(found, str):
        if text.lstrip()[:1] in ("{", "["):
            problem = f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
            return _faulty("no_json", at, f"a text that is not JSON: {problem}")
        return _faulty("no_json", at, f"a text without JSON: {_beginning(text)}")
    before, behind = text[: found.start].strip(), text[found.end :].strip()
    if _OPENING_FENCE.fullmatch(before) and behind in _CLOSING_FENCES:
        fault = Fault(name="fenced", pointer=at, expected=_EXPECTED, actual="JSON in a Markdown fence")
    else:
        around = " and ".join(_beginning(part) for part in (before, behind) if part)
        fault = Fault(name="wrapped", pointer=at, expected=_EXPECTED, actual=f"JSON beside {around}")
    faults = found.decoder.faults(found.value, text, at)
    return LabelText(None if faults else found.value, (fault, *faults))


def _faulty(name: FaultName, at: Pointer, actual: str) -> LabelText:
    return LabelText(None, (Fault(name=name, pointer=at, expected=_EXPECTED, actual=actual),))


def _beginning(text: str) -> str:
    bare = " ".join(text[: 2 * _LONGEST_SHOWN].split())
    return repr(bare if len(bare) <= _LONGEST_SHOWN else f"{bare[:_LONGEST_SHOWN]}…")


def _ending(text: str) -> str:
    bare = " ".join(text[-2 * _LONGEST_SHOWN :].split())
    return repr(bare if len(bare) <= _LONGEST_SHOWN else f"…{bare[-_LONGEST_SHOWN:]}")
