"""Whether one value of a label is the one that a text, stated under its field's name, tells."""

import re
from decimal import Decimal

from edgejson._typing import JSONValue
from edgejson.grounding.choices import says, truth
from edgejson.grounding.figures import exactly
from edgejson.grounding.flaw import Truth
from edgejson.grounding.folding import folded, plain
from edgejson.grounding.likeness import difference
from edgejson.grounding.moments import moments, read_label
from edgejson.grounding.passage import Passage
from edgejson.grounding.shape import Shape

_NOTHING = frozenset(("", "-", "--", "none", "null", "nil", "n/a", "na", "empty", "not given", "not set", "unknown", "[]", "{}"))
_DRESS = "\"'`*_“”‘’ "
_ASIDE = re.compile(r"\s*\([^()]*\)$")


def is_nothing(text: str) -> bool:
    """Whether a stated text says that there is no value."""
    return folded(text).strip(".") in _NOTHING


def untrue(value: JSONValue, text: str, shape: Shape) -> Truth | None:
    """Return in what a scalar of the label differs from the text stated for it, None if it does not."""
    if isinstance(value, str):
        return None if value == text else _untrue_text(value, text, shape)
    if isinstance(value, bool):
        return None if truth(text) is value else "choice"
    if isinstance(value, int | Decimal):
        return None if exactly(text) == value else _untrue_number(value, text, shape)
    return None if is_nothing(text) else "dropped"


def _untrue_text(value: str, text: str, shape: Shape) -> Truth | None:
    if shape.choices:
        return None if says(value, text) else "choice"
    if not value:
        return None if is_nothing(text) else "dropped"
    moment = read_label(value)
    if moment is not None:
        named = moments(plain(text))
        if named.names(moment):
            return None
        if named.days:
            return "date"
    elif Passage(text).states_text(value, shape.name):
        return None
    if value.strip() == text.strip() or value == _bare(text):
        return None
    return difference(value, text) and min(difference(value, text), difference(value, _bare(text)), key=_weight)


def _bare(text: str) -> str:
    """Return a stated text without quotes around it, remarks in brackets after it, and a last comma or stop."""
    bare = text.strip().rstrip(",;").strip(_DRESS)
    without = _ASIDE.sub("", bare).strip(_DRESS)
    return without or bare


def _weight(truth: Truth | None) -> int:
    return ("case", "space", "copy", "words", "text").index(truth) if truth else -1


def _untrue_number(value: Decimal | int, text: str, shape: Shape) -> Truth | None:
    passage = Passage(text)
    if passage.states_number(value, shape.name):
        return None
    return "sign" if -value in passage.numbers else "number"
