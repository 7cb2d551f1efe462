"""Values whose field no line names: where they may stand instead, and what is there if they do not."""

from collections.abc import Sequence
from decimal import Decimal

from edgejson.grounding.choices import truths_near
from edgejson.grounding.comparison import Leaf
from edgejson.grounding.flaw import TRACE, Flaw
from edgejson.grounding.folding import name_words
from edgejson.grounding.likeness import closest
from edgejson.grounding.moments import read_label
from edgejson.grounding.passage import Passage


def found(leaf: Leaf, passage: Passage) -> bool:
    """Whether `passage` states the leaf's value in any spelling."""
    value, shape = leaf.value, leaf.shape
    if isinstance(value, str):
        if passage.spelling(value) == "same":
            return True
        return passage.states_choice(value) if shape.choices else passage.states_text(value, shape.name)
    if isinstance(value, bool):
        said = truths_near(shape.name or leaf.pointer.rpartition("/")[2], passage.lower)
        return said is not None and value in said
    if isinstance(value, int | Decimal):
        return passage.states_number(value, shape.name)
    words = name_words(shape.name)
    return bool(words) and words[-1].rstrip("s") in passage.folded


def missing(leaf: Leaf, passages: Sequence[Passage], known: frozenset[Decimal]) -> Flaw:
    """Return the flaw of a leaf that none of `passages` states: what stands there instead, if anything like it."""
    for passage in passages:
        flaw = _instead(leaf, passage, known)
        if flaw is not None:
            return flaw
    return Flaw(truth="invented", pointer=leaf.pointer, expected=TRACE, actual=leaf.value)


def _instead(leaf: Leaf, passage: Passage, known: frozenset[Decimal]) -> Flaw | None:
    value = leaf.value
    if isinstance(value, bool):
        said = truths_near(leaf.shape.name, passage.lower)
        return _flaw(leaf, "choice", str(not value).lower()) if said else None
    if isinstance(value, int | Decimal):
        if -value in passage.numbers:
            return _flaw(leaf, "sign", -value)
        nearest = passage.near_number(value, known)
        return _flaw(leaf, "number", nearest) if nearest is not None else None
    if not isinstance(value, str) or leaf.shape.choices:
        return None
    spelling = passage.spelling(value)
    if spelling in ("space", "case"):
        return _flaw(leaf, spelling, None)
    if read_label(value) is not None:
        return _flaw(leaf, "date", None) if passage.moments.days else None
    like = closest(value, passage.text)
    return _flaw(leaf, *like) if like is not None else None


def _flaw(leaf: Leaf, truth, expected) -> Flaw:  # type: ignore[no-untyped-def]
    return Flaw(truth=truth, pointer=leaf.pointer, expected=expected, actual=leaf.value)
