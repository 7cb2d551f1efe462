"""What a model answered: the JSON value in its text, found by a real JSON scanner, or why there is none."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from edgejson._typing import Label
from edgejson.core.decoding import FaultName, StrictDecoder, faults_of, nesting
from edgejson.core.json_in_text import MAX_OPENINGS as MAX_OPENINGS
from edgejson.core.json_in_text import NotFound, first_json
from edgejson.formats.calls import as_call_label

MAX_DEPTH = 200
"""Levels of nesting that an answer may have; deeper ones are not read."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_THOUGHTS, _END_OF_THOUGHTS = "<think>", "</think>"

AnswerFault: TypeAlias = Literal[
    "nothing", "no_object", "unfinished", "syntax", "duplicate_keys", "number", "surrogate", "too_deep"
]
"""Why an answer has no JSON value.

``nothing``: the text is empty or blank. ``no_object``: nothing in it opens one. ``unfinished``: it ends
inside the value, or while the model is still thinking. ``syntax``: no opening bracket, of the first
MAX_OPENINGS, begins a JSON value. ``duplicate_keys``: an object names a key twice. ``number``: NaN, Infinity,
or a number that no double can hold (see `StrictDecoder`). ``surrogate``: half of a surrogate pair, which
UTF-8 cannot write. ``too_deep``: more than MAX_DEPTH levels.
"""

_NOT_FOUND: dict[NotFound, AnswerFault] = {
    "no_opening": "no_object",
    "unfinished": "unfinished",
    "syntax": "syntax",
    "too_deep": "too_deep",
}
_FAULTS: dict[FaultName, AnswerFault] = {
    "duplicate_key": "duplicate_keys",
    "number": "number",
    "surrogate": "surrogate",
}
"""What the faults of a value are called here; of several, the first is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The JSON value in a model's text. Exactly one of ``value`` and ``fault`` is given.

    ``text_around``: something other than white space stands before or after the value.
    """

    text: str
    value: Label | None = None
    fault: AnswerFault | None = None
    text_around: bool = False


def read_answer(text: str, *, flat_arrays: bool = False, calls: bool = False) -> Answer:
    """Return the first complete JSON object, or array of objects, in `text`; never raises.

    A block of ``<think>`` before it is text around it. `flat_arrays` takes arrays without objects as well,
    `calls` reads calls of functions in any of the ways in which they are written as labels have them. See
    `first_json` for how the value is found. A complete value that JSON forbids (a repeated key, NaN) is the
    answer and is invalid: nothing behind it is looked at. Numbers stay exact.
    """
    if not text.strip():
        return Answer(text=text, fault="nothing")
    start = _behind_thoughts(text)
    if start is None:
        return Answer(text=text, fault="unfinished")
    spoken = text[start:]
    if calls and "<tool_call>" in spoken:
        label = as_call_label(spoken, max_depth=MAX_DEPTH)
        return Answer(text=text, value=label, fault=None if label else "syntax", text_around=start > 0)
    found = first_json(spoken, flat_arrays=flat_arrays)
    if isinstance(found, str):
        return Answer(text=text, fault=_NOT_FOUND[found])
    around = bool(start or spoken[: found.start].strip() or spoken[found.end :].strip())
    fault = _fault_of(found.decoder, found.value, spoken[found.start : found.end])
    value: Label | None = None if fault else found.value
    if calls and value is not None:
        value = as_call_label(value, max_depth=MAX_DEPTH) or value
    return Answer(text=text, value=value, fault=fault, text_around=around)


def _behind_thoughts(text: str) -> int | None:
    """Return where the answer begins behind a block of thoughts, None where that does not end.

    A template may have opened the block, so that the text only closes it.
    """
    opened = text.lstrip().startswith(_THOUGHTS)
    end = text.find(_END_OF_THOUGHTS)
    if opened:
        return None if end < 0 else end + len(_END_OF_THOUGHTS)
    if end >= 0 and text.lstrip()[:1] not in ("{", "["):
        return end + len(_END_OF_THOUGHTS)
    return 0


def _fault_of(decoder: StrictDecoder, value: Label, text: str) -> AnswerFault | None:
    if text.count("{") + text.count("[") > MAX_DEPTH and nesting(text) > MAX_DEPTH:
        return "too_deep"
    if not decoder.suspicious and not _SURROGATE.search(text):
        return None
    found = {fault.name for fault in faults_of(value)}
    return next((_FAULTS[name] for name in _FAULTS if name in found), None)
