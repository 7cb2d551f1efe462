"""Strict JSON: a line of bytes to one JSON object, or to the list of everything that is wrong with it."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, TypeAlias

from edgejson._typing import JSONObject, Pointer
from edgejson.core.pointers import join
from edgejson.core.source import Line

FaultName: TypeAlias = Literal[
    "size", "utf8", "mark", "depth", "syntax", "object", "duplicate_key", "number", "surrogate", "blank",
    "no_json", "fenced", "wrapped", "encoded_twice", "cut_off", "schema", "role", "no_label",
]  # fmt: skip
"""What can be wrong with a line; from ``no_json`` on with the label in it (see `edgejson.formats`)."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""How some programs begin UTF-8; a JSON text begins without it (RFC 8259, section 8.1)."""

# Whatever has fewer digits, or a smaller exponent, is a normal IEEE 754 double (IEEE 754-2019, table 3.6).
_ANY_DOUBLE = 307
_LONGEST_SHOWN = 60
_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]')
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that strict JSON does not allow (RFC 8259, and I-JSON's unique keys)."""

    name: FaultName
    pointer: Pointer = ""
    expected: str
    actual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A line with its object, or with the faults that it has instead.

    Behind a byte order mark, which is a fault too, there may be an object.
    """

    line: Line
    value: JSONObject | None = None
    faults: tuple[Fault, ...] = ()


def decode(line: Line, *, max_bytes: int, max_depth: int) -> Decoded:
    """Decode `line`; never raises, whatever the bytes are."""
    if line.size > max_bytes:
        return _faulty(line, "size", f"at most {max_bytes:,} bytes", f"{line.size:,} bytes")
    if not line.raw.startswith(BYTE_ORDER_MARK):
        return _decode(line, line.raw, max_depth)
    behind = _decode(line, line.raw[len(BYTE_ORDER_MARK) :], max_depth)
    mark = Fault(name="mark", expected="a line that begins with its object", actual="a byte order mark")
    return Decoded(line=line, value=behind.value, faults=(mark, *behind.faults))


def _decode(line: Line, raw: bytes, max_depth: int) -> Decoded:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        shown = raw[error.start : error.start + 4].hex(" ")
        return _faulty(
            line, "utf8", "UTF-8", f"byte {error.start + 1} of the line begins {shown} ({error.reason})"
        )
    if not text.strip():
        return _faulty(line, "blank", "one JSON object", "an empty line")
    if fault := too_deep(text, max_depth):
        return Decoded(line=line, faults=(fault,))
    decoder = StrictDecoder()
    try:
        value = decoder.decode(text)
    except json.JSONDecodeError as error:
        return _faulty(line, "syntax", "one JSON object", _problem(text, error))
    if not isinstance(value, dict):
        return _faulty(line, "object", "one JSON object", f"a JSON {type_name(value)}")
    if faults := decoder.faults(value, text):
        return Decoded(line=line, faults=faults)
    return Decoded(line=line, value=value)


def _problem(text: str, error: json.JSONDecodeError) -> str:
    """Return what is wrong with a line of JSON, in words."""
    if error.msg == "Extra data" and text[error.pos] == "{":
        return f"two records on one line, the second from column {error.colno} on"
    return f"{error.msg.removesuffix(' at')} at column {error.colno}"


def too_deep(text: str, max_depth: int, pointer: Pointer = "") -> Fault | None:
    """Return the fault of a JSON text that nests deeper than `max_depth`, None for one that does not."""
    if text.count("[") + text.count("{") <= max_depth or (depth := nesting(text)) <= max_depth:
        return None
    expected, actual = f"at most {max_depth} levels", f"{depth:,} levels of nesting"
    return Fault(name="depth", pointer=pointer, expected=expected, actual=actual)


def nesting(text: str) -> int:
    """Return how deep arrays and objects nest in `text`, counted without recursion; strings do not count."""
    deepest = depth = 0
    # Possessive, and content with a string that does not end: linear in the text, whatever stands there.
    for bracket in _BRACKET.findall(text):
        if bracket in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif bracket in "]}":
            depth -= 1
    return deepest


def type_name(value: object) -> str:
    """Return the JSON type of a decoded value, as JSON Schema names it."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case Decimal() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


class _Repeating(dict[str, Any]):
    """An object in which the names ``repeated`` occur more than once."""

    repeated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """Stands in a decoded value for a number that JSON does not have or that no double can hold."""

    text: str


class StrictDecoder(json.JSONDecoder):
    """Decodes one JSON text with exact numbers; `faults_of` finds in the value what strict JSON forbids.

    A number is right if an IEEE 754 double can hold it: its magnitude does not overflow to infinity, and
    does not underflow to zero unless it is zero. (Subnormal doubles are doubles: 1e-310 is right, 1e-400 and
    9e308 are not.) ``suspicious`` is set where the value has such a fault; lone surrogates do not set it.
    """

    def __init__(self) -> None:
        self.suspicious = False
        super().__init__(
            object_pairs_hook=self._object,
            parse_int=self._int,
            parse_float=self._float,
            parse_constant=self._constant,
        )

    def faults(self, value: Any, text: str, pointer: Pointer = "") -> tuple[Fault, ...]:
        """Return what strict JSON forbids in `value`, decoded from `text`, which holds no lone surrogate."""
        if not self.suspicious and not _SURROGATE_ESCAPE.search(text):
            return ()
        return tuple(faults_of(value, pointer))

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) == len(pairs):
            return value
        self.suspicious = True
        times = Counter(name for name, _ in pairs)
        repeating = _Repeating(value)
        repeating.repeated = tuple(name for name in value if times[name] > 1)
        return repeating

    def _int(self, text: str) -> int | _Unreadable:
        if len(text) <= _ANY_DOUBLE or math.isfinite(float(text)):
            return int(text)
        return self._constant(text)

    def _float(self, text: str) -> Decimal | _Unreadable:
        try:
            value = Decimal(text)
        except InvalidOperation:
            return self._constant(text)
        if -_ANY_DOUBLE < value.adjusted() < _ANY_DOUBLE:
            return value
        double = float(text)
        if math.isinf(double) or (value and not double):
            return self._constant(text)
        return value

    def _constant(self, text: str) -> _Unreadable:
        self.suspicious = True
        return _Unreadable(text)


