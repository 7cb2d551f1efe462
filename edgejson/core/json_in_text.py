"""The first JSON value in a text that may hold more: what a model answered, what a label is wrapped in."""

import json
import re
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from edgejson.core.decoding import StrictDecoder

MAX_OPENINGS = 256
"""Opening brackets at which a scan begins before it gives up: each attempt costs time."""

_OPENING = re.compile(r"[{\[]")
_LITERALS = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
_HALF_A_NUMBER = re.compile(r"-|\.|[eE][+-]?")
_LONGEST_TAIL = 64  # more than any of the half-finished things below
_HALF_AN_ESCAPE = re.compile(r'"?\\?u?[0-9a-fA-F]{0,3}')

NotFound: TypeAlias = Literal["no_opening", "unfinished", "syntax", "too_deep"]
"""Why a text has no JSON value: nothing opens one; it ends inside one; no opening, of the first MAX_OPENINGS,
begins one; or one nests too deep for the scanner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JSONInText:
    """A value with the span of the text that it was read from; ``decoder`` knows what is wrong in it."""

    value: Any
    start: int
    end: int
    decoder: StrictDecoder


def first_json(text: str, *, flat_arrays: bool = False) -> JSONInText | NotFound:
    """Return the first complete JSON object in `text`, or array that holds an object.

    With `flat_arrays` an array without objects counts as well. The scan begins at the first opening bracket.
    Where it meets a syntax error it goes on from the next one *behind the error*, so that a fragment inside a
    broken object is never taken for the value; where the text ends inside a value, that is unfinished. Never
    raises; the time is linear in the text.
    """
    found = _OPENING.search(text)
    if found is None:
        return "no_opening"
    passed_over = False
    for _ in range(MAX_OPENINGS):
        decoder = StrictDecoder()
        try:
            value, end = decoder.raw_decode(text, found.start())
        except json.JSONDecodeError as error:
            if ends_inside(text, error):
                return "unfinished"
            passed_over, end = True, max(error.pos, found.start() + 1)
        except RecursionError:
            return "too_deep"
        else:
            if flat_arrays or not isinstance(value, list) or any(isinstance(item, dict) for item in value):
                return JSONInText(value=value, start=found.start(), end=end, decoder=decoder)
        found = _OPENING.search(text, end)
        if found is None:
            break
    return "syntax" if passed_over else "no_opening"


def ends_inside(text: str, error: json.JSONDecodeError) -> bool:
    """Whether `error` is the end of `text` and nothing worse: more text could have mended it."""
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
