"""The judgement of a record: everything in its label that is not as its prompt states it."""

from collections.abc import Sequence
from decimal import Decimal

from edgejson._typing import JSONObject
from edgejson.core.pointers import leaves
from edgejson.grounding.comparison import Comparison
from edgejson.grounding.continuation import cut_out
from edgejson.grounding.coverage import Coverage
from edgejson.grounding.flaw import Flaw, Truth
from edgejson.grounding.gathering import gathered
from edgejson.grounding.leaf import Dropped, Leaf
from edgejson.grounding.likeness import is_near
from edgejson.grounding.misplacement import misplaced
from edgejson.grounding.outline import outline
from edgejson.grounding.passage import Passage
from edgejson.grounding.prose import flaws_in_prose, search
from edgejson.grounding.reading import read
from edgejson.grounding.run_ons import divided
from edgejson.grounding.search import Sighting, invented, missing, sight
from edgejson.grounding.shape import Shape
from edgejson.grounding.speakers import without_speakers
from edgejson.grounding.statement import Group

LABEL = "/expected_output"


def judge(prompt: str, label: JSONObject, shape: Shape) -> list[Flaw]:
    """Return the flaws of `label`, at most one for each of its leaves, in the label's order.

    In a listing (most lines state something under a field's name, and name at least half of the label's
    fields) a value counts under its field's name, or, where the prompt does not name the field, in the
    lines that name none. In other prompts a value counts anywhere.
    """
    text, speakers = without_speakers(prompt, shape)
    reading = read(divided(outline(text, shape.all_names), shape), shape)
    named = reading.root.parts.keys() & label.keys()
    if reading.is_listing and 2 * len(named) >= len(label):
        reading.root.loose += speakers
        return gathered(_listed(label, reading.root, shape), label, LABEL)
    passage = Passage(prompt, label, is_prose=True)
    result = search(label, reading.root, shape, LABEL, passage)
    flaws = _compared(result.comparison)
    known = _numbers(label) if result.comparison.unnamed else frozenset()
    missed = [missing(leaf, passage, known) for leaf in result.comparison.unnamed]
    flaws += [*missed, *flaws_in_prose(label, shape, LABEL, passage, result, missed)]
    return gathered(flaws, label, LABEL)


def _numbers(label: JSONObject) -> frozenset[Decimal]:
    return frozenset(Decimal(value) for _, value in leaves(label) if isinstance(value, int | Decimal))


def _listed(label: JSONObject, stated: Group, shape: Shape) -> list[Flaw]:
    around = Passage("\n".join(stated.loose), label)
    comparison = Comparison().of(label, Group(parts=stated.parts), shape, LABEL, (around,))
    spare = Passage("\n".join(comparison.spare), label)
    found: dict[int, list[Sighting]] = {}
    unfound = []
    passages = {}
    for leaf in comparison.unnamed:
        for passage in (*leaf.around, spare):
            sighting = sight(leaf, passage)
            if sighting is not None:
                passages[id(passage)] = passage
                found.setdefault(id(passage), []).append(sighting)
                break
        else:
            unfound.append(leaf)
    comparison.unnamed = unfound
    flaws = _compared(comparison)
    names = {word for phrase in shape.phrases for word in phrase.split()}
    for key, sightings in found.items():
        text = passages[key]
        flaws += cut_out(sightings, text.plain, names, Coverage(text, sightings, []))
    return [*flaws, *(_like(leaf) or invented(leaf) for leaf in comparison.unnamed)]


def _like(leaf: Leaf) -> Flaw | None:
    """Return the flaw of a leaf that the lines around it state nearly: with another digit, letter or word."""
    if isinstance(leaf.value, bool):
        return None
    for passage in leaf.around:
        flaw = missing(leaf, passage, frozenset())
        if flaw.truth in ("sign", "copy", "case", "space", "words") or (
            flaw.truth == "number" and is_near(str(flaw.expected), str(leaf.value))
        ):
            return flaw
    return None


def _compared(comparison: Comparison) -> list[Flaw]:
    flaws = [*comparison.flaws, *misplaced(comparison.differing, comparison.unnamed, comparison.dropped)]
    flaws += [_differing(leaf, comparison.quotes) for leaf in comparison.differing]
    flaws += [_dropped(one) for one in comparison.dropped]
    return flaws


def _differing(leaf: Leaf, quotes: Sequence[str]) -> Flaw:
    truth: Truth = leaf.truth
    if truth in ("text", "words") and isinstance(leaf.value, str) and leaf.value in quotes:
        truth = "place"
    return Flaw(truth=truth, pointer=leaf.pointer, expected=leaf.stated, actual=leaf.value)


def _dropped(dropped: Dropped) -> Flaw:
    return Flaw(truth="dropped", pointer=dropped.pointer, expected=dropped.text, actual=None)
