"""One value read from its text, as the schema says what it is: number, moment, boolean, one of an enum."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from edgejson._typing import JSONValue
from edgejson.core.english import MONTHS, ZERO_TO_NINETEEN

_COUNTS = ZERO_TO_NINETEEN[:13]
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"(-?)\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
_DAY_FIRST = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9}) (\d{1,2}), (\d{4})")
_TIME = re.compile(r"(?P<day>.+?)(?:,| at|) (?P<time>\d\d:\d\d:\d\d) \(?UTC(?P<offset>[+-]\d\d:\d\d)?\)?")


class Unreadable(ValueError):  # noqa: N818 - it says what is wrong with a text, and never leaves the reader
    """A text that is no value of the kind that the schema asks for."""


def read_value(text: str, schema: Mapping[str, Any]) -> JSONValue:
    """Return the value that `text` states where `schema` describes what stands there.

    Where the schema says nothing, a text that JSON would read as a number, a boolean or null is that. Raises
    Unreadable for what is no value of the schema's type.
    """
    kind = schema.get("type")
    if kind == "string":
        return _text(text, schema)
    if kind in ("integer", "number"):
        return _number(text)
    if kind == "boolean":
        return _boolean(text)
    if kind in ("object", "array"):
        raise Unreadable(text)
    if text in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[text]
    return _number(text) if _NUMBER.fullmatch(text) else text


def _number(text: str) -> JSONValue:
    if _NUMBER.fullmatch(text):
        return int(text) if text.lstrip("-").isdigit() else Decimal(text)
    if text.casefold() in _COUNTS:
        return _COUNTS.index(text.casefold())
    grouped = _GROUPED.fullmatch(text)
    if grouped is None:
        raise Unreadable(text)
    sign, whole, fraction = grouped.groups()
    plain = sign + whole.replace(",", "") + (fraction or "")
    try:
        return Decimal(plain) if fraction else int(plain)
    except (InvalidOperation, ValueError) as error:
        raise Unreadable(text) from error


def _boolean(text: str) -> bool:
    word = text.casefold()
    if word not in ("true", "false", "yes", "no"):
        raise Unreadable(text)
    return word in ("true", "yes")


def _text(text: str, schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        folded = {re.sub(r"[\s_-]+", "", str(one)).casefold(): str(one) for one in schema["enum"]}
        return folded.get(re.sub(r"[\s_-]+", "", text).casefold(), text)
    match schema.get("format"):
        case "date":
            return _date(text) or text
        case "date-time":
            return _moment(text) or text
    return text


def _date(text: str) -> str | None:
    for pattern, order in ((_DAY_FIRST, (2, 1, 0)), (_MONTH_FIRST, (2, 0, 1))):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        year, month, day = (found.groups()[index] for index in order)
        number = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(month.capitalize())), None)
        if number is not None:
            try:
                return dt.date(int(year), number, int(day)).isoformat()
            except ValueError:
                return None
    return None


def _moment(text: str) -> str | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    day = found["day"] if re.fullmatch(r"\d{4}-\d\d-\d\d", found["day"]) else _date(found["day"])
    return f"{day}T{found['time']}{found['offset'] or 'Z'}" if day else None
