"""What a model answered: the JSON object in its text, found by a real JSON scanner, or why there is none."""

import json
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from edgejson._typing import JSONObject
from edgejson.core.decoding import FaultName, StrictDecoder, faults_of, nesting

MAX_DEPTH = 200
"""Levels of nesting that an answer may have; deeper ones are not read."""

MAX_OPENINGS = 256
"""Opening braces at which a scan begins before it gives up: each attempt costs time."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_LITERALS = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
_HALF_A_NUMBER = re.compile(r"-|\.|[eE][+-]?")
_LONGEST_TAIL = 64  # more than any of the half-finished things below
_HALF_AN_ESCAPE = re.compile(r'"?\\?u?[0-9a-fA-F]{0,3}')

AnswerFault: TypeAlias = Literal[
    "nothing", "no_object", "unfinished", "syntax", "duplicate_keys", "number", "surrogate", "too_deep"
]
"""Why an answer has no JSON object.

``nothing``: the text is empty or blank. ``no_object``: it has no opening brace. ``unfinished``: it ends
inside the object. ``syntax``: no opening brace, of the first MAX_OPENINGS, begins a JSON object.
``duplicate_keys``: an object names a key twice. ``number``: NaN, Infinity, or a number that no double can
hold (see `StrictDecoder`). ``surrogate``: half of a surrogate pair, which UTF-8 cannot write. ``too_deep``:
more than MAX_DEPTH levels.
"""

_FAULTS: dict[FaultName, AnswerFault] = {
    "duplicate_key": "duplicate_keys",
    "number": "number",
    "surrogate": "surrogate",
}
"""What the faults of a value are called here; of several, the first is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The object in a model's text. Exactly one of ``value`` and ``fault`` is given.

    ``text_around``: something other than white space stands before or after the object.
    """

    text: str
    value: JSONObject | None = None
    fault: AnswerFault | None = None
    text_around: bool = False


def read_answer(text: str) -> Answer:
    """Return the first complete JSON object in `text`, at whatever depth its braces nest; never raises.

    The scan begins at the first opening brace. Where it meets a syntax error it goes on from the next brace
    *behind the error*, so that a fragment inside a broken object is never taken for the answer; where the
    text ends inside an object, the answer is unfinished. A complete object that JSON forbids (a repeated
    key, NaN) is the answer and is invalid: nothing behind it is looked at. Numbers stay exact.
    """
    if not text.strip():
        return Answer(text=text, fault="nothing")
    start = text.find("{")
    if start < 0:
        return Answer(text=text, fault="no_object")
    for _ in range(MAX_OPENINGS):
        decoder = StrictDecoder()
        try:
            value, end = decoder.raw_decode(text, start)
        except json.JSONDecodeError as error:
            if _ends_inside(text, error):
                return Answer(text=text, fault="unfinished")
            start = text.find("{", max(error.pos, start + 1))
            if start < 0:
                break
            continue
        except RecursionError:
            return Answer(text=text, fault="too_deep")
        around = bool(text[:start].strip() or text[end:].strip())
        fault = _fault_of(decoder, value, text[start:end])
        return Answer(text=text, value=None if fault else value, fault=fault, text_around=around)
    return Answer(text=text, fault="syntax")


def _ends_inside(text: str, error: json.JSONDecodeError) -> bool:
    """Return whether `error` is the end of `text` and nothing worse: more text could have mended it."""
    if error.msg.startswith("Unterminated string"):
        return True
    if len(text) - error.pos > _LONGEST_TAIL and text[error.pos : error.pos + _LONGEST_TAIL].strip():
        return False
    rest = text[error.pos :].rstrip()
    if not rest or any(literal.startswith(rest) for literal in _LITERALS):
        return True
    if _HALF_A_NUMBER.fullmatch(rest):
        return True
    return error.msg.startswith("Invalid \\u") and bool(_HALF_AN_ESCAPE.fullmatch(rest))


def _fault_of(decoder: StrictDecoder, value: JSONObject, text: str) -> AnswerFault | None:
    if text.count("{") + text.count("[") > MAX_DEPTH and nesting(text) > MAX_DEPTH:
        return "too_deep"
    if not decoder.suspicious and not _SURROGATE.search(text):
        return None
    found = {fault.name for fault in faults_of(value)}
    return next((_FAULTS[name] for name in _FAULTS if name in found), None)