def _faulty(line: Line, name: FaultName, expected: str, actual: str) -> Decoded:
    return Decoded(line=line, faults=(Fault(name=name, expected=expected, actual=actual),))


def faults_of(value: Any, pointer: Pointer = "") -> Iterator[Fault]:
    """Yield what is wrong in a value that a `StrictDecoder` returned, with pointers from `pointer` on."""
    if isinstance(value, _Unreadable):
        yield Fault(
            name="number",
            pointer=pointer,
            expected="a JSON number within the range of a double",
            actual=_shortened(value.text),
        )
    elif isinstance(value, str):
        yield from _surrogates(value, pointer)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from faults_of(item, f"{pointer}/{index}")
    elif isinstance(value, dict):
        if isinstance(value, _Repeating):
            for name in value.repeated:
                here = pointer + join(printable(name))
                yield Fault(
                    name="duplicate_key", pointer=here, expected="each name once", actual=printable(name)
                )
        for name, item in value.items():
            yield from _surrogates(name, pointer)
            yield from faults_of(item, pointer + join(printable(name)))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}… ({len(text):,} characters)"


def _surrogates(text: str, pointer: Pointer) -> Iterator[Fault]:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        escape = f"\\u{ord(text[error.start]):04x}"
        yield Fault(
            name="surrogate", pointer=pointer, expected="paired surrogates", actual=f"a lone {escape}"
        )


def printable(text: str) -> str:
    """Return `text` with lone surrogates as escapes, so that it can be written anywhere."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
