"""Values whose field no line names: where they stand instead, and what is there if they do not."""

from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from edgejson._typing import JSONValue, Pointer
from edgejson.grounding.choices import truths_near
from edgejson.grounding.figures import Span
from edgejson.grounding.flaw import TRACE, Flaw, Truth
from edgejson.grounding.folding import name_words
from edgejson.grounding.leaf import Leaf
from edgejson.grounding.likeness import closest
from edgejson.grounding.moments import read_label
from edgejson.grounding.passage import Passage, Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A leaf that a passage states; ``spans`` are its places in the passage's plain text, if known.

    ``also`` are places that belong to it, but to other values as well: the day of a date-time.
    """

    leaf: Leaf
    spans: tuple[Span, ...]
    also: tuple[Span, ...] = ()

    @property
    def pointer(self) -> Pointer:
        """The leaf's pointer."""
        return self.leaf.pointer


def sight(leaf: Leaf, passage: Passage) -> Sighting | None:
    """Return the sighting of `leaf` in `passage`, None where it is not stated there in any spelling."""
    places = _places(leaf, passage)
    if places is None:
        return None
    moment = read_label(leaf.value) if isinstance(leaf.value, str) else None
    also = () if moment is None or moment.time is None else tuple(passage.moments.days_of(moment))
    return Sighting(leaf=leaf, spans=tuple(places), also=also)


def _places(leaf: Leaf, passage: Passage) -> Places:
    value, shape = leaf.value, leaf.shape
    if isinstance(value, str):
        if shape.choices:
            return passage.places_of_choice(value)
        named = passage.places_of_alias(value, leaf.name) if read_label(value) else None
        places = passage.places_of_text(value) if named is None else named
        return passage.places_of_alias(value, leaf.name) if places is None else places
    if isinstance(value, bool):
        return [] if value in truths_near(leaf.name, passage.lower) else None
    if isinstance(value, int | Decimal):
        return passage.places_of_number(value, leaf.name)
    # An empty list or object is stated by its name, of which one word alone may stand in any heading.
    words = name_words(leaf.name)
    return [] if words and all(word.rstrip("s") in passage.lower for word in words) else None


def missing(leaf: Leaf, passage: Passage, known: frozenset[Decimal]) -> Flaw:
    """Return the flaw of a leaf that `passage` does not state, with what is like it there.

    `known` are the numbers of the label.
    """
    value = leaf.value
    if isinstance(value, bool):
        if truths_near(leaf.name, passage.lower):
            return _flaw(leaf, "choice", not value)
    elif isinstance(value, int | Decimal):
        if -value in passage.numbers:
            return _flaw(leaf, "sign", -value)
        nearest = _nearest(value, passage, known)
        if nearest is not None:
            return _flaw(leaf, "number", nearest)
    elif isinstance(value, str) and leaf.shape.choices:
        others = [choice for choice in leaf.shape.choices if passage.places_of_choice(choice)]
        if others:
            return _flaw(leaf, "choice", " or ".join(others))
    elif isinstance(value, str) and value:
        return _missing_text(leaf, value, passage)
    return invented(leaf)


def invented(leaf: Leaf) -> Flaw:
    """Return the flaw of a leaf without any trace."""
    return _flaw(leaf, "invented", TRACE)


def _missing_text(leaf: Leaf, value: str, passage: Passage) -> Flaw:
    misspelling = passage.misspelling(value)
    if misspelling is not None:
        return _flaw(leaf, misspelling, passage.spelled_otherwise(value))
    if read_label(value) is not None:
        named = passage.moments.spelled(passage.plain)
        return _flaw(leaf, "date", "; ".join(named)) if named else invented(leaf)
    like = closest(value, passage.plain)
    return invented(leaf) if like is None else _flaw(leaf, *like)


def _nearest(value: Decimal | int, passage: Passage, known: frozenset[Decimal]) -> Decimal | None:
    """Return the stated number that is no value of the label and is written most like `value`."""
    stated = (*passage.figures, *passage.worded)
    left = {number for figure in stated for number in figure.values if not figure.values & known}
    return min(
        left,
        key=lambda number: (Levenshtein.distance(str(number), str(value)), abs(number - value)),
        default=None,
    )


def _flaw(leaf: Leaf, truth: Truth, expected: JSONValue) -> Flaw:
    return Flaw(truth=truth, pointer=leaf.pointer, expected=expected, actual=leaf.value)
