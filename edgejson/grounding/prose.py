"""Prompts that are no listings: values count wherever they stand, and places tell what belongs together."""

from collections.abc import Iterator

from edgejson._typing import JSONObject, Pointer
from edgejson.grounding.comparison import Comparison
from edgejson.grounding.continuation import coverage, cut_out
from edgejson.grounding.cues import Cues
from edgejson.grounding.flaw import TRACE, Flaw
from edgejson.grounding.gaps import gap_flaws
from edgejson.grounding.items import item_flaws
from edgejson.grounding.leaf import Leaf
from edgejson.grounding.named_values import exchanged, left_out, wrong_choices
from edgejson.grounding.passage import Passage
from edgejson.grounding.search import Sighting, sight
from edgejson.grounding.shape import Shape
from edgejson.grounding.statement import Group, Quote
from edgejson.pointers import join


def compare_prose(
    label: JSONObject, stated: Group, shape: Shape, pointer: Pointer, passage: Passage
) -> tuple[Comparison, list[Sighting]]:
    """Return the differences of a label from a prose prompt, and where its values stand.

    A table or a marked list of fields inside the prose is compared as such, if most of it fits.
    """
    comparison = Comparison()
    for key, value in label.items():
        inner = shape.properties.get(key)
        statements = [
            one for one in stated.parts.get(key, []) if not isinstance(one, Quote) or isinstance(value, list)
        ]
        if inner is None:
            comparison.unstated({key: value}, shape, pointer, (passage,))
        elif not (statements and comparison.fits(value, statements, inner, pointer + join(key), passage)):
            comparison.unstated(value, inner, pointer + join(key), (passage,))
    sightings = []
    unfound: list[Leaf] = []
    for leaf in comparison.unnamed:
        sighting = sight(leaf, passage)
        if sighting is None:
            unfound.append(leaf)
        else:
            sightings.append(sighting)
    comparison.unnamed = unfound
    return comparison, sightings


def flaws_in_prose(
    label: JSONObject,
    shape: Shape,
    pointer: Pointer,
    passage: Passage,
    sightings: list[Sighting],
    missed: list[Flaw],
) -> Iterator[Flaw]:
    """Yield what is wrong with values that the prompt does state: cut short, dropped, in each other's place.

    `missed` are the flaws of values that it does not state.
    """
    names = {word for phrase in shape.phrases for word in phrase.split()}
    if all(flaw.expected != TRACE for flaw in missed):
        claimed = [flaw.expected for flaw in missed if isinstance(flaw.expected, str)]
        yield from cut_out(sightings, passage.plain, names, claimed)
    places = {one.pointer: one.spans for one in sightings if one.spans}
    yield from item_flaws(label, pointer, places)
    covered = coverage(sightings, passage.plain)
    if not missed:
        yield from gap_flaws(label, pointer, places, passage.plain, covered)
    cues = Cues(passage, shape.phrases)
    yield from wrong_choices(sightings, cues)
    yield from exchanged(sightings, cues)
    yield from left_out(label, shape, pointer, cues, covered)
