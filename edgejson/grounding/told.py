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
from edgejson.grounding.passage import Passage, occurs
from edgejson.grounding.shape import Shape

_NOTHING = frozenset(
    (
        "",
        "-",
        "--",
        "none",
        "null",
        "nil",
        "n/a",
        "na",
        "empty",
        "not given",
        "not set",
        "unknown",
        "[]",
        "{}",
    )
)
_DRESSED = re.compile(
    r"""(?P<mark>["'`])(?P<quoted>.+)(?P=mark)|[“„«‘](?P<curled>.*)[”“»’]"""
    r"""|(?P<dress>\*\*?|__?)(?P<inner>[^*_"'`].*)(?P=dress)""",
    re.DOTALL,
)
_NONE_OF = re.compile(r"(?:none|nothing)(?: \w+){1,3}")
"""``none given``, ``nothing was said``: longer texts that begin so are texts."""
_ASIDE = re.compile(r"\s*\([^()]*\)$")


def is_nothing(text: str) -> bool:
    """Whether a stated text says that there is no value."""
    said = folded(text).strip(".")
    return said in _NOTHING or _NONE_OF.fullmatch(said) is not None


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
    elif Passage(text).places_of_alias(value, shape.name) is not None:
        return None
    if "@" in value and occurs(value, text):
        return None
    bare = _bare(text)
    if value in (text.strip(), bare):
        return None
    return min((difference(value, text), difference(value, bare)), key=_weight)


def _bare(text: str) -> str:
    """Return a stated text without quotes around it, a remark in brackets after it, and a last comma."""
    bare = _undressed(text.strip().rstrip(",;"))
    return _undressed(_ASIDE.sub("", bare)) or bare


def _undressed(text: str) -> str:
    dressed = _DRESSED.fullmatch(text)
    return (dressed["quoted"] or dressed["curled"] or dressed["inner"] or "") if dressed else text


def _weight(truth: Truth | None) -> int:
    return ("case", "space", "copy", "words", "text").index(truth) if truth else -1


def _untrue_number(value: Decimal | int, text: str, shape: Shape) -> Truth | None:
    passage = Passage(text)
    if passage.places_of_number(value, shape.name) is not None:
        return None
    return "sign" if -value in passage.numbers else "number"
